package dev.hopcheck.promise;

import java.util.List;
import java.util.Random;

/** Wrong words, as hands make them. */
final class Words {
  private static final List<String> OTHERS = List.of("lantern", "harbor", "meadow", "basket");
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private final Random random;

  Words(Random random) {
    this.random = random;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Two misspellings, the word with a suffix, and another word. */
  List<String> instead(String word) {
    return List.of(typo(word), typo(word), word + "-v2", OTHERS.get(below(OTHERS.size())));
  }

  /** The word with a letter lost, doubled, replaced or out of order; still a name. */
  String typo(String word) {
    while (true) {
      StringBuilder wrong = new StringBuilder(word);
      int at = 1 + below(word.length() - 1);
      switch (below(4)) {
        case 0 -> wrong.deleteCharAt(at);
        case 1 -> wrong.insert(at, word.charAt(at));
        case 2 -> wrong.setCharAt(at, LETTERS.charAt(below(LETTERS.length())));
        default -> {
          wrong.setCharAt(at, word.charAt(at - 1));
          wrong.setCharAt(at - 1, word.charAt(at));
        }
      }
      String made = wrong.toString();
      if (!made.equals(word) && made.matches("[a-z0-9]+([-./]?[a-z0-9]+)*")) {
        return made;
      }
    }
  }
}
