package dev.hopcheck.yaml;

import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Fills documents of one file, one after another; nodes are opened and closed as written. */
final class DocumentBuilder {
  /** Nodes mostly take this many bytes or more, their indentation included. */
  private static final int BYTES_FOR_NODE = 12;

  final SourceFile file;
  final SharedTexts shared;
  byte[] kinds;
  int[] places;
  @Nullable String[] texts;
  @Nullable String[] tags = new String[0];
  int count;

  DocumentBuilder(SourceFile file, SharedTexts shared) {
    this.file = file;
    this.shared = shared;
    int nodes = Math.max(16, Math.min(256, file.length() / BYTES_FOR_NODE));
    kinds = new byte[nodes];
    places = new int[3 * nodes];
    texts = new String[nodes];
  }

  /** Begins the next document. */
  void clear() {
    Arrays.fill(texts, 0, count, null);
    tags = new String[0];
    count = 0;
  }

  int plain(int start, int end, String text) {
    int flags = PlainString.isSure(text) ? YamlDocument.STRING : 0;
    return scalar(YamlDocument.PLAIN | flags, start, end, text);
  }

  int quoted(int start, int end, String text) {
    return scalar(YamlDocument.QUOTED | YamlDocument.STRING, start, end, text);
  }

  /** A scalar after {@code |} or {@code >}. */
  int block(int start, int end, String text) {
    return scalar(YamlDocument.BLOCK | YamlDocument.STRING, start, end, text);
  }

  private int scalar(int kind, int start, int end, String text) {
    int id = add(kind, start, end, 0);
    texts[id] = text;
    return id;
  }

  int alias(int start, int end, int target) {
    return add(YamlDocument.ALIAS, start, end, target);
  }

  /** Opens a collection; what is added until it is closed stands in it. */
  int open(boolean mapping, int start) {
    return add(
        mapping ? YamlDocument.MAPPING : YamlDocument.SEQUENCE | YamlDocument.CLEAN,
        start,
        start,
        0);
  }

  void close(int id, int end) {
    places[3 * id + 1] = end;
    places[3 * id + 2] = count;
  }

  /** Gives a node an explicit tag, such as {@code !!str} in its long form. */
  void tag(int id, String tag) {
    if (tags.length <= id) {
      tags = Arrays.copyOf(tags, Math.max(id + 1, kinds.length));
    }
    tags[id] = tag;
    if (isLeaf(id)) {
      kinds[id] = (byte) (kinds[id] & ~(YamlDocument.STRING | YamlDocument.DECIMAL));
    }
  }

  int count() {
    return count;
  }

  int start(int id) {
    return places[3 * id];
  }

  int end(int id) {
    return places[3 * id + 1];
  }

  boolean isPlain(int id) {
    return (kinds[id] & YamlDocument.KIND) == YamlDocument.PLAIN;
  }

  boolean isBlock(int id) {
    return (kinds[id] & YamlDocument.KIND) == YamlDocument.BLOCK;
  }

  /** Whether the node is one token of text: a scalar or an alias. */
  boolean isLeaf(int id) {
    return (kinds[id] & YamlDocument.KIND) > YamlDocument.SEQUENCE;
  }

  /** The node behind a node and all that it holds. */
  int after(int id) {
    return isLeaf(id) ? id + 1 : places[3 * id + 2];
  }

  /**
   * Adds a node.
   *
   * @param kind the kind with its flags
   * @param more what the store keeps beside the place: 0 where nothing
   */
  int add(int kind, int start, int end, int more) {
    int id = count;
    if (id == kinds.length) {
      grow();
    }
    kinds[id] = (byte) kind;
    int at = 3 * id;
    places[at] = start;
    places[at + 1] = end;
    places[at + 2] = more;
    count = id + 1;
    return id;
  }

  private void grow() {
    int size = count * 2;
    kinds = Arrays.copyOf(kinds, size);
    places = Arrays.copyOf(places, 3 * size);
    texts = Arrays.copyOf(texts, size);
  }

  YamlDocument build(int index, Span span) {
    return new YamlDocument(this, index, span);
  }
}
