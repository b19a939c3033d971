package dev.hopcheck.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  private static final List<String> PORT =
      List.of("appProtocol", "name", "nodePort", "port", "protocol", "targetPort");

  @Test
  void prefersADifferenceInCase() {
    NearestName near = NearestName.of("targetport", PORT);
    assertThat(near.only()).isEqualTo("targetPort");
    assertThat(near.distance()).isZero();
  }

  @Test
  void allowsOneSlipInShortWordsAndTwoInLongOnes() {
    assertThat(NearestName.of("prt", PORT).only()).isEqualTo("port");
    assertThat(NearestName.of("pt", PORT).names()).isEmpty();
    assertThat(NearestName.of("tragetPotr", PORT).only()).isEqualTo("targetPort");
    assertThat(NearestName.of("hostPort", PORT).names()).isEmpty();
  }

  @Test
  void namesNoneOfSeveralAsTheOnlyOne() {
    NearestName near = NearestName.of("bat", List.of("cat", "hat"));
    assertThat(near.names()).containsExactly("cat", "hat");
    assertThat(near.only()).isNull();
  }

  @Test
  void comparesNoEndlessWords() {
    assertThat(NearestName.of("a".repeat(10_000), List.of("a".repeat(10_001))).names()).isEmpty();
  }
}
