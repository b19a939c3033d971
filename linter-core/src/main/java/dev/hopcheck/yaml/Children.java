package dev.hopcheck.yaml;

import java.util.ArrayList;
import java.util.List;

/** Walks over the nodes of a document in order of writing. */
final class Children {
  private Children() {}

  /** A sequence's items; empty for other nodes. */
  static List<YamlNode> items(YamlDocument document, int id, int via) {
    if (!document.isSequence(id)) {
      return List.of();
    }
    int behind = document.behind(id);
    List<YamlNode> items = new ArrayList<>(Math.min(10, behind - id));
    for (int child = id + 1; child < behind; child = document.after(child)) {
      items.add(document.node(child, via));
    }
    return items;
  }

  /** The number of items or of entries. */
  static int size(YamlDocument document, int id, int via) {
    if (document.isSpecial(id)) {
      return MappingEntries.of(document, id, via).size();
    }
    if (document.isLeaf(id)) {
      return 0;
    }
    int behind = document.behind(id);
    int count = 0;
    for (int child = id + 1; child < behind; child = document.after(child)) {
      count++;
    }
    return document.isMapping(id) ? count / 2 : count;
  }

  /** Whether the last node that starts before a byte, or there, is a scalar that holds it. */
  static boolean isText(YamlDocument document, int offset) {
    int last = last(document, offset);
    return last >= 0
        && document.isLeaf(last)
        && !document.isAlias(last)
        && offset < document.end(last);
  }

  /** The last node that starts at the byte or before; -1 for none. */
  static int last(YamlDocument document, int offset) {
    int from = 0;
    int to = document.nodes();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (document.start(middle) <= offset) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from - 1;
  }
}
