package dev.hopcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Robustness 92 and 94: the target is whole or untouched, and nothing is left beside it. */
class AtomicFileTest {
  private static final byte[] NEW = "new\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void writesAndReplaces() throws IOException {
    Path target = folder.resolve("report");
    AtomicFile.write(target, NEW);
    AtomicFile.write(target, NEW);
    assertThat(target).hasBinaryContent(NEW);
    assertThat(names()).containsExactly("report");
  }

  @Test
  void refusesAFolder() throws IOException {
    Files.createDirectory(folder.resolve("report"));
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("report"), NEW))
        .isInstanceOf(IOException.class);
    assertThat(names()).containsExactly("report");
  }

  @Test
  void refusesALink() throws IOException {
    Path old = Files.writeString(folder.resolve("old"), "old\n");
    Files.createSymbolicLink(folder.resolve("report"), old);
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("report"), NEW))
        .isInstanceOf(IOException.class);
    assertThat(old).hasContent("old\n");
    assertThat(names()).containsExactly("old", "report");
  }

  @Test
  void refusesWhereThereIsNoFolder() {
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("none/report"), NEW))
        .isInstanceOfSatisfying(
            IOException.class,
            failed -> assertThat(AtomicFile.reason(failed)).isEqualTo("the folder does not exist"));
  }
}
