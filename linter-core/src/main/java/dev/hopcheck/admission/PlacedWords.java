package dev.hopcheck.admission;

import dev.hopcheck.source.Location;

/** Headlines that name what stands at the place that is pointed at. */
final class PlacedWords {
  private static final int LONGEST = 80;

  private PlacedWords() {}

  /** The words, completed by the text of the place where they do not name it yet. */
  static String of(String words, Field field, Location place, boolean secret) {
    String text = unquoted(place.text().strip());
    if (text.isEmpty() || text.length() > LONGEST || text.indexOf('\n') >= 0) {
      return words;
    }
    if (names(words, text)) {
      return words;
    }
    if (field.node() != null && field.node().isScalar() && place.equals(field.location())) {
      return secret ? words : words + "; found `" + text + "`";
    }
    return words + (holds(field, place, text) ? " in `" : " beside `") + text + "`";
  }

  private static String unquoted(String text) {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    boolean quoted =
        text.length() > 1
            && (first == '"' || first == '\'')
            && text.charAt(text.length() - 1) == first;
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  /** Whether the words have the text in backticks, alone or as a step of a path. */
  private static boolean names(String words, String text) {
    int at = words.indexOf(text);
    while (at >= 0) {
      int end = at + text.length();
      boolean starts = at > 0 && (words.charAt(at - 1) == '`' || words.charAt(at - 1) == '.');
      boolean ends =
          end < words.length()
              && (words.charAt(end) == '`' || words.charAt(end) == '.' || words.charAt(end) == '[');
      if (starts && ends) {
        return true;
      }
      at = words.indexOf(text, at + 1);
    }
    return false;
  }

  /** Whether the place is the key, or the kind, of something that would hold the field. */
  private static boolean holds(Field field, Location place, String text) {
    for (Field at = field; at != null; at = at.parent()) {
      if (at.keyLocation().equals(place) && !isItem(at, text)) {
        return true;
      }
    }
    return false;
  }

  /** An item of a list is pointed at by its first key. */
  private static boolean isItem(Field field, String text) {
    return field.isElement() && field.node() != null && field.node().get(text) != null;
  }
}
