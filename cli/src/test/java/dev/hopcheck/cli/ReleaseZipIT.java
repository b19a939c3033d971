package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as one file: unpacked anywhere it runs, with Java and without Maven. */
class ReleaseZipIT {
  private static final Path SLIDES =
      Path.of(System.getProperty("hopcheck.testdata"), "slides").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void runsWhereItIsUnpacked() throws Exception {
    Path home = unpack(folder.resolve("a place"));
    assertThat(home.resolve("LICENSE")).isRegularFile();
    Path launcher = home.resolve("bin/hopcheck");
    Path trace = folder.resolve("maven ran");
    Map<String, String> withoutMaven = Map.of("PATH", withTrap(trace), "HOME", folder.toString());
    Launched lint =
        Launched.start(launcher, SLIDES, withoutMaven, null, "lint", "--format", "json").end();
    assertThat(lint.err()).isEmpty();
    assertThat(lint.exit()).isEqualTo(1);
    assertThat(lint.out()).isEqualTo(Launched.run(SLIDES, "lint", "--format", "json").out());
    Launched rules = Launched.start(launcher, folder, withoutMaven, null, "rules").end();
    assertThat(rules.out().lines()).hasSizeGreaterThan(100);
    assertThat(trace).doesNotExist();
  }

  private static Path unpack(Path target) throws IOException {
    List<Path> zips = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      files.filter(file -> file.toString().endsWith(".zip")).forEach(zips::add);
    }
    assertThat(zips).hasSize(1);
    try (FileSystem zip =
        FileSystems.newFileSystem(
            URI.create("jar:" + zips.get(0).toUri()), Map.of("enablePosixFileAttributes", true))) {
      try (Stream<Path> entries = Files.walk(zip.getPath("/"))) {
        for (Path entry : (Iterable<Path>) entries::iterator) {
          Path to = target.resolve(entry.toString().substring(1));
          if (Files.isDirectory(entry)) {
            Files.createDirectories(to);
          } else {
            Files.copy(entry, to);
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(entry);
            Files.setPosixFilePermissions(to, mode);
          }
        }
      }
    }
    try (Stream<Path> inside = Files.list(target)) {
      return inside.findFirst().orElseThrow();
    }
  }

  /** A search path on which Maven leaves a trace. */
  private String withTrap(Path trace) throws IOException {
    Path mvn = Files.createDirectories(folder.resolve("trap")).resolve("mvn");
    Files.writeString(mvn, "#!/bin/sh\n: > '" + trace + "'\nexit 9\n");
    assertThat(mvn.toFile().setExecutable(true)).isTrue();
    return mvn.getParent() + ":" + System.getenv("PATH");
  }
}
