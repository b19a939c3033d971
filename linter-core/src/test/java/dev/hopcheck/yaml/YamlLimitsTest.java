package dev.hopcheck.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlLimitsTest {
  @ParameterizedTest
  @CsvSource({"0, 1, 1, 1", "1, 0, 1, 1", "1, 1, 0, 1", "1, 1, 1, 0"})
  void limitsAreAtLeastOne(int codePoints, int depth, int nodes, int expandedNodes) {
    assertThatThrownBy(() -> new YamlLimits(codePoints, depth, nodes, expandedNodes))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void oneIsEnough() {
    assertThat(new YamlLimits(1, 1, 1, 1).depth()).isEqualTo(1);
  }
}
