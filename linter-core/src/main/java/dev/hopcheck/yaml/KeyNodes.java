package dev.hopcheck.yaml;

/** Adds keys for the fast reader, and knows whether one of them needs a closer look. */
final class KeyNodes {
  /** Of larger mappings that may hold a key twice, keys are compared by hash. */
  private static final int FEW = 24;

  private final DocumentBuilder builder;
  private final ScalarScan scan;
  private final OpenBlocks open;
  private final KeyTable table;
  private final int[] few = new int[FEW];
  private boolean needLook;

  KeyNodes(DocumentBuilder builder, ScalarScan scan, OpenBlocks open, KeyTable table) {
    this.builder = builder;
    this.scan = scan;
    this.open = open;
    this.table = table;
  }

  void clear() {
    needLook = false;
  }

  /** Whether a key may be doubled, a merge key, or none that clients take. */
  boolean needLook() {
    return needLook;
  }

  /** Adds the scalar that was scanned last as a key of the innermost mapping. */
  void add(int start) {
    int flags = scan.flags;
    int id = builder.add(flags, start, scan.end, 0);
    int known = YamlDocument.STRING | YamlDocument.RAW | YamlDocument.ASCII;
    if ((flags & known) != known) {
      needLook = true;
      return;
    }
    byte[] bytes = scan.bytes;
    int quote = (flags & YamlDocument.KIND) == YamlDocument.QUOTED ? 1 : 0;
    int from = start + quote;
    int to = scan.end - quote;
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    builder.texts[id] = table.key(bytes, from, to, hash);
    open.key(hash);
  }

  /** Looks for doubled keys in the innermost mapping, all of whose nodes are there. */
  void closed() {
    if (needLook || !open.mayHoldTwice()) {
      return;
    }
    int count = 0;
    for (int key = open.id() + 1; key < builder.count; key = builder.after(key + 1)) {
      if (count == FEW) {
        needLook = true;
        return;
      }
      few[count++] = key;
      for (int i = 0; i < count - 1; i++) {
        String before = builder.texts[few[i]];
        if (before != null && before.equals(builder.texts[key])) {
          needLook = true;
          return;
        }
      }
    }
  }
}
