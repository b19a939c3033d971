package dev.hopcheck.cli;

import dev.hopcheck.engine.AtomicFile;
import dev.hopcheck.engine.ExitCode;
import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.Linter;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.report.StarterConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/**
 * Writes a project's first configuration, or the schema of configurations.
 *
 * @param schema whether the schema is wanted
 */
record InitCommand(boolean schema) implements Command {
  static final Syntax SYNTAX =
      new Syntax(
          "init",
          "[--schema]",
          "write a commented hopcheck.yaml for what lies in the working directory",
          List.of(
              "hopcheck init                                 # never writes over a file",
              "hopcheck init --schema > hopcheck.schema.json # for editors"),
          InitCommand::options,
          InitCommand::read);

  private static Options options() {
    Options options = new Options();
    return Arguments.flag(options, "schema", "print the JSON Schema of hopcheck.yaml instead");
  }

  private static Command read(CommandLine arguments) throws UsageException {
    if (!arguments.getArgList().isEmpty()) {
      throw new UsageException(
          "`hopcheck init` takes no argument; it looks at the directory it is in");
    }
    return new InitCommand(arguments.hasOption("schema"));
  }

  @Override
  public ExitCode run(Streams streams) throws IOException, UsageException {
    if (schema) {
      streams.out().append(Linter.packaged().configurationSchema());
      return ExitCode.CLEAN;
    }
    Path target = streams.folder().resolve(Linter.CONFIGURATION);
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageException(
          "`" + Linter.CONFIGURATION + "` is there already; it is left as it is");
    }
    LintRequest request =
        LintRequest.of(List.of("")).base(streams.folder()).allowEmpty(true).build();
    String text = StarterConfiguration.text(Linter.packaged().survey(request));
    try {
      AtomicFile.write(target, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failed) {
      streams
          .err()
          .line(
              "hopcheck: `"
                  + Linter.CONFIGURATION
                  + "` could not be written: "
                  + AtomicFile.reason(failed));
      return ExitCode.INCOMPLETE;
    }
    streams.out().line("wrote `" + Linter.CONFIGURATION + "`; everything in it is a comment yet");
    return ExitCode.CLEAN;
  }
}
