package dev.hopcheck.cli;

import dev.hopcheck.engine.AdoptionOptions;
import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.OptionValues;
import dev.hopcheck.engine.Simulation;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** Options that all commands share which read manifests or simulate their network. */
final class InputOptions {
  private InputOptions() {}

  /** Adds what says which manifests are read, and how they go together. */
  static void reading(Options options) {
    Arguments.value(options, "unit", "UNIT", "what is one cluster: folder, file or all (folder)");
    Arguments.flag(options, "with-neighbours", "read the folders of the named files whole");
    Arguments.flag(options, "closed", "there are no other resources than these");
    Arguments.value(options, "namespace", "NS", "of resources that name none (default)");
    Arguments.value(options, "kubernetes-version", "V", "such as 1.31 (newest)");
    Arguments.value(options, "schema", "PATH", "of custom resources; repeatable");
    Arguments.flag(options, "allow-empty", "complete though no file was found");
    Arguments.value(options, "jobs", "N", "threads (cores)");
    Arguments.value(options, "limit", "NAME=VALUE", "repeatable; an unknown NAME lists them");
    Arguments.value(options, "timeout", "SECONDS", "begin nothing new after (600)");
    Arguments.value(options, "color", "WHEN", "auto, always or never (auto)");
    Arguments.flag(options, "quiet", "no summary, no progress");
  }

  /** Adds what says how the cluster is that the manifests go to, and what the team agreed on. */
  static void simulating(Options options) {
    Arguments.value(options, "config", "FILE", "configuration (hopcheck.yaml, if it is there)");
    Arguments.flag(options, "isolated", "read no configuration");
    Arguments.value(options, "cluster", "FILE", "nodes, placement, domain ... of the cluster");
    Arguments.value(options, "ip-families", "FAMILIES", "IPv4, IPv6 or both with a comma (IPv4)");
  }

  /** Reads the first group. */
  static LintRequest.Builder request(CommandLine arguments, List<String> paths)
      throws UsageException {
    // The empty path is the working directory, without a name to show before those of its files.
    LintRequest.Builder request =
        LintRequest.of(paths.isEmpty() ? List.of("") : paths)
            .withNeighbours(arguments.hasOption("with-neighbours"))
            .closed(arguments.hasOption("closed"))
            .allowEmpty(arguments.hasOption("allow-empty"))
            .namespace(arguments.getOptionValue("namespace"));
    if (arguments.hasOption("unit")) {
      request.unit(arguments.getOptionValue("unit"));
    }
    if (arguments.hasOption("kubernetes-version")) {
      request.version(arguments.getOptionValue("kubernetes-version"));
    }
    if (arguments.hasOption("schema")) {
      request.schemas(List.of(arguments.getOptionValues("schema")));
    }
    if (arguments.hasOption("jobs")) {
      request.jobs(OptionValues.number("--jobs", arguments.getOptionValue("jobs")));
    }
    if (arguments.hasOption("timeout")) {
      request.timeoutSeconds(OptionValues.number("--timeout", arguments.getOptionValue("timeout")));
    }
    if (arguments.hasOption("limit")) {
      request.limits(List.of(arguments.getOptionValues("limit")));
    }
    return request;
  }

  /** Reads the second group. */
  static AdoptionOptions adoption(CommandLine arguments) {
    return new AdoptionOptions(
        arguments.getOptionValue("config"),
        arguments.hasOption("isolated"),
        arguments.getOptionValue("cluster"),
        arguments.getOptionValue("ip-families"),
        null,
        false,
        null);
  }

  /** Simulates what a request names. */
  static Simulation simulation(
      LintRequest.Builder request, AdoptionOptions adoption, Streams streams)
      throws UsageException {
    return Simulation.of(request.base(streams.folder()).standardInput(streams.in()), adoption);
  }

  /** Reads a file that the user names beside the manifests; it may be a pipe. */
  static SourceFile file(String name, LintRequest.Builder request, Streams streams)
      throws UsageException {
    try {
      Path path = streams.folder().resolve(name);
      int longest = request.longestFile();
      try (InputStream in = Files.newInputStream(path)) {
        byte[] bytes = in.readNBytes(longest);
        if (in.read() >= 0) {
          throw new UsageException(
              "`" + name + "` is larger than " + longest + " bytes (limit `file-size`)");
        }
        return SourceFile.of(name, path, bytes);
      }
    } catch (IOException | InvalidPathException failed) {
      throw new UsageException("`" + name + "` cannot be read: " + failed.getMessage());
    }
  }
}
