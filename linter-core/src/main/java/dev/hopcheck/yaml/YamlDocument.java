package dev.hopcheck.yaml;

import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One document: a store of nodes over the file's bytes, filled by a reader and never changed after.
 * Node 0 is the root; a collection's first child follows it at once, the next one stands behind all
 * that the first holds. Children of a mapping alternate between key and value. Texts are made of
 * the bytes when they are asked for.
 *
 * <p>{@link YamlNode} is the handle for all who look here and there. Walks that every object pays
 * for go by the numbers of nodes instead, as {@link YamlNode#id()} gives them, from {@link
 * #first(int)} child to child {@link #after(int)} it until {@link #behind(int)}; they follow
 * aliases by {@link #target(int)} and leave {@linkplain #isSpecial(int) special} mappings to {@link
 * YamlNode#entries()}.
 */
public final class YamlDocument {
  static final byte MAPPING = 0;
  static final byte SEQUENCE = 1;
  static final byte QUOTED = 2;
  static final byte PLAIN = 3;
  static final byte ALIAS = 4;
  static final byte BLOCK = 5;
  static final int KIND = 7;

  /** A string, which means its own text. */
  static final int STRING = 8;

  /** Surely no {@linkplain Placeholder placeholder}. */
  static final int CLEAN = 16;

  /** The text is what is written, without the quotes. */
  static final int RAW = 32;

  /** Every byte written is a character. */
  static final int ASCII = 64;

  /** A short whole number in the form in which JSON has it, so that it means its own text. */
  static final int DECIMAL = 128;

  /** A mapping that holds doubled or merge keys. */
  static final int SPECIAL = STRING;

  private final SourceFile file;
  private final int index;
  private final Span span;
  private final byte[] kinds;

  /**
   * For each node where it starts, where it ends, and: of a collection the first node behind it, of
   * an alias its target, of a block scalar its indentation.
   */
  private final int[] places;

  private final @Nullable String[] texts;
  private final @Nullable String[] tags;
  private final SharedTexts shared;
  private List<DuplicateKey> duplicates = List.of();
  private @Nullable Map<Integer, Map<String, Integer>> keys;

  YamlDocument(DocumentBuilder from, int index, Span span) {
    file = from.file;
    this.index = index;
    this.span = span;
    kinds = Arrays.copyOf(from.kinds, from.count);
    places = Arrays.copyOf(from.places, 3 * from.count);
    texts = Arrays.copyOf(from.texts, from.count);
    tags = from.tags;
    shared = from.shared;
  }

  private YamlDocument(YamlDocument same, int index) {
    this.index = index;
    file = same.file;
    span = same.span;
    kinds = same.kinds;
    places = same.places;
    texts = same.texts;
    tags = same.tags;
    shared = same.shared;
    duplicates = same.duplicates;
  }

  /** The same document with another number. */
  YamlDocument withIndex(int number) {
    return new YamlDocument(this, number);
  }

  /** Keeps what was found about doubled and merge keys; the last step of building. */
  YamlDocument with(DuplicateKeys found) {
    duplicates = found.keys();
    boolean[] special = found.special();
    for (int id = 0; id < special.length; id++) {
      kinds[id] = (byte) (kinds[id] | (special[id] ? SPECIAL : 0));
    }
    return this;
  }

  /** The file that holds the document. */
  public SourceFile file() {
    return file;
  }

  /**
   * The document's number in its file, from 0; empty and comment-only documents are not counted.
   */
  public int index() {
    return index;
  }

  /** All bytes of the document, comments included, without its separator line. */
  public Span span() {
    return span;
  }

  /** The outermost node. */
  public YamlNode root() {
    return node(0, -1);
  }

  /** Keys that stand twice, in order of the second place. */
  public List<DuplicateKey> duplicates() {
    return duplicates;
  }

  /** Number of nodes written; aliases count as one. */
  public int nodes() {
    return kinds.length;
  }

  /** Whether the byte belongs to a written scalar, quotes and block headers included. */
  public boolean isText(int offset) {
    return Children.isText(this, offset);
  }

  /** The document's comments in order, found anew on each call. */
  public List<Comment> comments() {
    return Comments.in(this);
  }

  /** The handle on a node; an alias is followed, {@code via} is the one reached before or -1. */
  public YamlNode node(int id, int via) {
    if (!isAlias(id)) {
      return new YamlNode(this, id, via);
    }
    return new YamlNode(this, target(id), via < 0 ? id : via);
  }

  /** The kind of a node with its flags. */
  byte kinds(int id) {
    return kinds[id];
  }

  YamlNode.Kind kind(int id) {
    return switch (kinds[id] & KIND) {
      case MAPPING -> YamlNode.Kind.MAPPING;
      case SEQUENCE -> YamlNode.Kind.SEQUENCE;
      default -> YamlNode.Kind.SCALAR;
    };
  }

  /** Whether the node is a mapping. */
  public boolean isMapping(int id) {
    return (kinds[id] & KIND) == MAPPING;
  }

  /** Whether the node is a sequence. */
  public boolean isSequence(int id) {
    return (kinds[id] & KIND) == SEQUENCE;
  }

  int start(int id) {
    return places[3 * id];
  }

  int end(int id) {
    return places[3 * id + 1];
  }

  Span span(int id) {
    return new Span(places[3 * id], places[3 * id + 1]);
  }

  /** Where a node is written. */
  public Location location(int id) {
    return new Location(file, span(id));
  }

  String text(int id) {
    String known = texts[id];
    if (known != null) {
      return known;
    }
    if (!isLeaf(id) || isAlias(id)) {
      return "";
    }
    String made = shared.of(made(id));
    texts[id] = made;
    return made;
  }

  private String made(int id) {
    int at = 3 * id;
    if ((kinds[id] & RAW) != 0) {
      int quote = (kinds[id] & KIND) == QUOTED ? 1 : 0;
      boolean ascii = (kinds[id] & ASCII) != 0;
      return ScalarText.raw(file.bytes(), places[at] + quote, places[at + 1] - quote, ascii);
    }
    if (isBlock(id)) {
      return BlockText.of(file.bytes(), places[at], span.end(), places[at + 2]);
    }
    return ScalarText.of(file.bytes(), places[at], places[at + 1], isPlain(id));
  }

  /** Whether a scalar is written without quotes and not as a block. */
  boolean isPlain(int id) {
    return (kinds[id] & KIND) == PLAIN;
  }

  boolean isBlock(int id) {
    return (kinds[id] & KIND) == BLOCK;
  }

  /** Whether the node is one token of text: a scalar or an alias. */
  public boolean isLeaf(int id) {
    return (kinds[id] & KIND) > SEQUENCE;
  }

  /** Whether any node has an explicit tag. */
  boolean hasTags() {
    return tags.length > 0;
  }

  /** The explicit tag in its long form; null where there is none. */
  @Nullable String tag(int id) {
    return id < tags.length ? tags[id] : null;
  }

  /** Whether the node is a scalar that surely means the string of its text. */
  public boolean isString(int id) {
    return (kinds[id] & STRING) != 0 && (kinds[id] & KIND) > SEQUENCE;
  }

  /** Whether the node is a scalar that surely means the whole number of its text's digits. */
  public boolean isDecimal(int id) {
    return (kinds[id] & DECIMAL) != 0;
  }

  /** A scalar's value as text; empty for collections. */
  public String value(int id) {
    boolean plain = (kinds[id] & (STRING | DECIMAL)) != 0 || !isLeaf(id);
    return plain ? text(id) : scalar(id).text();
  }

  /** A key as JSON has it. */
  public String key(int id) {
    return isString(id) ? text(id) : KeyText.of(this, target(id));
  }

  /** The key of that text in a mapping that is not special; -1 where it has none, or is none. */
  public int find(int mapping, String key) {
    return isMapping(mapping) ? MappingEntries.key(this, mapping, key) : -1;
  }

  /** The keys of a mapping that has very many, put in a table when one is first asked for. */
  synchronized Map<String, Integer> keys(int mapping) {
    Map<Integer, Map<String, Integer>> known = keys;
    if (known == null) {
      known = new HashMap<>();
      keys = known;
    }
    return known.computeIfAbsent(mapping, id -> MappingEntries.keys(this, id));
  }

  /** Whether a key is {@code <<}, unquoted. */
  boolean isMergeKey(int id) {
    return isPlain(id) && end(id) - start(id) == 2 && text(id).equals("<<") && tag(id) == null;
  }

  /** Whether a mapping holds doubled or merge keys. */
  public boolean isSpecial(int id) {
    return (kinds[id] & (KIND | SPECIAL)) == (MAPPING | SPECIAL);
  }

  /** A collection's first child, or the node behind it where it is empty. */
  public int first(int collection) {
    return collection + 1;
  }

  /** The node behind all that a collection holds. */
  public int behind(int collection) {
    return places[3 * collection + 2];
  }

  /** The next child of the collection that holds a node, or the node behind that collection. */
  public int after(int id) {
    return isLeaf(id) ? id + 1 : places[3 * id + 2];
  }

  /** The node itself, or what an alias stands for. */
  public int target(int id) {
    int target = id;
    while (isAlias(target)) {
      target = places[3 * target + 2];
    }
    return target;
  }

  /** Whether the node is an alias. */
  public boolean isAlias(int id) {
    return (kinds[id] & KIND) == ALIAS;
  }

  /** A scalar as Kubernetes reads it; a string of empty text for collections. */
  public Scalar scalar(int id) {
    if (isString(id)) {
      return new Scalar(Scalar.Type.STRING, text(id));
    }
    if (isDecimal(id)) {
      return new Scalar(Scalar.Type.INTEGER, text(id));
    }
    return ScalarResolver.resolve(text(id), isPlain(id), tag(id));
  }

  /** Whether the node is a scalar that means null. */
  public boolean isNull(int id) {
    return (kinds[id] & (STRING | DECIMAL)) == 0 && isLeaf(id) && scalar(id).isNull();
  }

  /** Whether surely nothing of the node or below it is filled in before it is sent. */
  public boolean isClean(int id) {
    int behind = after(id);
    for (int i = id; i < behind; i++) {
      if ((kinds[i] & CLEAN) == 0 || isAlias(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether something else fills in the node before it is sent. */
  public boolean isPlaceholder(int id) {
    return (kinds[id] & CLEAN) == 0 && Placeholder.is(this, id);
  }
}
