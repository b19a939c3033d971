package dev.hopcheck.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.hopcheck.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which folder a unit of several files is named after. */
class UnitsTest {
  @ParameterizedTest
  @CsvSource({
    "a.yaml, ''",
    "k8s/a.yaml, k8s",
    "k8s/a.yaml k8s/b/c.yaml, k8s",
    "k8s/b/c.yaml k8s/a.yaml, k8s",
    "k8s/a.yaml k8s2/a.yaml, ''",
    "/a.yaml, /",
    "/a.yaml /b.yaml, /",
    "/x/a.yaml /y/b.yaml, /",
    "/x/y/a.yaml /x/z/b.yaml, /x",
    "/x/a.yaml b.yaml, ''",
    "b.yaml /x/a.yaml, ''",
    "//x/a.yaml /y/b.yaml, /",
    "//a.yaml, /",
    "/, /",
  })
  @Timeout(10)
  void theCommonFolderOfFiles(String names, String root) {
    List<SourceFile> files = new ArrayList<>();
    for (String name : names.split(" ")) {
      files.add(SourceFile.of(name, ""));
    }
    List<Unit> units = Units.of(files, Units.Mode.ALL);
    assertThat(units).hasSize(1);
    assertThat(units.get(0).root()).isEqualTo(root);
    assertThatCode(() -> Units.of(files, Units.Mode.FOLDER)).doesNotThrowAnyException();
  }
}
