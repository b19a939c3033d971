package dev.hopcheck.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files, byte for byte (robustness 60). */
class PathNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"a.yaml", "~", "a b", "%41", "a%", "\u00e9.yaml", "\u4f60 %", "\uD83D\uDE00"})
  void theLastElementIsNamed(String name) {
    for (Path path : new Path[] {Path.of(name), Path.of("folder\u00e9", name)}) {
      assertThat(PathName.last(path)).isEqualTo(name);
      assertThat(PathName.bytes(path)).isEqualTo(name.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The URI of a folder that exists ends with a slash. */
  @Test
  void foldersAreNamedWithoutASlash(@TempDir Path folder) throws Exception {
    Path sub = Files.createDirectory(folder.resolve("\u00e9"));
    assertThat(PathName.last(sub)).isEqualTo("\u00e9");
  }

  @Test
  void theRootHasNoName() {
    assertThat(PathName.last(Path.of("/"))).isEmpty();
    assertThat(PathName.bytes(Path.of("/"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "61FF, a\\xFF",
    "80, \\x80",
    "7FFE, \u007F\\xFE",
    "C3A9, \u00e9",
    "C3, \\xC3",
    "'', ''"
  })
  void bytesThatAreNoTextAreShown(String digits, String shown) {
    byte[] bytes = HexFormat.of().parseHex(digits);
    assertThat(PathName.decode(bytes, bytes.length)).isEqualTo(shown);
  }

  @Test
  void onlySoManyBytesCount() {
    assertThat(PathName.decode(new byte[] {'a', 'b', (byte) 0xFF}, 2)).isEqualTo("ab");
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "1, 0, 1", "1, 1, 0"})
  void limitsAreAtLeastOne(int fileBytes, long runBytes, int files) {
    assertThatThrownBy(() -> new SourceLimits(fileBytes, runBytes, files))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new SourceLimits(1, 1, 1).files()).isEqualTo(1);
  }
}
