package dev.hopcheck.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSearchTest {
  private static final String[] WORDS = {"abab", "bcacb", "cccc"};

  @Test
  void findsWhatASlowSearchFinds() {
    Random random = new Random(7);
    ByteSearch search = new ByteSearch(WORDS);
    int found = 0;
    for (int run = 0; run < 5_000; run++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(40);
      for (int i = 0; i < length; i++) {
        text.append((char) ('a' + random.nextInt(4)));
      }
      int from = random.nextInt(6);
      int expected = first(text.toString(), from);
      assertThat(search.next(bytes(text.toString()), from)).as("%s", text).isEqualTo(expected);
      found += expected >= 0 ? 1 : 0;
    }
    assertThat(found).isGreaterThan(100);
  }

  private static int first(String text, int from) {
    int first = -1;
    for (String word : WORDS) {
      int at = text.indexOf(word, from);
      first = at >= 0 && (first < 0 || at < first) ? at : first;
    }
    return first;
  }

  @Test
  void bytesBeyondAsciiAreNoHindrance() {
    assertThat(new ByteSearch("kind").next(bytes("\u00e4\u20ac\ud83d\ude00 kind"), 0))
        .isEqualTo(bytes("\u00e4\u20ac\ud83d\ude00 ").length);
  }

  @Test
  void findsEscapesAsASlowSearchDoes() {
    Random random = new Random(11);
    int found = 0;
    for (int run = 0; run < 5_000; run++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(8);
      for (int i = 0; i < length; i++) {
        text.append("\\\\xuUn\n\rab".charAt(random.nextInt(10)));
      }
      boolean expected = false;
      for (String hidden : new String[] {"\\x", "\\u", "\\U", "\\\n", "\\\r"}) {
        expected |= text.indexOf(hidden) >= 0;
      }
      assertThat(ByteSearch.hasEscape(bytes(text.toString()))).as("%s", text).isEqualTo(expected);
      found += expected ? 1 : 0;
    }
    assertThat(found).isBetween(500, 4_500);
  }

  @ParameterizedTest
  @CsvSource({
    "a\\x4b, true",
    "a\\u004b, true",
    "a\\U0000004b, true",
    "a\\n, false",
    "a\\\"b, false",
    "a, false",
    "a\\, false"
  })
  void escapesThatMayHideALetter(String text, boolean hides) {
    assertThat(ByteSearch.hasEscape(bytes(text))).isEqualTo(hides);
  }

  @Test
  void aLineEndMayBeEscaped() {
    assertThat(ByteSearch.hasEscape(bytes("a: \"b\\\n  c\""))).isTrue();
    assertThat(ByteSearch.hasEscape(bytes("a: \"b\\\r\n  c\""))).isTrue();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
