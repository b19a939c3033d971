package dev.hopcheck.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipTest {
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
    assertThat(Slip.near(left, right)).isEqualTo(near);
    assertThat(Slip.near(right, left)).isEqualTo(near);
  }
}
