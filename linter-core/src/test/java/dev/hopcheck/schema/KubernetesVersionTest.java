package dev.hopcheck.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesVersionTest {
  @ParameterizedTest
  @CsvSource({"1.28,28", "v1.31,31", "1.36.4,36", "v1.30.2-eks.1,30", "1.33+k3s1,33"})
  void readsWhatPeopleWrite(String text, int minor) {
    assertThat(KubernetesVersion.parse(text)).isEqualTo(new KubernetesVersion(minor));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1.", "1.27", "1.37", "2.30", "1.3x", "latest", "1.9999999999"})
  void knowsNoOther(String text) {
    assertThat(KubernetesVersion.parse(text)).isNull();
  }

  @Test
  void hasBounds() {
    assertThat(KubernetesVersion.NEWEST)
        .isGreaterThan(KubernetesVersion.OLDEST)
        .hasToString("1.36");
    assertThat(KubernetesVersion.NEWEST.isAtLeast(36)).isTrue();
    assertThat(KubernetesVersion.OLDEST.isAtLeast(29)).isFalse();
    assertThatThrownBy(() -> new KubernetesVersion(27))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
