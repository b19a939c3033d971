package dev.hopcheck.yaml;

/** Reads the block style of one document for the fast reader, line after line. */
final class BlockReader {
  /** A key that is longer may be too long for YAML, which counts characters. */
  private static final int LONGEST_KEY = 1000;

  private final YamlLimits limits;
  private final DocumentBuilder builder;
  private final ScalarScan scan;
  private final BlockScan blockScan;
  private final OpenBlocks open;
  private final KeyNodes keys;
  private final FlowReader flows;

  /** Where the next line begins. */
  private int next;

  /** Where an entry's value would stand if it is empty; -1 where no value is awaited. */
  private int awaited;

  /** Where the last node ends. */
  private int lastEnd;

  BlockReader(DocumentBuilder builder, ScalarScan scan, KeyTable table, YamlLimits limits) {
    this.limits = limits;
    this.builder = builder;
    this.scan = scan;
    this.blockScan = new BlockScan(scan);
    this.open = new OpenBlocks();
    this.keys = new KeyNodes(builder, scan, open, table);
    this.flows = new FlowReader(builder, scan, open, keys, limits);
  }

  /** Whether a key may be doubled, a merge key, or none that clients take. */
  boolean needLook() {
    return keys.needLook();
  }

  /** Reads a document whose first line begins there; false where it is declined. */
  boolean read(int start) {
    open.clear();
    keys.clear();
    awaited = -1;
    lastEnd = start;
    return blocks(start);
  }

  /** Reads line after line; each begins with a token of a block, or a node that is awaited. */
  private boolean blocks(int start) {
    byte[] bytes = scan.bytes;
    int limit = scan.limit;
    int line = start;
    while (line < limit) {
      int at = line;
      while (bytes[at] == ' ') {
        at++;
      }
      byte b = bytes[at];
      if (b == '\n' || b == '\r' && bytes[at + 1] == '\n') {
        line = at + (b == '\n' ? 1 : 2);
      } else if (b == '#') {
        line = scan.comment(at);
        if (line < 0) {
          return false;
        }
      } else {
        if (builder.count >= limits.nodes() - 4 || !token(line, at, at - line)) {
          return false;
        }
        line = next;
      }
    }
    unwind(-1);
    return true;
  }

  /** Reads what begins at the first token of a line; directives and document ends are declined. */
  private boolean token(int line, int at, int column) {
    byte b = scan.bytes[at];
    if (column == 0 && (b == '%' || b == '.' && scan.bytes[at + 1] == '.')) {
      return false;
    }
    unwind(column);
    boolean dash = b == '-' && ScalarScan.isBlank(scan.bytes[at + 1]);
    if (open.depth() == 0) {
      return builder.count == 0 && node(line, at, -1);
    }
    if (column > open.indent()) {
      return awaited >= 0 && node(line, at, open.indent());
    }
    if (column < open.indent()) {
      return false;
    }
    if (dash) {
      if (open.isMapping() && awaited < 0) {
        return false;
      }
      return node(line, at, column);
    }
    fillAwaited();
    if (!open.isMapping()) {
      close();
      if (!open.isMapping() || column != open.indent()) {
        return false;
      }
    }
    return node(line, at, column);
  }

  /** Closes the blocks that are indented further than a column. */
  private void unwind(int column) {
    while (open.indent() > column) {
      fillAwaited();
      close();
    }
  }

  private void fillAwaited() {
    if (awaited >= 0) {
      builder.add(
          YamlDocument.PLAIN | YamlDocument.RAW | YamlDocument.ASCII | YamlDocument.CLEAN,
          awaited,
          awaited,
          0);
      lastEnd = awaited;
      awaited = -1;
    }
  }

  private void close() {
    if (open.isMapping()) {
      keys.closed();
    }
    builder.close(open.id(), lastEnd);
    open.pop();
  }

