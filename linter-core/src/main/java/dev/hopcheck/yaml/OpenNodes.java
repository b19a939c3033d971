package dev.hopcheck.yaml;

import java.util.Arrays;

/** The collections that are open while events arrive, outermost first. */
final class OpenNodes {
  private int[] ids = new int[16];
  private int[] indents = new int[16];
  private long[] marks = new long[16];
  private boolean[] flows = new boolean[16];
  private int[] heights = new int[16];
  private int depth;

  void push(int id, int indent, boolean flow, long mark) {
    if (depth == ids.length) {
      int size = depth * 2;
      ids = Arrays.copyOf(ids, size);
      indents = Arrays.copyOf(indents, size);
      marks = Arrays.copyOf(marks, size);
      flows = Arrays.copyOf(flows, size);
      heights = Arrays.copyOf(heights, size);
    }
    ids[depth] = id;
    indents[depth] = indent;
    marks[depth] = mark;
    heights[depth] = 1;
    flows[depth++] = flow;
  }

  void pop() {
    int height = height();
    depth--;
    reach(height);
  }

  /** Levels of collections in the innermost one so far, itself included, aliases followed. */
  int height() {
    return heights[depth - 1];
  }

  /** Says that the innermost collection holds a node of so many levels. */
  void reach(int height) {
    if (depth > 0) {
      heights[depth - 1] = Math.max(heights[depth - 1], height + 1);
    }
  }

  int depth() {
    return depth;
  }

  int id() {
    return ids[depth - 1];
  }

  /** Columns that a text in the innermost block must be indented by; 0 outside of all. */
  int indent() {
    return depth == 0 ? 0 : indents[depth - 1];
  }

  /** The count of nodes when the innermost collection was opened; -1 where it has no anchor. */
  long mark() {
    return marks[depth - 1];
  }

  boolean isFlow() {
    return depth > 0 && flows[depth - 1];
  }

  boolean holds(int id) {
    for (int i = 0; i < depth; i++) {
      if (ids[i] == id) {
        return true;
      }
    }
    return false;
  }
}
