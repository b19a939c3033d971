package dev.hopcheck.resource;

import dev.hopcheck.admission.Field;
import dev.hopcheck.source.Location;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns fields into located values; what has a wrong type or is a placeholder becomes unknown. */
final class Read {
  private Read() {}

  /** A string; null where it is absent or empty, which Go cannot tell apart. */
  static @Nullable Located<String> text(Field field) {
    if (!field.present()) {
      return null;
    }
    Located<String> read = string(field, "");
    return read.value().isEmpty() && read.known() ? null : read;
  }

  /** A string; the fallback, as if not written, where it is absent or empty. */
  static Located<String> string(Field field, String fallback) {
    boolean unknown = isUnknown(field);
    String text = field.text();
    if (text.isEmpty() && !unknown) {
      return new Located<>(fallback, field.path(), field.location(), false);
    }
    boolean written = field.written() && !field.defaulted();
    return new Located<>(text, field.path(), field.location(), written, unknown);
  }

  private static boolean isUnknown(Field string) {
    return string.isPlaceholder() || (string.present() && !string.isString());
  }

  /** A number; null where it is absent. */
  static @Nullable Located<Integer> number(Field field) {
    if (!field.present()) {
      return null;
    }
    boolean written = field.written() && !field.defaulted();
    long number = field.number();
    boolean unknown =
        field.isPlaceholder()
            || !field.isInteger()
            || number > Integer.MAX_VALUE
            || number < Integer.MIN_VALUE;
    int value = unknown ? 0 : (int) number;
    return new Located<>(value, field.path(), field.location(), written, unknown);
  }

  /** A number; null where it is absent or 0, which means absent for some ports. */
  static @Nullable Located<Integer> nonZero(Field field) {
    Located<Integer> number = number(field);
    return number == null || (number.known() && number.value() == 0) ? null : number;
  }

  /** A number; the fallback, as if not written, where it is absent. */
  static Located<Integer> number(Field field, int fallback) {
    Located<Integer> number = number(field);
    return number == null ? new Located<>(fallback, field.path(), field.location(), false) : number;
  }

  /** A boolean; the fallback, as if not written, where it is absent. */
  static Located<Boolean> flag(Field field, boolean fallback) {
    if (!field.present()) {
      return new Located<>(fallback, field.path(), field.location(), false);
    }
    String text = field.text();
    boolean known = text.equals("true") || text.equals("false");
    return new Located<>(
        field.flag(),
        field.path(),
        field.location(),
        field.written() && !field.defaulted(),
        field.isPlaceholder() || !known);
  }

  /** A port by number or name; null where it is absent. */
  static @Nullable Located<PortRef> portRef(Field field) {
    if (!field.present()) {
      return null;
    }
    boolean written = field.written() && !field.defaulted();
    if (field.isInteger()) {
      long number = field.number();
      boolean fits = number >= 0 && number <= 65535;
      return new Located<>(
          new PortRef.Number(fits ? (int) number : 0),
          field.path(),
          field.location(),
          written,
          field.isPlaceholder() || !fits);
    }
    boolean unknown = field.isPlaceholder() || !field.isString();
    return new Located<>(
        new PortRef.Name(field.text()), field.path(), field.location(), written, unknown);
  }

  /** A list of strings. */
  static List<Located<String>> strings(Field list) {
    List<Field> items = list.items();
    if (items.isEmpty()) {
      return List.of();
    }
    List<Located<String>> strings = new ArrayList<>(items.size());
    for (Field item : items) {
      strings.add(string(item, ""));
    }
    return strings;
  }

  /** A map of strings; a null value counts as the empty string (LOAD-04). */
  static Labels labels(Field map) {
    Map<String, Located<String>> pairs = new LinkedHashMap<>();
    YamlNode node = map.node();
    if (node != null) {
      List<Field> values = map.entries();
      List<YamlEntry> entries = node.entries();
      for (int i = 0; i < values.size(); i++) {
        Field value = values.get(i);
        boolean unknown = isUnknown(value) || entries.get(i).keyNode().isPlaceholder();
        Location at = value.location();
        pairs.put(value.name(), new Located<>(value.text(), map.path(), at, true, unknown));
      }
    }
    return new Labels(pairs, map.path(), map.keyLocation(), map.written());
  }
}
