package dev.hopcheck.yaml;

import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document: a store of nodes over the file's bytes, filled by a reader and never changed after.
 * Node 0 is the root. Children of a mapping alternate between key and value.
 */
public final class YamlDocument {
  static final byte MAPPING = 0;
  static final byte SEQUENCE = 1;
  static final byte QUOTED = 2;
  static final byte PLAIN = 3;
  static final byte ALIAS = 4;
  static final byte BLOCK = 5;

  private final SourceFile file;
  private final int index;
  private final Span span;
  private final byte[] kinds;
  private final int[] starts;
  private final int[] ends;
  private final int[] first;
  private final int[] counts;
  private final int[] children;
  private final @Nullable String[] texts;
  private final @Nullable String[] tags;
  private final @Nullable Scalar[] scalars;
  private List<DuplicateKey> duplicates = List.of();
  private boolean[] special = new boolean[0];

  YamlDocument(DocumentBuilder from) {
    file = from.file;
    index = from.index;
    span = from.span;
    kinds = Arrays.copyOf(from.kinds, from.count);
    starts = Arrays.copyOf(from.starts, from.count);
    ends = Arrays.copyOf(from.ends, from.count);
    first = Arrays.copyOf(from.first, from.count);
    counts = Arrays.copyOf(from.counts, from.count);
    texts = Arrays.copyOf(from.texts, from.count);
    tags = from.tags;
    scalars = new Scalar[from.count];
    children = Arrays.copyOf(from.children, from.childCount);
  }

  private YamlDocument(YamlDocument same, int index) {
    this.index = index;
    file = same.file;
    span = same.span;
    kinds = same.kinds;
    starts = same.starts;
    ends = same.ends;
    first = same.first;
    counts = same.counts;
    texts = same.texts;
    tags = same.tags;
    scalars = same.scalars;
    children = same.children;
    duplicates = same.duplicates;
    special = same.special;
  }

  /** The same document with another number. */
  YamlDocument withIndex(int number) {
    return new YamlDocument(this, number);
  }

  /** Keeps what was found about doubled and merge keys; the last step of building. */
  YamlDocument with(DuplicateKeys found) {
    duplicates = found.keys();
    special = found.special();
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
    int last = Arrays.binarySearch(starts, offset);
    if (last < 0) {
      last = -last - 2;
    }
    while (last + 1 < starts.length && starts[last + 1] <= offset) {
      last++;
    }
    return last >= 0 && isScalar(kinds[last]) && offset < ends[last];
  }

  /** The document's comments in order, found anew on each call. */
  public List<Comment> comments() {
    return Comments.in(this);
  }

  private static boolean isScalar(byte kind) {
    return kind == QUOTED || kind == PLAIN || kind == BLOCK;
  }

  YamlNode node(int id, int via) {
    int reached = via;
    int target = id;
    while (kinds[target] == ALIAS) {
      reached = reached < 0 ? target : reached;
      target = first[target];
    }
    return new YamlNode(this, target, reached);
  }

  YamlNode.Kind kind(int id) {
    return switch (kinds[id]) {
      case MAPPING -> YamlNode.Kind.MAPPING;
      case SEQUENCE -> YamlNode.Kind.SEQUENCE;
      default -> YamlNode.Kind.SCALAR;
    };
  }

  Span span(int id) {
    return new Span(starts[id], ends[id]);
  }

  String text(int id) {
    String text = texts[id];
    return text == null ? "" : text;
  }

  /** Whether a scalar is written without quotes and not as a block. */
  boolean isPlain(int id) {
    return kinds[id] == PLAIN;
  }

  boolean isBlock(int id) {
    return kinds[id] == BLOCK;
  }

  /** Whether the node is one token of text: a scalar or an alias. */
  boolean isLeaf(int id) {
    return kinds[id] != MAPPING && kinds[id] != SEQUENCE;
  }

  /** The explicit tag in its long form; null where there is none. */
  @Nullable String tag(int id) {
    return id < tags.length ? tags[id] : null;
  }

  /** Whether a key's text may differ from the key as JSON has it. */
  boolean needsResolving(int id) {
    if (tag(id) != null) {
      return true;
    }
    if (kinds[id] != PLAIN) {
      return false;
    }
    String text = text(id);
    if (text.isEmpty()) {
      return true;
    }
    char c = text.charAt(0);
    return c <= '9' && (c >= '0' || c == '+' || c == '-' || c == '.') || text.length() <= 5;
  }

  /** Whether a key is {@code <<}, unquoted. */
  boolean isMergeKey(int id) {
    return kinds[id] == PLAIN && "<<".equals(texts[id]) && tag(id) == null;
  }

  /** Whether a mapping holds doubled or merge keys. */
  boolean isSpecial(int id) {
    return special.length > id && special[id];
  }

  int childId(int id, int position) {
    return children[first[id] + position];
  }

  /** The node itself, or what an alias stands for. */
  int target(int id) {
    int target = id;
    while (kinds[target] == ALIAS) {
      target = first[target];
    }
    return target;
  }

  boolean isAlias(int id) {
    return kinds[id] == ALIAS;
  }

  Scalar scalar(int id) {
    Scalar known = scalars[id];
    if (known != null) {
      return known;
    }
    Scalar made = ScalarResolver.resolve(text(id), kinds[id] == PLAIN, tag(id));
    scalars[id] = made;
    return made;
  }

  int childCount(int id) {
    return counts[id];
  }

  YamlNode child(int id, int position, int via) {
    return node(children[first[id] + position], via);
  }

  boolean isPlaceholder(int id) {
    return Placeholder.is(this, id);
  }

  List<YamlEntry> entries(int id, int via) {
    if (kinds[id] != MAPPING) {
      return List.of();
    }
    List<YamlEntry> entries = new ArrayList<>(counts[id] / 2);
    MappingEntries.collect(this, id, via, entries);
    return entries;
  }

  @Nullable YamlEntry entry(int id, int via, String key) {
    return kinds[id] != MAPPING ? null : MappingEntries.find(this, id, via, key);
  }
}
