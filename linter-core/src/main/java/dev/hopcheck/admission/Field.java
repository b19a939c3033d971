package dev.hopcheck.admission;

import dev.hopcheck.schema.FieldType;
import dev.hopcheck.schema.ObjectType;
import dev.hopcheck.source.Location;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object as the API server sees it after decoding and defaulting, whether it is
 * written or not. A default has a value but no position of its own; a null counts as absent
 * (DEC-17).
 *
 * <p>Nothing is looked up before it is asked for. The view of a whole object, and what is reached
 * from it, keeps no members and serves all threads; a {@linkplain #kept kept} view keeps them for
 * the next question, and belongs to one thread.
 */
public final class Field implements Place {
  /** Stands for a default, or a type, that nobody has asked for yet. */
  private static final String UNASKED = new String("unasked");

  /** Its iterator costs nothing, and most lists that a rule asks for are not written. */
  private static final List<Field> NO_FIELDS = Collections.emptyList();

  private static final FieldType UNTYPED = new FieldType.ListOf(FieldType.Leaf.ANY);

  private final @Nullable Field parent;
  private final String name;
  private final boolean element;
  private final boolean keeps;
  private final YamlDocument document;
  private final int key;
  private final int node;
  private final int via;
  private @Nullable FieldType type;
  private @Nullable String fallback;
  private @Nullable String path;
  private @Nullable Members members;
  private @Nullable List<Field> elements;
  private Defaults.@Nullable Owner defaults;

  private Field(YamlNode root, @Nullable ObjectType type, boolean keeps) {
    parent = null;
    name = "";
    element = false;
    this.keeps = keeps;
    document = root.document();
    key = -1;
    node = root.isNull() ? -1 : root.id();
    via = root.viaId();
    this.type = type == null ? null : new FieldType.Struct(type);
  }

  /**
   * A part of another field.
   *
   * @param element whether it is an item of a list or an entry of a map
   * @param key the number of its key; -1 where it has none
   * @param node the number of its value; -1 where it is not written
   */
  Field(Field parent, String name, boolean element, int key, int node, int via) {
    this.parent = parent;
    this.name = name;
    this.element = element;
    keeps = parent.keeps;
    document = parent.document;
    this.key = key;
    this.node = node < 0 || document.isNull(node) ? -1 : node;
    this.via = via;
    type = UNTYPED;
    fallback = element ? null : UNASKED;
  }

  /** The view of a whole object; the type is null for kinds without a schema. */
  public static Field root(YamlNode root, @Nullable ObjectType type) {
    return new Field(root, type, false);
  }

  /** The same, kept for a while by one thread that asks for much. */
  static Field kept(YamlNode root, @Nullable ObjectType type) {
    return new Field(root, type, true);
  }

  /** The member of that name, which need not be written. */
  public Field get(String member) {
    Field found = find(member);
    return found == null ? new Field(this, member, false, -1, -1, -1) : found;
  }

  /** The member reached by two names in turn. */
  public Field get(String first, String second) {
    return get(first).get(second);
  }

  /** The member reached by several names in turn. */
  public Field get(String first, String second, String... more) {
    Field field = get(first).get(second);
    for (String member : more) {
      field = field.get(member);
    }
    return field;
  }

  /** Whether a member of that name is written and not null. */
  public boolean has(String member) {
    Field found = find(member);
    return found != null && found.node >= 0;
  }

  private @Nullable Field find(String member) {
    Members known = members;
    if (known == null) {
      if (!keeps) {
        return node < 0 ? null : FieldParts.member(this, document, node, via, member);
      }
      known = Members.of(this);
      members = known;
    }
    return known.find(member);
  }

  /** The member of that name; null where it has no value, neither written nor defaulted. */
  public @Nullable Field valued(String member) {
    Field found = find(member);
    if (found != null) {
      return found.present() ? found : null;
    }
    return defaultOf(member, true) == null ? null : new Field(this, member, false, -1, -1, -1);
  }

  /** Whether one of the members of those names is written and not null. */
  boolean hasAny(String... names) {
    for (String member : names) {
      if (has(member)) {
        return true;
      }
    }
    return false;
  }

  /** The text of a member. */
  public String text(String member) {
    Field found = find(member);
    if (found != null) {
      return found.text();
    }
    String ofServer = defaultOf(member, true);
    return ofServer == null ? "" : ofServer;
  }

  /** The number of a member. */
  long number(String member) {
    Field found = find(member);
    return found != null ? found.number() : numberOf(defaultOf(member, true));
  }

  /** The boolean of a member. */
  public boolean flag(String member) {
    return text(member).equals("true");
  }

  /** Whether a member has a value: written and not null, or defaulted. */
  boolean present(String member) {
    Field found = find(member);
    return found != null ? found.present() : defaultOf(member, true) != null;
  }

  /** The items of a member that is a list. */
  public List<Field> items(String member) {
    Field found = find(member);
    return found == null ? NO_FIELDS : found.items();
  }

  /** The entries of a member that is a map of free keys. */
  List<Field> entries(String member) {
    Field found = find(member);
    return found == null ? NO_FIELDS : found.entries();
  }

  /** The number of items or entries of a member. */
  int size(String member) {
    Field found = find(member);
    return found == null ? 0 : found.size();
  }

  /** The items of a list; null items count as empty elements (DEC-17). */
  public List<Field> items() {
    return node < 0 || !document.isSequence(node) ? NO_FIELDS : elements();
  }

  /**
   * The entries of a map of free keys; their {@link #name()} is the key, their path has it in
   * brackets.
   */
  public List<Field> entries() {
    return node < 0 || !document.isMapping(node) ? NO_FIELDS : elements();
  }

  private List<Field> elements() {
    List<Field> known = elements;
    if (known == null) {
      known = FieldParts.elements(this);
      if (keeps) {
        elements = known;
      }
    }
    return known;
  }

  /** The entry of a map of free keys; null where there is none. */
  @Nullable Field entry(String key) {
    for (Field entry : entries()) {
      if (entry.name.equals(key)) {
        return entry;
      }
    }
    return null;
  }

  /** Number of items or entries; 0 when absent. */
  public int size() {
    List<Field> known = elements;
    if (known != null) {
      return known.size();
    }
    return node < 0 || document.isLeaf(node) ? 0 : document.node(node, via).size();
  }

  /** The names that are written in this mapping, in order. */
  public List<String> memberNames() {
    List<Field> entries = entries();
    List<String> names = new ArrayList<>(entries.size());
    for (Field entry : entries) {
      names.add(entry.name);
    }
    return names;
  }

  /** Whether the field has a value: written and not null, or defaulted. */
  public boolean present() {
    return node >= 0 || fallback() != null;
  }

  /** Whether the field is written and not null. */
  public boolean written() {
    return node >= 0;
  }

  /** Whether the value is a default that stands in for an absent or empty one. */
  public boolean defaulted() {
    return fallback() != null;
  }

  /** The value of a scalar as text; empty when absent or no scalar. */
  public String text() {
    String ofServer = fallback();
    if (ofServer != null) {
      return ofServer;
    }
    return node < 0 ? "" : document.value(node);
  }

  /** Whether what is written is a scalar that Go cannot tell from an absent one. */
  private boolean isZero() {
    if (!document.isLeaf(node)) {
      return false;
    }
    String text = document.value(node);
    return text.length() < 2 && (text.isEmpty() || text.charAt(0) == '0');
  }

  /** The value of an integer; 0 when absent, no integer, or beyond 64 bits. */
  public long number() {
    String ofServer = fallback();
    if (ofServer != null) {
      return numberOf(ofServer);
    }
    return node >= 0 && FieldParts.isInteger(document, node) ? numberOf(document.value(node)) : 0;
  }

  private static long numberOf(@Nullable String text) {
    if (text == null || !Defaults.isNumber(text)) {
      return 0;
    }
    long digits = FieldParts.digits(text);
    if (digits >= 0) {
      return digits;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException beyondLong) {
      return 0;
    }
  }

  /** The value of a boolean; false when absent. */
  public boolean flag() {
    return text().equals("true");
  }

  /** Whether the value is written as a number without fraction, or defaulted to one. */
  public boolean isInteger() {
    String ofServer = fallback();
    if (ofServer != null) {
      return Defaults.isNumber(ofServer);
    }
    return node >= 0 && FieldParts.isInteger(document, node);
  }

  /** Whether the value is a string, written or defaulted. */
  public boolean isString() {
    String ofServer = fallback();
    if (ofServer != null) {
      return !Defaults.isNumber(ofServer);
    }
    return node >= 0 && FieldParts.isString(document, node);
  }

  /** Whether the value, or a part of it, is filled in by something else before it is sent. */
  public boolean isPlaceholder() {
    return node >= 0 && document.isPlaceholder(node);
  }

  /** Whether the key that leads to the field is filled in by something else. */
  public boolean isPlaceholderKey() {
    return key >= 0 && document.isPlaceholder(key);
  }

  /** Whether the value or anything below it is filled in by something else. */
  public boolean holdsPlaceholder() {
    YamlNode own = node();
    return own != null && FieldParts.holdsPlaceholder(own);
  }

  /** Whether a key of the mapping is filled in, so that more members may come with it. */
  public boolean hasPlaceholderKey() {
    YamlNode own = node();
    return own != null && FieldParts.hasPlaceholderKey(own);
  }

  /** Whether the field's type is a mapping that has a member of that name. */
  boolean hasMember(String member) {
    return type() instanceof FieldType.Struct struct && struct.type().field(member) != null;
  }

  /** The field's own name, the key of a map's entry, or the index of an item. */
  public String name() {
    return name;
  }

  /** The object or list that holds the field; null for a whole object. */
  public @Nullable Field parent() {
    return parent;
  }

  /** Whether this is an item of a list or an entry of a map, not a member with a name. */
  boolean isElement() {
    return element;
  }

  /** The node, where the field is written and not null. */
  public @Nullable YamlNode node() {
    return node < 0 ? null : document.node(node, via);
  }

  /** The key that leads to the field, also to a null; null where there is none. */
  @Nullable YamlNode key() {
    return key < 0 ? null : document.node(key, -1);
  }

  /** The name of the field's struct type, such as {@code ServicePort}; empty where it has none. */
  public String typeName() {
    return type() instanceof FieldType.Struct struct ? struct.type().name() : "";
  }

  /** The path as the server writes it: {@code spec.ports[0].nodePort}, {@code data[key]}. */
  @Override
  public String path() {
    String known = path;
    if (known == null) {
      known = parent == null ? "" : pathBelow(parent.path());
      path = known;
    }
    return known;
  }

  private String pathBelow(String before) {
    if (element) {
      int length = before.length() + name.length() + 2;
      return new StringBuilder(length)
          .append(before)
          .append('[')
          .append(name)
          .append(']')
          .toString();
    }
    return before.isEmpty() ? name : before.concat(".").concat(name);
  }

  /**
   * Where to point: at the scalar; at the key of a mapping or list; at the first key of an item, or
   * at its braces where it is empty; where nothing is written, at the nearest written parent, and
   * for a whole object at the value of its kind.
   */
  @Override
  public Location location() {
    if (node >= 0 && document.isLeaf(node)) {
      return document.location(node);
    }
    return key >= 0 ? document.location(key) : FieldParts.location(this);
  }

  /** Where the key is written; the same as {@link #location()} where there is none. */
  public Location keyLocation() {
    YamlNode own = key();
    return own == null ? location() : own.location();
  }

  private @Nullable FieldType type() {
    FieldType known = type;
    if (known == UNTYPED) {
      known = parent == null ? null : parent.typeOf(this);
      type = known;
    }
    return known;
  }

  private @Nullable FieldType typeOf(Field part) {
    FieldType own = type();
    if (own instanceof FieldType.Struct struct) {
      return part.element ? null : struct.type().field(part.name);
    }
    if (own instanceof FieldType.MapOf map) {
      return map.value();
    }
    return part.element && own instanceof FieldType.ListOf list ? list.element() : null;
  }

  @SuppressWarnings("ReferenceEquality")
  private @Nullable String fallback() {
    String known = fallback;
    if (known == UNASKED) {
      boolean absent = node < 0;
      known = parent == null || !absent && !isZero() ? null : parent.defaultOf(name, absent);
      fallback = known;
    }
    return known;
  }

  private @Nullable String defaultOf(String member, boolean absent) {
    Defaults.Owner known = defaults;
    if (known == null) {
      known = Defaults.Owner.of(typeName());
      defaults = known;
    }
    return known == Defaults.Owner.NONE ? null : Defaults.of(known, this, member, absent);
  }

  @Override
  public String toString() {
    return path() + "=" + text();
  }
}
