package dev.hopcheck.engine;

import dev.hopcheck.config.Configuration;
import dev.hopcheck.config.ConfigurationReader;
import dev.hopcheck.config.SettingsException;
import dev.hopcheck.network.ClusterFacts;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.source.ListedFile;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.SourceLimits;
import dev.hopcheck.source.SourceReader;
import dev.hopcheck.source.SourceText;
import dev.hopcheck.source.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what a run is told about by files beside the manifests, and by version control. */
final class AdoptionReader {
  /** No configuration that people write is longer. */
  private static final SourceLimits SETTINGS = new SourceLimits(1 << 20, 1 << 20, 1);

  private final Path base;
  private final Supplier<Catalogue> catalogue;

  /**
   * @param catalogue asked for only where there is a configuration
   */
  AdoptionReader(Path base, Supplier<Catalogue> catalogue) {
    this.base = base;
    this.catalogue = catalogue;
  }

  Adoption read(AdoptionOptions wanted, List<String> paths) throws UsageException {
    Configuration configuration = configuration(wanted);
    ClusterFacts facts = facts(wanted, configuration);
    Baseline baseline = baseline(wanted);
    String revision = wanted.changedSince();
    if (revision != null && wanted.writeBaseline()) {
      throw new UsageException(
          "a baseline is written of all findings; leave out --changed-since or --write-baseline");
    }
    Changes changes = revision == null ? null : Changes.since(revision, paths, base);
    return configuration == null && facts == null && baseline == null && changes == null
        ? Adoption.NONE
        : new Adoption(configuration, facts, baseline, changes);
  }

  private @Nullable Configuration configuration(AdoptionOptions wanted) throws UsageException {
    String named = wanted.config();
    if (wanted.isolated()) {
      if (named != null) {
        throw new UsageException("--isolated reads no configuration; leave out --config");
      }
      return null;
    }
    String name = named == null ? Configuration.NAME : named;
    if (named == null && !Files.exists(base.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    SourceFile file = named == null ? found(name) : file(name, base, SETTINGS);
    try {
      Configuration read = ConfigurationReader.read(file, catalogue.get());
      for (String schema : read.schemas()) {
        inside(schema, file.name());
      }
      return read;
    } catch (SettingsException wrong) {
      throw new UsageException(wrong.words());
    }
  }

  /** Nobody named it, so that it may be part of an untrusted change: links are not followed. */
  private SourceFile found(String name) throws UsageException {
    return read(new ListedFile(name, base.resolve(name).toAbsolutePath(), true), SETTINGS);
  }

  private void inside(String path, String file) throws UsageException {
    try {
      if (base.resolve(path).toRealPath().startsWith(base.toRealPath())) {
        return;
      }
    } catch (IOException | InvalidPathException missing) {
      return;
    }
    throw new UsageException(
        file + ": `" + path + "` does not lie below the working directory: a link leads out of it");
  }

  private @Nullable ClusterFacts facts(AdoptionOptions wanted, @Nullable Configuration from)
      throws UsageException {
    String cluster = wanted.cluster();
    String families = wanted.ipFamilies();
    if (cluster != null) {
      return Simulation.facts(file(cluster, base, SETTINGS), families);
    }
    ClusterFacts facts = from == null ? null : from.cluster();
    if (families == null) {
      return facts;
    }
    ClusterFacts asked = Simulation.facts(null, families);
    return facts == null ? asked : facts.withFamilies(asked.ipFamilies());
  }

  private @Nullable Baseline baseline(AdoptionOptions wanted) throws UsageException {
    String name = wanted.baseline();
    if (name == null) {
      if (wanted.writeBaseline()) {
        throw new UsageException(
            "--write-baseline writes the file that --baseline names; add --baseline FILE");
      }
      return null;
    }
    try {
      Path path = base.resolve(name);
      return wanted.writeBaseline() && !Files.exists(path, LinkOption.NOFOLLOW_LINKS)
          ? Baseline.fresh(name, path, base)
          : Baseline.read(
              file(name, base, SourceLimits.DEFAULT), path, base, wanted.writeBaseline());
    } catch (InvalidPathException invalid) {
      throw new UsageException("`" + name + "` cannot be read: not a valid name");
    }
  }

  /** Reads a file that the user names; links to it are followed, what is no file is not opened. */
  static SourceFile file(String name, Path base, SourceLimits limits) throws UsageException {
    try {
      return read(new ListedFile(name, base.resolve(name).toRealPath(), true), limits);
    } catch (InvalidPathException invalid) {
      throw new UsageException("`" + name + "` cannot be read: not a valid name");
    } catch (IOException missing) {
      throw new UsageException("`" + name + "` cannot be read: file does not exist");
    }
  }

  private static SourceFile read(ListedFile listed, SourceLimits limits) throws UsageException {
    SourceText text = SourceReader.read(listed, limits);
    SourceFile file = text.file();
    Unreadable unreadable = text.unreadable();
    if (file == null) {
      throw new UsageException(
          "`"
              + listed.name()
              + "` cannot be read: "
              + (unreadable == null ? "unknown" : unreadable.message()));
    }
    return file;
  }
}
