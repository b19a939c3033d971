package dev.hopcheck.admission;

import dev.hopcheck.schema.FieldType;
import dev.hopcheck.schema.ObjectType;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.Span;
import dev.hopcheck.yaml.Scalar;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object as the API server sees it after decoding and defaulting, whether it is
 * written or not. A default has a value but no position of its own; a null counts as absent
 * (DEC-17).
 *
 * <p>Nothing is looked up before it is asked for. The view of a whole object keeps nothing and
 * serves all threads; what is reached from it keeps its members for the next question, and belongs
 * to the thread that reached it.
 */
public final class Field {
  /** Stands for a default, or a type, that nobody has asked for yet. */
  private static final String UNASKED = new String("unasked");

  private static final FieldType UNTYPED = new FieldType.ListOf(FieldType.Leaf.ANY);

  private static final Field[] NONE = {};

  /** Names of the first items of a list. */
  private static final String[] INDEXES = indexes();

  private final @Nullable Field parent;
  private final String name;
  private final boolean element;
  private final boolean keeps;
  private final @Nullable YamlNode key;
  private final @Nullable YamlNode node;
  private @Nullable FieldType type;
  private @Nullable String fallback;
  private Field @Nullable [] members;
  private @Nullable List<Field> elements;
  private Defaults.@Nullable Owner defaults;

  private Field(
      @Nullable Field parent,
      String name,
      boolean element,
      @Nullable YamlNode key,
      YamlNode node,
      @Nullable FieldType type,
      boolean keeps) {
    this.parent = parent;
    this.name = name;
    this.element = element;
    this.keeps = keeps;
    this.key = key;
    this.node = node.isNull() ? null : node;
    this.type = type;
    this.fallback = element || parent == null ? null : UNASKED;
  }

  /** A member that is not written. */
  private Field(Field parent, String name) {
    this.parent = parent;
    this.name = name;
    this.element = false;
    this.keeps = true;
    this.key = null;
    this.node = null;
    this.type = UNTYPED;
    this.fallback = UNASKED;
    this.members = NONE;
  }

  /** The view of a whole object; the type is null for kinds without a schema. */
  public static Field root(YamlNode root, @Nullable ObjectType type) {
    return new Field(null, "", false, null, root, struct(type), false);
  }

  /** The same, kept for a while by one thread that asks for much. */
  static Field kept(YamlNode root, @Nullable ObjectType type) {
    return new Field(null, "", false, null, root, struct(type), true);
  }

  private static @Nullable FieldType struct(@Nullable ObjectType type) {
    return type == null ? null : new FieldType.Struct(type);
  }

