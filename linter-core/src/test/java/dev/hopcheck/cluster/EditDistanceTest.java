package dev.hopcheck.cluster;

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
    "crat,cart,true",
    "web,wbe,true",
    "db,dc,false",
    "web,api,false",
    "frontend,frontent,true",
    "frontend,backend,false",
    "same,same,false",
    "tts-order-other-service,ts-order-other-service,true",
    "prod,dev,false"
  })
  void slipsAreNear(String left, String right, boolean near) {
    assertThat(EditDistance.near(left, right)).isEqualTo(near);
    assertThat(EditDistance.near(right, left)).isEqualTo(near);
  }

  @Property
  boolean oneRemovedCharacterIsOneEdit(
      @ForAll @AlphaChars @StringLength(min = 1, max = 30) String text, @ForAll int seed) {
    int at = Math.floorMod(seed, text.length());
    String shorter = text.substring(0, at) + text.substring(at + 1);
    return EditDistance.within(text, shorter, 1) && EditDistance.within(shorter, text, 1);
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