  /**
   * Reads what begins at the first token of a line: entries within entries, and a value.
   *
   * @param outer the column of the block that holds it, which it may be itself an entry of
   */
  private boolean node(int line, int first, int outer) {
    int at = first;
    int around = outer;
    byte[] bytes = scan.bytes;
    while (bytes[at] == '-' && ScalarScan.isBlank(bytes[at + 1])) {
      int column = at - line;
      boolean isEntry = open.depth() > 0 && column == open.indent() && !open.isMapping();
      if (isEntry) {
        fillAwaited();
      } else if (!open(at, column, false)) {
        return false;
      }
      around = column;
      awaited = at + 1;
      lastEnd = Math.max(lastEnd, at);
      at++;
      while (bytes[at] == ' ') {
        at++;
      }
      if (bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '#') {
        return endOfLine(at);
      }
    }
    return content(line, at, around);
  }

  private boolean open(int start, int column, boolean mapping) {
    if (open.depth() >= limits.depth()) {
      return false;
    }
    int kind = mapping ? YamlDocument.MAPPING : YamlDocument.SEQUENCE;
    int id = builder.add(kind | YamlDocument.CLEAN, start, start, 0);
    open.push(id, column, mapping);
    lastEnd = start;
    awaited = -1;
    return true;
  }

  private boolean content(int line, int at, int outer) {
    byte b = scan.bytes[at];
    int stop =
        switch (b) {
          case '"', '\'' -> scan.quoted(at);
          case '[', '{', '|', '>' -> 0;
          default -> scan.starts(at) ? scan.plain(at, outer + 1) : ScalarScan.DECLINED;
        };
    if (stop < 0) {
      return false;
    }
    if (stop == 0) {
      return !isKeyAwaited(at - line) && value(at, b, outer);
    }
    int colon = stop;
    while (scan.bytes[colon] == ' ') {
      colon++;
    }
    if (scan.bytes[colon] != ':' || !ScalarScan.isBlank(scan.bytes[colon + 1])) {
      return !isKeyAwaited(at - line) && scalar(at, stop);
    }
    if (scan.multiline || colon - at > LONGEST_KEY) {
      return false;
    }
    int column = at - line;
    if (!isKeyAwaited(column) && !open(at, column, true)) {
      return false;
    }
    keys.add(at);
    awaited = colon + 1;
    lastEnd = awaited;
    return behindKey(colon + 1, column);
  }

  /** Whether only a key of the innermost mapping can stand in a column. */
  private boolean isKeyAwaited(int column) {
    return open.isMapping() && column == open.indent();
  }

  private boolean behindKey(int colon, int column) {
    int at = colon;
    while (scan.bytes[at] == ' ' || scan.bytes[at] == '\t') {
      at++;
    }
    byte b = scan.bytes[at];
    int stop =
        switch (b) {
          case '\n', '\r', '#' -> 0;
          case '"', '\'' -> scan.quoted(at);
          case '[', '{', '|', '>' -> 0;
          case '-' -> ScalarScan.isBlank(scan.bytes[at + 1]) ? -1 : scan.plain(at, column + 1);
          default -> scan.starts(at) ? scan.plain(at, column + 1) : ScalarScan.DECLINED;
        };
    if (stop > 0) {
      return scan.bytes[stop] != ':' && scalar(at, stop);
    }
    if (stop < 0) {
      return false;
    }
    return b == '\n' || b == '\r' || b == '#' ? endOfLine(at) : value(at, b, column);
  }

  private boolean scalar(int start, int stop) {
    if (open.depth() == 0) {
      return false;
    }
    builder.add(scan.flags, start, scan.end, 0);
    lastEnd = scan.end;
    awaited = -1;
    return endOfLine(stop);
  }

  /** A collection in brackets or a block scalar. */
  private boolean value(int at, byte b, int outer) {
    awaited = -1;
    if (b == '[' || b == '{') {
      int behind = flows.read(at);
      lastEnd = behind;
      return behind > 0 && endOfLine(behind);
    }
    if (open.depth() == 0) {
      return false;
    }
    next = blockScan.block(at, outer);
    if (next < 0) {
      return false;
    }
    builder.add(scan.flags, at, scan.end, blockScan.indent);
    lastEnd = scan.end;
    return true;
  }

  private boolean endOfLine(int from) {
    next = scan.endOfLine(from);
    return next > 0;
  }
}
