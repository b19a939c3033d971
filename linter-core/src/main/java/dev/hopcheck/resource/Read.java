package dev.hopcheck.resource;

import dev.hopcheck.admission.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns members of objects into located values; a wrong type or a placeholder is unknown. */
final class Read {
  private Read() {}

  /** A string; null where it is absent or empty, which Go cannot tell apart. */
  static @Nullable Located<String> text(Field owner, String member) {
    Field field = owner.valued(member);
    return field == null ? null : text(field);
  }

  /** A string that is there; null where it is empty. */
  static @Nullable Located<String> text(Field field) {
    Located<String> read = string(field);
    return read.value().isEmpty() && read.known() ? null : read;
  }

  /** A string; the fallback, as if not written, where it is absent or empty. */
  static Located<String> string(Field owner, String member, String fallback) {
    Located<String> read = text(owner, member);
    return read == null ? absent(fallback, owner, member) : read;
  }

  /** A string that is there, be it empty. */
  static Located<String> string(Field field) {
    String text = field.text();
    boolean unknown = field.isPlaceholder() || (field.present() && !field.isString());
    return new Located<>(text, field, isWritten(field) && (unknown || !text.isEmpty()), unknown);
  }

  /** A number; null where it is absent. */
  static @Nullable Located<Integer> number(Field owner, String member) {
    Field field = owner.valued(member);
    if (field == null) {
      return null;
    }
    long number = field.number();
    boolean unknown =
        field.isPlaceholder()
            || !field.isInteger()
            || number > Integer.MAX_VALUE
            || number < Integer.MIN_VALUE;
    return new Located<>(unknown ? 0 : (int) number, field, isWritten(field), unknown);
  }

  /** A number; null where it is absent or 0, which means absent for some ports. */
  static @Nullable Located<Integer> nonZero(Field owner, String member) {
    Located<Integer> number = number(owner, member);
    return number == null || (number.known() && number.value() == 0) ? null : number;
  }

  /** A number; the fallback, as if not written, where it is absent. */
  static Located<Integer> number(Field owner, String member, int fallback) {
    Located<Integer> number = number(owner, member);
    return number == null ? absent(fallback, owner, member) : number;
  }

  /** A number that is known; null where it is absent. */
  static @Nullable Integer plainNumber(Field owner, String member) {
    Located<Integer> number = number(owner, member);
    return number == null || number.unknown() ? null : number.value();
  }

  /** A boolean; the fallback, as if not written, where it is absent. */
  static Located<Boolean> flag(Field owner, String member, boolean fallback) {
    Field field = owner.valued(member);
    if (field == null) {
      return absent(fallback, owner, member);
    }
    String text = field.text();
    boolean known = text.equals("true") || text.equals("false");
    return new Located<>(field.flag(), field, isWritten(field), field.isPlaceholder() || !known);
  }

  /** A port by number or name; null where it is absent. */
  static @Nullable Located<PortRef> portRef(Field owner, String member) {
    Field field = owner.valued(member);
    if (field == null) {
      return null;
    }
    boolean written = isWritten(field);
    if (field.isInteger()) {
      long number = field.number();
      boolean fits = number >= 0 && number <= 65535;
      return new Located<>(
          new PortRef.Number(fits ? (int) number : 0),
          field,
          written,
          field.isPlaceholder() || !fits);
    }
    boolean unknown = field.isPlaceholder() || !field.isString();
    return new Located<>(new PortRef.Name(field.text()), field, written, unknown);
  }

  /** A list of strings. */
  static List<Located<String>> strings(Field owner, String member) {
    Field list = owner.valued(member);
    List<Field> items = list == null ? List.of() : list.items();
    if (items.isEmpty()) {
      return List.of();
    }
    List<Located<String>> strings = new ArrayList<>(items.size());
    for (Field item : items) {
      strings.add(string(item));
    }
    return strings;
  }

  /** A map of strings; a null value counts as the empty string (LOAD-04). */
  static Labels labels(Field owner, String member) {
    Field map = owner.valued(member);
    return map == null
        ? new Labels(List.of(), new Places.Member(owner, member), false)
        : labels(map);
  }

  /** A map of strings that is there. */
  static Labels labels(Field map) {
    List<Field> values = map.entries();
    if (values.isEmpty()) {
      return new Labels(List.of(), new Places.Key(map), map.written());
    }
    List<Labels.Pair> pairs = new ArrayList<>(values.size());
    for (Field value : values) {
      boolean unknown =
          value.isPlaceholder()
              || (value.present() && !value.isString())
              || value.isPlaceholderKey();
      pairs.add(
          new Labels.Pair(
              value.name(),
              new Located<>(value.text(), new Places.Entry(map, value), true, unknown)));
    }
    return new Labels(pairs, new Places.Key(map), map.written());
  }

  private static <T> Located<T> absent(T fallback, Field owner, String member) {
    return new Located<>(fallback, new Places.Member(owner, member), false, false);
  }

  private static boolean isWritten(Field field) {
    return field.written() && !field.defaulted();
  }
}