  /** The member of that name, which need not be written. */
  public Field get(String member) {
    Field found = keeps ? find(member) : read(member);
    return found == null ? new Field(this, member) : found;
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

  /** Whether a member of that name is written and not null; the member itself has no default. */
  boolean has(String member) {
    Field found = keeps ? find(member) : read(member);
    return found != null && found.node != null;
  }

  private @Nullable Field read(String member) {
    YamlEntry entry = node == null ? null : node.entry(member);
    return entry == null ? null : member(entry);
  }

  private @Nullable Field find(String member) {
    Field[] written = members;
    if (written == null) {
      written = readMembers();
      members = written;
    }
    int hash = member.hashCode();
    for (Field field : written) {
      String own = field.name;
      if (own == member || (own.hashCode() == hash && own.equals(member))) {
        return field;
      }
    }
    return null;
  }

  private Field[] readMembers() {
    if (node == null || !node.isMapping()) {
      return NONE;
    }
    List<YamlEntry> entries = node.entries();
    Field[] read = new Field[entries.size()];
    for (int i = 0; i < read.length; i++) {
      read[i] = member(entries.get(i));
    }
    return read;
  }

  private Field member(YamlEntry entry) {
    return new Field(
        this, entry.key(), false, entry.keyNode(), entry.value(), typeOf(entry.key()), true);
  }

  /** The items of a list; null items count as empty elements (DEC-17). */
  public List<Field> items() {
    return node == null || !node.isSequence() ? List.of() : elements();
  }

  /**
   * The entries of a map of free keys; their {@link #name()} is the key, their path has it in
   * brackets.
   */
  public List<Field> entries() {
    return node == null || !node.isMapping() ? List.of() : elements();
  }

  private List<Field> elements() {
    List<Field> known = elements;
    if (known == null) {
      known = node != null && node.isSequence() ? readItems(node) : readEntries();
      elements = known;
    }
    return known;
  }

  private List<Field> readItems(YamlNode sequence) {
    FieldType item = type() instanceof FieldType.ListOf list ? list.element() : null;
    List<YamlNode> nodes = sequence.items();
    List<Field> items = new ArrayList<>(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      items.add(new Field(this, index(i), true, null, nodes.get(i), item, true));
    }
    return items;
  }

  private List<Field> readEntries() {
    if (node == null) {
      return List.of();
    }
    FieldType value = type() instanceof FieldType.MapOf map ? map.value() : null;
    List<YamlEntry> written = node.entries();
    List<Field> entries = new ArrayList<>(written.size());
    for (YamlEntry entry : written) {
      entries.add(new Field(this, entry.key(), true, entry.keyNode(), entry.value(), value, true));
    }
    return entries;
  }

  private static String index(int i) {
    return i < INDEXES.length ? INDEXES[i] : Integer.toString(i);
  }

  private static String[] indexes() {
    String[] indexes = new String[32];
    for (int i = 0; i < indexes.length; i++) {
      indexes[i] = Integer.toString(i);
    }
    return indexes;
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
    return node == null ? 0 : node.size();
  }

  /** The names that are written in this mapping, in order. */
  public List<String> memberNames() {
    List<String> names = new ArrayList<>();
    if (node != null) {
      for (YamlEntry entry : node.entries()) {
        names.add(entry.key());
      }
    }
    return names;
  }

  /** Whether the field has a value: written and not null, or defaulted. */
  public boolean present() {
    return node != null || fallback() != null;
  }

  /** Whether the field is written and not null. */
  public boolean written() {
    return node != null;
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
    return node == null || !node.isScalar() ? "" : node.scalar().text();
  }

  /** The value of an integer; 0 when absent, no integer, or beyond 64 bits. */
  public long number() {
    String text = text();
    if (text.isEmpty() || !isInteger()) {
      return 0;
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
    return node != null && node.isScalar() && node.scalar().type() == Scalar.Type.INTEGER;
  }

  /** Whether the value is a string, written or defaulted. */
  public boolean isString() {
    String ofServer = fallback();
    if (ofServer != null) {
      return !Defaults.isNumber(ofServer);
    }
    return node != null && node.isScalar() && node.scalar().isString();
  }

  /** Whether the value, or a part of it, is filled in by something else before it is sent. */
  public boolean isPlaceholder() {
    return node != null && node.isPlaceholder();
  }

  /** Whether the field's type is a mapping that has a member of that name. */
  boolean hasMember(String member) {
    return type() instanceof FieldType.Struct struct && struct.type().field(member) != null;
  }

  /** Whether the value or anything below it is filled in by something else. */
  public boolean holdsPlaceholder() {
    return node != null && holdsPlaceholder(node);
  }

  private static boolean holdsPlaceholder(YamlNode node) {
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

  /** Whether a key of the mapping is filled in, so that more members may come with it. */
  public boolean hasPlaceholderKey() {
    if (node == null) {
      return false;
    }
    for (YamlEntry entry : node.entries()) {
      if (entry.keyNode().isPlaceholder()) {
        return true;
      }
    }
    return false;
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
    return node;
  }

  /** The name of the field's struct type, such as {@code ServicePort}; empty where it has none. */
  public String typeName() {
    return type() instanceof FieldType.Struct struct ? struct.type().name() : "";
  }

  /** The path as the server writes it: {@code spec.ports[0].nodePort}, {@code data[key]}. */
  public String path() {
    if (parent == null) {
      return "";
    }
    String before = parent.path();
    if (element) {
      return before + "[" + name + "]";
    }
    return before.isEmpty() ? name : before + "." + name;
  }

  /**
   * Where to point: at the scalar; at the key of a mapping or list; at the first key of an item, or
   * at its braces where it is empty; where nothing is written, at the nearest written parent, and
   * for a whole object at the value of its kind.
   */
  public Location location() {
    if (node != null && node.isScalar()) {
      return node.location();
    }
    if (key != null) {
      return key.location();
    }
    if (node != null && parent != null) {
      Location inside = firstScalar(node);
      if (inside != null) {
        return inside;
      }
      return node.span().end() > node.span().start() ? node.location() : parent.location();
    }
    if (parent != null) {
      return parent.location();
    }
    YamlNode kind = node == null ? null : node.get("kind");
    if (kind != null && kind.isScalar()) {
      return kind.location();
    }
    Location inside = node == null ? null : firstScalar(node);
    if (inside != null) {
      return inside;
    }
    if (node == null) {
      throw new IllegalStateException("a view of no object");
    }
    int start = node.span().start();
    return new Location(node.document().file(), new Span(start, start));
  }

  /** Where the key is written; the same as {@link #location()} where there is none. */
  public Location keyLocation() {
    return key == null ? location() : key.location();
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

  private @Nullable FieldType typeOf(String member) {
    FieldType own = type();
    if (own instanceof FieldType.Struct struct) {
      return struct.type().field(member);
    }
    return own instanceof FieldType.MapOf map ? map.value() : null;
  }

  private @Nullable FieldType type() {
    FieldType known = type;
    if (known == UNTYPED) {
      known = parent == null ? null : parent.typeOf(name);
      type = known;
    }
    return known;
  }

  private @Nullable String fallback() {
    String known = fallback;
    if (known == UNASKED) {
      known = parent == null ? null : parent.defaultOf(this);
      fallback = known;
    }
    return known;
  }

  private @Nullable String defaultOf(Field member) {
    Defaults.Owner known = defaults;
    if (known == null) {
      known = Defaults.Owner.of(typeName());
      defaults = known;
    }
    return known == Defaults.Owner.NONE ? null : Defaults.of(known, this, member.name, member.node);
  }

  @Override
  public String toString() {
    return path() + "=" + text();
  }
}
