package dev.hopcheck.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.source.SourceFile;
import org.junit.jupiter.api.Test;

/** Of a mapping with very many keys those at the end are found as those at the start are. */
class WideMappingTest {
  @Test
  void eachKeyIsFoundWithItsOwnValue() {
    int count = 1000;
    StringBuilder yaml = new StringBuilder("wide:\n");
    for (int i = 0; i < count; i++) {
      String key = i % 3 == 0 ? "\"k" + i + '"' : i % 3 == 1 ? "k" + i : "? k" + i + "\n  ";
      yaml.append("  ").append(key).append(": ").append(i % 4 == 0 ? "{k7: v}" : "v" + i);
      yaml.append('\n');
    }
    yaml.append("  700: number\n  true: truth\nk999: outside\n");
    YamlDocument document =
        YamlReader.read(SourceFile.of("a.yaml", yaml.toString()), YamlLimits.DEFAULT)
            .documents()
            .get(0);
    YamlNode wide = document.root().get("wide");
    assertThat(wide).isNotNull();
    for (int i = 0; i < count; i++) {
      YamlNode value = wide.get("k" + i);
      assertThat(value).as("k%s", i).isNotNull();
      assertThat(value.isMapping() ? "" : value.text()).isEqualTo(i % 4 == 0 ? "" : "v" + i);
    }
    assertThat(wide.value("700")).isEqualTo("number");
    assertThat(wide.value("true")).isEqualTo("truth");
    assertThat(wide.get("k1000")).isNull();
    assertThat(wide.get("v1")).isNull();
    assertThat(document.root().value("k999")).isEqualTo("outside");
  }
}
