package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installation that is not what was packaged gives no verdict: robustness 102. */
class DamageIT {
  private static final CaseTable CASES = new CaseTable();

  @TempDir private Path folder;
  private Path launcher;
  private Path jars;

  @AfterAll
  static void show() {
    CASES.print();
  }

  @BeforeEach
  void soundTree() throws Exception {
    Manifests.write(folder.resolve("k8s/web.yaml"), Manifests.broken("web"));
    launcher = LauncherTree.copyTo(folder.resolve("tree"));
    jars = folder.resolve("tree/target/lib");
    assertThat(lint().exit()).isEqualTo(1);
  }

  private Launched lint() throws Exception {
    return Launched.start(launcher, folder, Map.of(), null, "lint", "k8s").end();
  }

  private void hold(String input, String said) throws Exception {
    Launched done = lint();
    assertThat(done.exit()).as("%s: %s", input, done).isEqualTo(3);
    assertThat(done.out()).as(input).isEmpty();
    assertThat(done.err()).as(input).contains(said).doesNotContain("please report");
    CASES.seen(102, input, "exit 3, damage named", "exit 3, " + said);
  }

  @Test
  void robustness102ADamagedBundleIsNamedWithBothDigests() throws Exception {
    Path jar = jars.resolve("linter-core.jar");
    FileTime time = Files.getLastModifiedTime(jar);
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      Path bundle = zip.getPath("dev/hopcheck/schema/types.tsv");
      byte[] bytes = Files.readAllBytes(bundle);
      bytes[bytes.length / 2] ^= 1;
      Files.write(bundle, bytes);
    }
    Files.setLastModifiedTime(jar, time);
    hold("bit of the schema bundle", "types.tsv is damaged: digest ");
  }

  @Test
  void robustness102ATruncatedJarIsNoVerdict() throws Exception {
    for (String name : List.of("rules.jar", "linter-core.jar")) {
      Path jar = jars.resolve(name);
      byte[] sound = Files.readAllBytes(jar);
      FileTime time = Files.getLastModifiedTime(jar);
      truncate(jar, sound);
      // As rot does, which the launcher cannot see.
      Files.setLastModifiedTime(jar, time);
      hold("half of " + name, "the installation is damaged, build it anew");
      Files.write(jar, sound);
      Files.setLastModifiedTime(jar, time);
    }
  }

  @Test
  void robustness102AJarThatDoesNotRunIsFoundWhereItIsNew() throws Exception {
    Path jar = jars.resolve("cli.jar");
    truncate(jar, Files.readAllBytes(jar));
    hold("half of cli.jar", "do not run: build them anew with mvn package");
    Files.delete(jars.resolve("rules.jar"));
    hold("no rules.jar", "do not run: build them anew with mvn package");
  }

  private static void truncate(Path jar, byte[] sound) throws IOException {
    Files.write(jar, Arrays.copyOf(sound, sound.length / 2));
  }
}
