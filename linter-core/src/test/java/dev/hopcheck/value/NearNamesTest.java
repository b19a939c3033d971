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
      assertThat(new NearNames(names).near(text, limit)).isEqualTo(expected);
      found += expected.size();
    }
    assertThat(found).isGreaterThan(1_000);
  }

  @Test
  void findsLongNamesBySeveralSlips() {
    Random random = new Random(8);
    int found = 0;
    for (int round = 0; round < 500; round++) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        names.add("web-" + word(random, "ab", 20));
      }
      int limit = 3 + random.nextInt(5);
      String text = "wbe-" + word(random, "ab", 20);
      List<String> expected = new ArrayList<>();
      for (String name : names) {
        if (!expected.contains(name) && EditDistance.within(text, name, limit) <= limit) {
          expected.add(name);
        }
      }
      assertThat(new NearNames(names).near(text, limit)).isEqualTo(expected);
      found += expected.size();
    }
    assertThat(found).isGreaterThan(1_000);
  }

  @Test
  void namesTheSameAsComparingWithAll() {
    Random random = new Random(9);
    int found = 0;
    for (int round = 0; round < 2_000; round++) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        names.add(word(random, "abAB", 8));
      }
      String text = word(random, "abAB", 8);
      String nearest = new NearNames(names).nearest(text);
      assertThat(nearest).isEqualTo(Nearest.of(text, names).orElse(""));
      found += nearest.isEmpty() ? 0 : 1;
    }
    assertThat(found).isBetween(500, 1_900);
  }

  /**
   * The same share of numbered, and of made-up names is held against a text whatever their number.
   */
  @Test
  void comparesWithFewOfMany() {
    for (boolean numbered : new boolean[] {true, false}) {
      long few = steps(10_000, numbered);
      long many = steps(40_000, numbered);
      assertThat(few).isPositive();
      assertThat(many).isLessThan(2 * few);
    }
  }

  private static long steps(int size, boolean numbered) {
    Random random = new Random(7);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      names.add(
          numbered
              ? "service" + i
              : word(random, "abcdefghijklmnopqrstuvwxyz", 1) + random.nextLong());
    }
    NearNames near = new NearNames(names);
    long steps = 0;
    for (int i = 0; i < 1_000; i++) {
      NearNames.Search search = near.search("x" + names.get(i), 2, Integer.MAX_VALUE);
      assertThat(search.found()).contains(names.get(i));
      steps += search.steps();
    }
    return steps;
  }

  @Test
  void endsWhereItIsTold() {
    NearNames near = new NearNames(List.of("cart", "carts", "card"));
    assertThat(near.search("cart", 1, 3).isCut()).isTrue();
    assertThat(near.search("cart", 1, 1_000).isCut()).isFalse();
    assertThat(near.search("cart", 1, 1_000).found()).containsExactly("cart", "carts", "card");
  }
}
