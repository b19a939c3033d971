package dev.hopcheck.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is found is what comparing with all finds, at a cost that does not grow with the names. */
class NearNamesTest {
  private static String word(Random random, String letters, int most) {
    StringBuilder word = new StringBuilder();
    int length = 1 + random.nextInt(most);
    for (int i = 0; i < length; i++) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }

  @Test
  void findsWhatComparingWithAllFinds() {
    Random random = new Random(7);
    int found = 0;
    for (int round = 0; round < 2_000; round++) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        names.add(word(random, "abc", 9));
      }
      int limit = 1 + random.nextInt(2);
      String text = word(random, "abc", 9);
      List<String> expected = new ArrayList<>();
      for (String name : names) {
        if (!expected.contains(name) && EditDistance.within(text, name, limit) <= limit) {
          expected.add(name);
        }
      }
      assertThat(new NearNames(names, 2).near(text, limit)).isEqualTo(expected);
      found += expected.size();
    }
    assertThat(found).isGreaterThan(1_000);
  }

  @Test
  void comparesWithFewOfMany() {
    Random random = new Random(7);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      names.add(word(random, "abcdefghijklmnopqrstuvwxyz", 1) + "service" + i);
    }
    NearNames near = new NearNames(names, 2);
    long compared = 0;
    for (int i = 0; i < 1_000; i++) {
      int[] candidates = near.candidates("x" + names.get(i), 2);
      assertThat(candidates.length).isLessThanOrEqualTo(NearNames.MOST_COMPARED);
      compared += candidates.length;
    }
    assertThat(compared).isPositive();
    assertThat(near.near("service19999", 2)).contains(names.get(19_999));
  }
}
