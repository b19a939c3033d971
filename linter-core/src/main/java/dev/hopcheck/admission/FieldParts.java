package dev.hopcheck.admission;

import dev.hopcheck.source.Location;
import dev.hopcheck.source.Span;
import dev.hopcheck.yaml.Scalar;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a field's node holds, and where it stands. */
final class FieldParts {
  private static final Field[] NONE = {};

  /** Digits that surely fit 64 bits. */
  private static final int MOST_DIGITS = 18;

  /** Names of the first items of a list. */
  private static final String[] INDEXES = indexes();

  private FieldParts() {}

  /** The member of that name; null where it is not written. */
  static @Nullable Field member(
      Field field, YamlDocument document, int node, int via, String name) {
    if (document.isSpecial(node)) {
      YamlEntry entry = document.node(node, via).entry(name);
      return entry == null ? null : part(field, entry, false);
    }
    int key = document.find(node, name);
    if (key < 0) {
      return null;
    }
    int value = document.after(key);
    int reached = via < 0 && document.isAlias(value) ? value : via;
    return new Field(field, name, false, document.target(key), document.target(value), reached);
  }

  /** All members that are written. */
  static Field[] members(Field field) {
    YamlNode node = field.node();
    if (node == null || !node.isMapping()) {
      return NONE;
    }
    Field[] members = new Field[node.size()];
    entries(field, node, false, members);
    return members;
  }

  /** The items of a list or the entries of a map. */
  static List<Field> elements(Field field) {
    YamlNode node = field.node();
    int size = node == null ? 0 : node.size();
    if (node == null || size == 0) {
      return List.of();
    }
    Field[] elements = new Field[size];
    if (node.isSequence()) {
      items(field, node, elements);
    } else {
      entries(field, node, true, elements);
    }
    return Arrays.asList(elements);
  }

  private static void items(Field field, YamlNode node, Field[] into) {
    YamlDocument document = node.document();
    int item = document.first(node.id());
    for (int i = 0; i < into.length; i++) {
      String name = i < INDEXES.length ? INDEXES[i] : Integer.toString(i);
      into[i] = new Field(field, name, true, -1, document.target(item), via(node, item));
      item = document.after(item);
    }
  }

  private static void entries(Field field, YamlNode node, boolean element, Field[] into) {
    YamlDocument document = node.document();
    if (document.isSpecial(node.id())) {
      List<YamlEntry> entries = node.entries();
      for (int i = 0; i < into.length; i++) {
        into[i] = part(field, entries.get(i), element);
      }
      return;
    }
    int key = document.first(node.id());
    for (int i = 0; i < into.length; i++) {
      int value = document.after(key);
      into[i] =
          new Field(
              field,
              document.key(key),
              element,
              document.target(key),
              document.target(value),
              via(node, value));
      key = document.after(value);
    }
  }

  private static int via(YamlNode holder, int child) {
    return holder.viaId() < 0 && holder.document().isAlias(child) ? child : holder.viaId();
  }

  private static Field part(Field field, YamlEntry entry, boolean element) {
    YamlNode value = entry.value();
    return new Field(field, entry.key(), element, entry.keyNode().id(), value.id(), value.viaId());
  }

  private static String[] indexes() {
    String[] indexes = new String[32];
    for (int i = 0; i < indexes.length; i++) {
      indexes[i] = Integer.toString(i);
    }
    return indexes;
  }

  static boolean isInteger(YamlDocument document, int node) {
    return document.isDecimal(node)
        || document.isLeaf(node)
            && !document.isString(node)
            && document.scalar(node).type() == Scalar.Type.INTEGER;
  }

  /** The number that a few digits write; negative where the text is anything else. */
  static long digits(String text) {
    int length = text.length();
    long number = length == 0 || length > MOST_DIGITS ? -1 : 0;
    for (int i = 0; number >= 0 && i < length; i++) {
      int digit = text.charAt(i) - '0';
      number = digit < 0 || digit > 9 ? -1 : 10 * number + digit;
    }
    return number;
  }

  static boolean isString(YamlDocument document, int node) {
    return document.isString(node)
        || document.isLeaf(node) && !document.isDecimal(node) && document.scalar(node).isString();
  }

  static boolean holdsPlaceholder(YamlNode node) {
    if (node.isPlaceholder()) {
      return true;
    }
    for (YamlNode item : node.items()) {
      if (holdsPlaceholder(item)) {
        return true;
      }
    }
    for (YamlEntry entry : node.entries()) {
      if (entry.keyNode().isPlaceholder() || holdsPlaceholder(entry.value())) {
        return true;
      }
    }
    return false;
  }

  static boolean hasPlaceholderKey(YamlNode node) {
    for (YamlEntry entry : node.entries()) {
      if (entry.keyNode().isPlaceholder()) {
        return true;
      }
    }
    return false;
  }

  /** Where a field stands that is no scalar and has no key. */
  static Location location(Field field) {
    YamlNode node = field.node();
    Field parent = field.parent();
    if (node != null && parent != null) {
      Location inside = firstScalar(node);
      if (inside != null) {
        return inside;
      }
      return node.span().end() > node.span().start() ? node.location() : parent.location();
    }
    return parent == null ? ofObject(node) : parent.location();
  }

  private static Location ofObject(@Nullable YamlNode node) {
    if (node == null) {
      throw new IllegalStateException("a view of no object");
    }
    YamlNode kind = node.get("kind");
    if (kind != null && kind.isScalar()) {
      return kind.location();
    }
    Location inside = firstScalar(node);
    int start = node.span().start();
    return inside == null ? new Location(node.document().file(), new Span(start, start)) : inside;
  }

  private static @Nullable Location firstScalar(YamlNode node) {
    YamlNode at = node;
    while (!at.isScalar()) {
      if (at.isMapping()) {
        List<YamlEntry> entries = at.entries();
        if (entries.isEmpty()) {
          return null;
        }
        return entries.get(0).keyNode().location();
      }
      List<YamlNode> items = at.items();
      if (items.isEmpty()) {
        return null;
      }
      at = items.get(0);
    }
    return at.location();
  }
}
