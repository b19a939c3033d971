package dev.hopcheck.value;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
  @ParameterizedTest
  @CsvSource({
    "same,same,4,0",
    "web,wbe,4,1",
    "web,api,4,3",
    "web,api,1,2",
    "kitten,sitting,4,3",
    "abcd,badc,4,2",
    "'',abc,4,3",
    "'',abc,2,3"
  })
  void countsSlipsUpToTheLimit(String left, String right, int limit, int distance) {
    assertThat(EditDistance.within(left, right, limit)).isEqualTo(distance);
    assertThat(EditDistance.within(right, left, limit)).isEqualTo(distance);
  }

  @Property
  boolean oneRemovedCharacterIsOneEdit(
      @ForAll @AlphaChars @StringLength(min = 1, max = 30) String text, @ForAll int seed) {
    int at = Math.floorMod(seed, text.length());
    String shorter = text.substring(0, at) + text.substring(at + 1);
    return EditDistance.within(text, shorter, 1) == 1 && EditDistance.within(shorter, text, 1) == 1;
  }

  @Property
  boolean distanceIsSymmetric(
      @ForAll @AlphaChars @StringLength(max = 12) String left,
      @ForAll @AlphaChars @StringLength(max = 12) String right,
      @ForAll boolean wide) {
    int limit = wide ? 4 : 2;
    return EditDistance.within(left, right, limit) == EditDistance.within(right, left, limit);
  }
}
