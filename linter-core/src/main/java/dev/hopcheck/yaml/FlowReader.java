package dev.hopcheck.yaml;

/** Reads what stands in brackets, JSON too, for the fast reader. */
final class FlowReader {
  private final DocumentBuilder builder;
  private final ScalarScan scan;
  private final OpenBlocks open;
  private final KeyNodes keys;
  private final YamlLimits limits;

  /** Whether blocks stand around, which forbid tabs at the beginnings of lines. */
  private boolean inBlock;

  FlowReader(
      DocumentBuilder builder, ScalarScan scan, OpenBlocks open, KeyNodes keys, YamlLimits limits) {
    this.builder = builder;
    this.scan = scan;
    this.open = open;
    this.keys = keys;
    this.limits = limits;
  }

  /**
   * Reads the collection that begins with a bracket; gives the offset behind it, or {@link
   * ScalarScan#DECLINED}.
   */
  int read(int start) {
    int depth = open.depth();
    inBlock = depth > 0;
    int at = start;
    while (true) {
      at = opened(at);
      while (at > 0 && isClosing(at)) {
        at = closed(at);
        if (open.depth() == depth) {
          return at;
        }
        at = behindItem(at);
      }
      if (at > 0 && open.isMapping()) {
        at = key(at);
      }
      if (at < 0) {
        return ScalarScan.DECLINED;
      }
    }
  }

  /**
   * Reads from where an entry begins, or a bracket, through scalars to the next bracket, which may
   * close the collection.
   */
  private int opened(int from) {
    int at = from;
    while (true) {
      if (builder.count >= limits.nodes() - 4) {
        return ScalarScan.DECLINED;
      }
      byte b = scan.bytes[at];
      if (b == '{' || b == '[') {
        if (open.depth() >= limits.depth()) {
          return ScalarScan.DECLINED;
        }
        int kind = b == '{' ? YamlDocument.MAPPING : YamlDocument.SEQUENCE;
        int id = builder.add(kind | YamlDocument.CLEAN, at, at, 0);
        open.push(id, -1, b == '{');
        at = blanks(at + 1);
        if (at < 0 || isClosing(at)) {
          return at;
        }
      } else {
        int stop = scalar(at);
        if (stop < 0) {
          return ScalarScan.DECLINED;
        }
        builder.add(scan.flags, at, scan.end, 0);
        at = behindItem(stop);
        if (at < 0 || isClosing(at)) {
          return at;
        }
      }
      if (open.isMapping()) {
        at = key(at);
        if (at < 0) {
          return ScalarScan.DECLINED;
        }
      }
    }
  }

  /** Goes from behind an item to the next one, over the comma, or to the closing bracket. */
  private int behindItem(int from) {
    int at = blanks(from);
    if (at < 0 || isClosing(at)) {
      return at;
    }
    return scan.bytes[at] == ',' ? blanks(at + 1) : ScalarScan.DECLINED;
  }

  private boolean isClosing(int at) {
    return scan.bytes[at] == (open.isMapping() ? '}' : ']');
  }

  private int closed(int at) {
    if (open.isMapping()) {
      keys.closed();
    }
    builder.close(open.id(), at + 1);
    open.pop();
    return at + 1;
  }

  /** Reads a key with its colon; gives the offset of the value. */
  private int key(int start) {
    int at = scalar(start);
    if (at < 0 || scan.multiline || at - start > 1000) {
      return ScalarScan.DECLINED;
    }
    keys.add(start);
    while (scan.bytes[at] == ' ') {
      at++;
    }
    return scan.bytes[at] == ':' ? blanks(at + 1) : ScalarScan.DECLINED;
  }

  private int scalar(int at) {
    byte b = scan.bytes[at];
    return switch (b) {
      case '"', '\'' -> scan.quoted(at);
      case '-' -> isWord(scan.bytes[at + 1]) ? scan.plainInFlow(at) : ScalarScan.DECLINED;
      case '&', '*', '!', '%', '@', '`', '?', ':', ',', '|', '>', '#', '[', ']', '{', '}' ->
          ScalarScan.DECLINED;
      default -> scan.plainInFlow(at);
    };
  }

  private static boolean isWord(byte b) {
    return b == '-' || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
  }

  /** Goes over blanks, lines' ends and comments. */
  private int blanks(int from) {
    byte[] bytes = scan.bytes;
    int at = from;
    while (at < scan.limit) {
      byte b = bytes[at];
      if (b == ' ') {
        at++;
      } else if (b == '\t') {
        if (inBlock && bytes[at - 1] == '\n') {
          return ScalarScan.DECLINED;
        }
        at++;
      } else if (b == '\n' || b == '\r' && bytes[at + 1] == '\n') {
        at = b == '\n' ? at + 1 : at + 2;
        if (at + 2 < scan.limit && bytes[at] == '.' && bytes[at + 1] == '.') {
          return ScalarScan.DECLINED;
        }
        if (inBlock && hasTab(at)) {
          return ScalarScan.DECLINED;
        }
      } else if (b == '#') {
        boolean apart = bytes[at - 1] == ' ' || bytes[at - 1] == '\t' || bytes[at - 1] == '\n';
        at = apart ? scan.comment(at) - 1 : ScalarScan.DECLINED;
        if (at < 0) {
          return ScalarScan.DECLINED;
        }
      } else {
        return at;
      }
    }
    return ScalarScan.DECLINED;
  }

  private boolean hasTab(int line) {
    int at = line;
    while (at < scan.limit && scan.bytes[at] == ' ') {
      at++;
    }
    return at < scan.limit && scan.bytes[at] == '\t';
  }
}
