package dev.hopcheck.admission;

import dev.hopcheck.finding.Naming;
import dev.hopcheck.source.Location;

/** Headlines that name what stands at the place that is pointed at. */
final class PlacedWords {
  private PlacedWords() {}

  /** The words, completed by the text of the place where they do not name it yet. */
  static String of(String words, Field field, Location place, boolean secret) {
    String text = Naming.missingFrom(words, place);
    if (text == null) {
      return words;
    }
    if (isValue(field, place)) {
      return secret ? words : words + "; found `" + text + "`";
    }
    return words + (holds(field, place, text) ? " in `" : " beside `") + text + "`";
  }

  private static boolean isValue(Field field, Location place) {
    return field.node() != null && field.node().isScalar() && place.equals(field.location());
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
