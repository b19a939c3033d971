package dev.hopcheck.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWalkTest {
  @TempDir private Path temporary;
  private Path base;

  @BeforeEach
  void setUp() throws IOException {
    base = temporary.toRealPath();
  }

  @Test
  void foldersAreWalkedInBytewiseOrder() throws IOException {
    for (String name :
        List.of("m/b.yaml", "m/a/z.yml", "m/B.YAML", "m/a.json", "m/x.txt", "m/é.yaml")) {
      write(name, "a: b");
    }
    FileList list = list("m");
    assertThat(names(list))
        .containsExactly("m/B.YAML", "m/a.json", "m/b.yaml", "m/é.yaml", "m/a/z.yml");
    assertThat(list.discovered()).isEqualTo(5);
    assertThat(list.files()).noneMatch(ListedFile::explicit);
    assertThat(names(list("m/"))).startsWith("m/B.YAML");
    assertThat(names(list("."))).startsWith("./m/B.YAML");
  }

  @Test
  void case16ChartTemplatesAreSkipped() throws IOException {
    write("chart/Chart.yaml", "name: c");
    write("chart/templates/a.yaml", "{{ x }}");
    write("chart/templates/sub/b.yaml", "{{ x }}");
    write("chart/crds/c.yaml", "a: b");
    write("chart/charts/d/Chart.yaml", "name: d");
    write("chart/charts/d/templates/e.yaml", "{{ x }}");
    write("templates/f.yaml", "a: b");
    FileList list = list(".");
    assertThat(names(list))
        .containsExactlyInAnyOrder(
            "./chart/Chart.yaml",
            "./chart/crds/c.yaml",
            "./chart/charts/d/Chart.yaml",
            "./templates/f.yaml");
    assertThat(list.skipped())
        .hasSize(3)
        .allMatch(skipped -> skipped.reason().equals("chart template"));
    assertThat(list("chart/templates").skipped()).hasSize(2);
    assertThat(list("chart/templates/a.yaml").skipped()).hasSize(1);
  }

  @Test
  void case20NamedFilesAreAlwaysRead() throws IOException {
    write("manifest", "a: b");
    FileList list = list("manifest", "-");
    assertThat(names(list)).containsExactly("manifest", "-");
    assertThat(list.files()).allMatch(ListedFile::explicit);
  }

  @Test
  void case35LimitsAreNamed() throws IOException {
    for (int i = 0; i < 5; i++) {
      write("m/" + i + ".yaml", "a: b");
    }
    FileList few = FileWalk.list(List.of("m"), base, new SourceLimits(1000, 1000, 3));
    assertThat(few.files()).hasSize(3);
    assertThat(few.unreadable().get(0).id()).isEqualTo("limit-files");
    FileList small = FileWalk.list(List.of("m"), base, new SourceLimits(1000, 10, 100));
    assertThat(small.files()).hasSize(2);
    assertThat(small.unreadable().get(0).id()).isEqualTo("limit-run-size");
  }

  @Test
  void case36DeepFolders() throws IOException {
    Path deep = base.resolve("m");
    for (int i = 0; i < 300; i++) {
      deep = deep.resolve("d");
    }
    Files.createDirectories(deep);
    Files.writeString(deep.resolve("a.yaml"), "a: b");
    assertThat(list("m").files()).hasSize(1);
  }

  @Test
  void case51SpecialFilesAreNotOpened() throws IOException, InterruptedException {
    Files.createDirectories(base.resolve("m"));
    assumeTrue(
        new ProcessBuilder("mkfifo", base.resolve("m/x.yaml").toString()).start().waitFor() == 0);
    FileList list = list("m", "m/x.yaml");
    assertThat(list.files()).isEmpty();
    assertThat(list.unreadable()).hasSize(2).allMatch(each -> each.id().equals("file-unreadable"));
  }

  @Test
  void case52LinksInsideAreReadOnceUnderTheirRealName() throws IOException {
    write("m/real/a.yaml", "a: b");
    Files.createSymbolicLink(base.resolve("m/b.yaml"), Path.of("real/a.yaml"));
    Files.createSymbolicLink(base.resolve("m/c.yaml"), Path.of("real/a.yaml"));
    FileList list = list("m");
    assertThat(names(list)).containsExactly("m/real/a.yaml");
    assertThat(list.skipped()).hasSize(2);
    assertThat(list.discovered()).isEqualTo(3);
  }

  @Test
  void case53LinksThatLeadOut() throws IOException {
    write("secret.yaml", "a: b");
    write("m/a.yaml", "a: b");
    Files.createSymbolicLink(base.resolve("m/b.yaml"), base.resolve("secret.yaml"));
    Files.createSymbolicLink(base.resolve("m/c.yaml"), Path.of("/dev/zero"));
    FileList list = list("m");
    assertThat(names(list)).containsExactly("m/a.yaml");
    assertThat(list.unreadable()).hasSize(2).allMatch(each -> each.id().equals("link-outside"));
  }

  @Test
  void case54LinksThatLeadNowhere() throws IOException {
    Files.createDirectories(base.resolve("m"));
    Files.createSymbolicLink(base.resolve("m/a.yaml"), Path.of("a.yaml"));
    Files.createSymbolicLink(base.resolve("m/b.yaml"), Path.of("gone"));
    Files.createSymbolicLink(base.resolve("m/c.yaml"), Path.of("d.yaml"));
    Files.createSymbolicLink(base.resolve("m/d.yaml"), Path.of("c.yaml"));
    assertThat(list("m").unreadable()).hasSize(4);
    assertThat(list("m").files()).isEmpty();
  }

  @Test
  void case55LinkedFolders() throws IOException {
    write("real/a.yaml", "a: b");
    Files.createDirectories(base.resolve("m"));
    Files.createSymbolicLink(base.resolve("m/link"), base.resolve("real"));
    Files.createSymbolicLink(base.resolve("root"), base.resolve("real"));
    assertThat(list("m").skipped())
        .containsExactly(new Skipped("m/link", "symbolic link to a folder"));
    assertThat(names(list("root"))).containsExactly("root/a.yaml");
  }

  @Test
  void case57UnreadableFolders() throws IOException {
    write("m/a/a.yaml", "a: b");
    write("m/b/b.yaml", "a: b");
    Path closed = base.resolve("m/a");
    assumeTrue(closed.toFile().setReadable(false) && !Files.isReadable(closed));
    FileList list = list("m");
    assertThat(names(list)).containsExactly("m/b/b.yaml");
    assertThat(list.unreadable()).hasSize(1);
    assertThat(closed.toFile().setReadable(true)).isTrue();
  }

  @Test
  void case58FoldersAndFilesWithEachOthersNames() throws IOException {
    write("m/x.yaml/a.yaml", "a: b");
    write("m/target", "a: b");
    assertThat(names(list("m"))).containsExactly("m/x.yaml/a.yaml");
    assertThat(names(list("m/target"))).containsExactly("m/target");
  }

  @Test
  void case63OverlappingArgumentsAreReadOnce() throws IOException {
    write("a/b/x.yaml", "a: b");
    write("a/y.yaml", "a: b");
    assertThat(names(list("a", "a/b", "a/b/x.yaml", "./a")))
        .containsExactly("a/y.yaml", "a/b/x.yaml");
    assertThat(names(list("a/b", "a"))).containsExactly("a/b/x.yaml", "a/y.yaml");
  }

  @Test
  void case65And66WhatIsNotEntered() throws IOException {
    write("m/.git/a.yaml", "a: b");
    write("m/node_modules/a.yaml", "a: b");
    write("m/target/a.yaml", "a: b");
    write("m/chart.tgz", "a: b");
    write("m/.github/a.yaml", "a: b");
    FileList list = list("m");
    assertThat(names(list)).containsExactly("m/.github/a.yaml");
    assertThat(list.skipped())
        .extracting(Skipped::file)
        .containsExactly("m/.git", "m/chart.tgz", "m/node_modules", "m/target");
  }

  @Test
  void missingPathsAreSaid() {
    FileList list = list("gone.yaml", "also/gone");
    assertThat(list.unreadable()).hasSize(2).allMatch(each -> each.id().equals("file-missing"));
    assertThat(list.discovered()).isEqualTo(2);
  }

  @Test
  void case60NamesThatAreNoUtf8AreShownEscaped() {
    byte[] bytes = {'a', (byte) 0xFF, (byte) 0xC3, (byte) 0xA4};
    assertThat(PathName.decode(bytes, 2)).isEqualTo("a\\xFF");
    assertThat(PathName.decode("aä".getBytes(StandardCharsets.UTF_8), 3)).isEqualTo("aä");
  }

  private void write(String name, String text) throws IOException {
    Path file = base.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private FileList list(String... arguments) {
    return FileWalk.list(List.of(arguments), base, SourceLimits.DEFAULT);
  }

  private static List<String> names(FileList list) {
    return list.files().stream().map(ListedFile::name).toList();
  }
}
