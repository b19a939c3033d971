package dev.hopcheck.yaml;

import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Fills a document; nodes are opened and closed in order of writing. */
final class DocumentBuilder {
  final SourceFile file;
  final int index;
  final Span span;
  byte[] kinds = new byte[64];
  int[] starts = new int[64];
  int[] ends = new int[64];
  int[] first = new int[64];
  int[] counts = new int[64];
  @Nullable String[] texts = new String[64];
  @Nullable String[] tags = new String[0];
  int[] children = new int[64];
  int count;
  int childCount;

  DocumentBuilder(SourceFile file, int index, Span span) {
    this.file = file;
    this.index = index;
    this.span = span;
  }

  int plain(int start, int end, String text) {
    return scalar(YamlDocument.PLAIN, start, end, text);
  }

  int quoted(int start, int end, String text) {
    return scalar(YamlDocument.QUOTED, start, end, text);
  }

  /** A scalar after {@code |} or {@code >}. */
  int block(int start, int end, String text) {
    return scalar(YamlDocument.BLOCK, start, end, text);
  }

  private int scalar(byte kind, int start, int end, String text) {
    int id = add(kind, start, end);
    texts[id] = text;
    return id;
  }

  int alias(int start, int end, int target) {
    int id = add(YamlDocument.ALIAS, start, end);
    first[id] = target;
    return id;
  }

  /** Opens a collection; its children are given when it is closed. */
  int open(boolean mapping, int start) {
    return add(mapping ? YamlDocument.MAPPING : YamlDocument.SEQUENCE, start, start);
  }

  void close(int id, int end, int[] ids, int from, int to) {
    ends[id] = end;
    first[id] = childCount;
    counts[id] = to - from;
    while (childCount + to - from > children.length) {
      children = Arrays.copyOf(children, children.length * 2);
    }
    System.arraycopy(ids, from, children, childCount, to - from);
    childCount += to - from;
  }

  /** Gives a node an explicit tag, such as {@code !!str} in its long form. */
  void tag(int id, String tag) {
    if (tags.length <= id) {
      tags = Arrays.copyOf(tags, Math.max(id + 1, kinds.length));
    }
    tags[id] = tag;
  }

  int count() {
    return count;
  }

  int start(int id) {
    return starts[id];
  }

  int end(int id) {
    return ends[id];
  }

  boolean isPlain(int id) {
    return kinds[id] == YamlDocument.PLAIN;
  }

  boolean isBlock(int id) {
    return kinds[id] == YamlDocument.BLOCK;
  }

  /** Whether the node is one token of text: a scalar or an alias. */
  boolean isLeaf(int id) {
    return kinds[id] != YamlDocument.MAPPING && kinds[id] != YamlDocument.SEQUENCE;
  }

  private int add(byte kind, int start, int end) {
    if (count == kinds.length) {
      int size = count * 2;
      kinds = Arrays.copyOf(kinds, size);
      starts = Arrays.copyOf(starts, size);
      ends = Arrays.copyOf(ends, size);
      first = Arrays.copyOf(first, size);
      counts = Arrays.copyOf(counts, size);
      texts = Arrays.copyOf(texts, size);
    }
    kinds[count] = kind;
    starts[count] = start;
    ends[count] = end;
    return count++;
  }

  YamlDocument build() {
    YamlDocument document = new YamlDocument(this);
    return document.with(DuplicateKeys.in(document));
  }
}
