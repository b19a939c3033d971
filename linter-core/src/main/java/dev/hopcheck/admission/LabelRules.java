package dev.hopcheck.admission;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.value.LabelValue;
import dev.hopcheck.value.QualifiedName;
import java.util.Locale;

/**
 * Maps of labels and annotations (META-07 to META-10). The server blames the map, never the key; we
 * point at the key or value that breaks the rule.
 */
final class LabelRules {
  /** All annotations together, keys and values. */
  private static final int MAX_ANNOTATION_BYTES = 256 * 1024;

  private LabelRules() {}

  /** Labels, or a selector or node selector that has their form. */
  static void labels(Field map, Causes causes) {
    labels(map, map, "", "", causes);
  }

  /**
   * Labels for which the server names another field than the document has.
   *
   * @param base the field under which it names them, by {@code tail}
   */
  static void labels(Field map, Field base, String tail, Causes causes) {
    labels(map, base, tail, "", causes);
  }

  /**
   * Labels of which the server sets one itself, whatever is written.
   *
   * @param own the key of that label; empty where there is none
   */
  static void labels(Field map, Field base, String tail, String own, Causes causes) {
    for (Field entry : map.entries()) {
      boolean isOwn = !own.isEmpty() && entry.name().equals(own);
      boolean fine = QualifiedName.isValid(entry.name()) && LabelValue.isValid(entry.text());
      if (!isOwn && !fine) {
        blame(map, entry, base.path() + tail, causes);
      }
    }
  }

  private static void blame(Field map, Field entry, String path, Causes causes) {
    for (String error : QualifiedName.errors(entry.name())) {
      causes
          .invalid(map, entry.name(), error)
          .path(path)
          .at(entry.keyLocation())
          .about(entry)
          .rule(InputRule.LABEL_INVALID)
          .headline("`" + entry.name() + "` is no label key");
    }
    for (String error : LabelValue.errors(entry.text())) {
      causes
          .invalid(map, entry.text(), error)
          .path(path)
          .at(entry.location())
          .about(entry)
          .rule(InputRule.LABEL_INVALID)
          .headline("`" + entry.text() + "` is no label value");
    }
  }

  /** Annotations: upper case is fine in keys, values are free. */
  static void annotations(Field map, Causes causes) {
    annotations(map, map, "", causes);
  }

  /** Annotations for which the server names another field than the document has. */
  static void annotations(Field map, Field base, String tail, Causes causes) {
    boolean small = DataSize.isSurelyWithin(MAX_ANNOTATION_BYTES, map.entries());
    long bytes = 0;
    for (Field entry : map.entries()) {
      for (String error : QualifiedName.errors(entry.name().toLowerCase(Locale.ROOT))) {
        annotationKey(map, entry, error, base.path() + tail, causes);
      }
      bytes += small ? 0 : DataSize.ofText(entry.name()) + DataSize.ofText(entry.text());
    }
    if (bytes > MAX_ANNOTATION_BYTES) {
      causes.tooLong(map, MAX_ANNOTATION_BYTES).path(base.path() + tail);
    }
  }

  private static void annotationKey(
      Field map, Field entry, String error, String path, Causes causes) {
    causes
        .invalid(map, entry.name(), error)
        .path(path)
        .at(entry.keyLocation())
        .about(entry)
        .headline("`" + entry.name() + "` is no annotation key");
  }

  /** Checks one label key at a field of its own. */
  static void key(Field field, Causes causes) {
    for (String error : QualifiedName.errors(field.text())) {
      causes.invalid(field, error).rule(InputRule.LABEL_INVALID);
    }
  }
}
