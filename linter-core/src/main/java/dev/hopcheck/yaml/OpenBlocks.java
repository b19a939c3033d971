package dev.hopcheck.yaml;

import java.util.Arrays;

/** The collections that are open while the fast reader reads, outermost first. */
final class OpenBlocks {
  private int[] ids = new int[32];
  private int[] indents = new int[32];
  private boolean[] mappings = new boolean[32];

  /** One bit for each key so far, by its hash. */
  private long[] keys = new long[32];

  private boolean[] collisions = new boolean[32];
  private int depth;

  void clear() {
    depth = 0;
  }

  void push(int id, int indent, boolean mapping) {
    if (depth == ids.length) {
      int size = depth * 2;
      ids = Arrays.copyOf(ids, size);
      indents = Arrays.copyOf(indents, size);
      mappings = Arrays.copyOf(mappings, size);
      keys = Arrays.copyOf(keys, size);
      collisions = Arrays.copyOf(collisions, size);
    }
    ids[depth] = id;
    indents[depth] = indent;
    mappings[depth] = mapping;
    keys[depth] = 0;
    collisions[depth++] = false;
  }

  void pop() {
    depth--;
  }

  int depth() {
    return depth;
  }

  int id() {
    return ids[depth - 1];
  }

  /** The column, from 0, of the innermost block's entries; -1 outside of all. */
  int indent() {
    return depth == 0 ? -1 : indents[depth - 1];
  }

  boolean isMapping() {
    return depth > 0 && mappings[depth - 1];
  }

  /** Notes a key of the innermost mapping. */
  void key(int hash) {
    long bit = 1L << (hash ^ hash >>> 6);
    collisions[depth - 1] |= (keys[depth - 1] & bit) != 0;
    keys[depth - 1] |= bit;
  }

  /** Whether two keys of the innermost mapping may be the same. */
  boolean mayHoldTwice() {
    return collisions[depth - 1];
  }
}
