package dev.hopcheck.admission;

import dev.hopcheck.value.Nearest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the word of an enumeration that was probably meant. */
final class NearestWord {
  private NearestWord() {}

  /** The candidate that is written with blanks around it or with a slip; null where none is. */
  static @Nullable String of(String written, String... candidates) {
    String text = written.strip();
    List<String> words = List.of(candidates);
    return words.contains(text) ? text : Nearest.of(text, words).orElse(null);
  }
}
