package dev.hopcheck.yaml;

/**
 * Finds the ends of scalars and comments in the bytes of one document, looking at each byte once.
 * Methods give the offset at which the scan stopped, or {@link #DECLINED} where something stands
 * that the fast reader leaves to the reference reader.
 */
final class ScalarScan {
  static final int DECLINED = -1;

  private static final int BLOCK_PLAIN = ByteClass.STOP | ByteClass.MARK | ByteClass.COLON_HASH;
  private static final int FLOW_PLAIN = BLOCK_PLAIN | ByteClass.BRACKET;
  private static final int IN_DOUBLE = ByteClass.STOP | ByteClass.MARK | ByteClass.DOUBLE;
  private static final int IN_SINGLE = ByteClass.STOP | ByteClass.MARK | ByteClass.SINGLE;

  /** The document ends before {@code limit}; the byte before is a line end. */
  byte[] bytes = new byte[0];

  int limit;

  /** Where the last scalar ends. */
  int end;

  /** What the last scalar is known to be, as the node store keeps it. */
  int flags;

  /** Whether the last scalar goes over a line end. */
  boolean multiline;

  /** Goes from within a comment, or a line that is no YAML, to the next line. */
  int comment(int from) {
    int at = from;
    while (true) {
      byte b = bytes[at];
      if (ByteClass.of(b, ByteClass.STOP) != 0) {
        if (b == '\n') {
          return at + 1;
        }
        if (!isText(at)) {
          return DECLINED;
        }
      }
      at++;
    }
  }

  /** Whether a character that is no ASCII text may stand in any text; a line end is none. */
  boolean isText(int at) {
    int b = bytes[at];
    if (b >= 0) {
      return b == '\t' || b == '\r' && bytes[at + 1] == '\n';
    }
    flags &= ~YamlDocument.ASCII;
    int second = bytes[at + 1] & 0xFF;
    return switch (b & 0xFF) {
      case 0xC2 -> second >= 0xA0;
      case 0xE2 -> second != 0x80 || (bytes[at + 2] & 0xFE) != 0xA8;
      case 0xEF -> second < 0xBB;
      default -> true;
    };
  }

  /** Goes from behind a value, where only blanks and a comment may stand, to the next line. */
  int endOfLine(int from) {
    int at = from;
    while (bytes[at] == ' ' || bytes[at] == '\t') {
      at++;
    }
    byte b = bytes[at];
    if (b == '\n') {
      return at + 1;
    }
    if (b == '#') {
      return isBlank(bytes[at - 1]) ? comment(at) : DECLINED;
    }
    return b == '\r' && bytes[at + 1] == '\n' ? at + 2 : DECLINED;
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /** Whether a plain scalar surely begins there, in block context. */
  boolean starts(int at) {
    return switch (bytes[at]) {
      case '-', '?', ':' -> !isBlank(bytes[at + 1]);
      case '&', '*', '!', '%', '@', '`', ',', ']', '}', '#', '\t', '\r' -> false;
      default -> true;
    };
  }

  /**
   * Scans a plain scalar in block context, its further lines too.
   *
   * @param least columns by which a further line is indented at least
   * @return the offset of a {@code :} behind a key, of a comment's {@code #} or of the line end
   */
  int plain(int start, int least) {
    flags = YamlDocument.PLAIN | YamlDocument.RAW | YamlDocument.ASCII | YamlDocument.CLEAN;
    multiline = false;
    int stop = plainLine(start, BLOCK_PLAIN);
    if (stop < 0 || bytes[stop] == ':' || bytes[stop] == '#') {
      return finished(start, stop);
    }
    while (true) {
      int next = continuation(stop, least);
      if (next < 0) {
        return next == -2 ? finished(start, stop) : DECLINED;
      }
      multiline = true;
      flags &= ~YamlDocument.RAW;
      stop = plainLine(next, BLOCK_PLAIN);
      if (stop < 0 || bytes[stop] == ':') {
        return DECLINED;
      }
      if (bytes[stop] == '#') {
        return finished(start, stop);
      }
    }
  }

  /** Scans a plain scalar in brackets; it stops at what ends it there. */
  int plainInFlow(int start) {
    flags = YamlDocument.PLAIN | YamlDocument.RAW | YamlDocument.ASCII | YamlDocument.CLEAN;
    multiline = false;
    return finished(start, plainLine(start, FLOW_PLAIN));
  }

  private int finished(int start, int stop) {
    if (stop >= 0 && PlainString.isSure(bytes, start, end)) {
      flags |= YamlDocument.STRING;
    } else if (stop >= 0 && PlainString.isDecimal(bytes, start, end)) {
      flags |= YamlDocument.DECIMAL;
    }
    if (bytes[start] == '_') {
      flags &= ~YamlDocument.CLEAN;
    }
    return stop;
  }

  /** Where the next line of a plain scalar goes on; -2 where there is none. */
  private int continuation(int lineEnd, int least) {
    int at = lineEnd;
    while (true) {
      at += bytes[at] == '\r' ? 2 : 1;
      if (at >= limit) {
        return -2;
      }
      int from = at;
      while (bytes[at] == ' ') {
        at++;
      }
      byte b = bytes[at];
      if (b == '\t') {
        return DECLINED;
      }
      if (b != '\n' && !(b == '\r' && bytes[at + 1] == '\n')) {
        return at - from < least || b == '#' ? -2 : at;
      }
    }
  }

  private int plainLine(int start, int mask) {
    int at = start;
    int stop = -1;
    while (stop < 0) {
      byte b = bytes[at];
      if (ByteClass.of(b, mask) == 0) {
        at++;
        continue;
      }
      switch (b) {
        case '\n' -> stop = at;
        case '\r' -> {
          if (bytes[at + 1] != '\n') {
            return DECLINED;
          }
          stop = at;
        }
        case ':' -> {
          byte next = bytes[at + 1];
          if (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
            stop = at;
          } else if ((mask & ByteClass.BRACKET) != 0
              && ByteClass.of(next, ByteClass.BRACKET) != 0) {
            return DECLINED;
          }
        }
        case '#' -> stop = at > start && (bytes[at - 1] == ' ' || bytes[at - 1] == '\t') ? at : -1;
        case '[', ']', '{', '}', ',' -> {
          stop = (mask & ByteClass.BRACKET) != 0 ? at : -1;
          flags &= b == '{' ? ~YamlDocument.CLEAN : -1;
        }
        case '$', '@', '<' -> flags &= ~YamlDocument.CLEAN;
        case '?' -> {
          return DECLINED;
        }
        default -> {
          if (!isText(at)) {
            return DECLINED;
          }
        }
      }
      at++;
    }
    int last = stop;
    while (last > start && (bytes[last - 1] == ' ' || bytes[last - 1] == '\t')) {
      last--;
    }
    end = last;
    return stop;
  }

  /** Scans a scalar in quotes; it stops behind them. */
  int quoted(int start) {
    byte quote = bytes[start];
    int mask = quote == '"' ? IN_DOUBLE : IN_SINGLE;
    flags =
        YamlDocument.QUOTED
            | YamlDocument.RAW
            | YamlDocument.ASCII
            | YamlDocument.STRING
            | (bytes[start + 1] == '_' ? 0 : YamlDocument.CLEAN);
    multiline = false;
    int at = start + 1;
    while (at < limit) {
      byte b = bytes[at];
      if (ByteClass.of(b, mask) == 0) {
        at++;
        continue;
      }
      if (b == quote) {
        if (quote == '"' || bytes[at + 1] != '\'') {
          end = at + 1;
          return end;
        }
        flags &= ~YamlDocument.RAW;
        at++;
      } else if (b == '\\') {
        flags &= ~(YamlDocument.RAW | YamlDocument.CLEAN);
        int size = EscapeScan.size(bytes, at);
        if (size == 0) {
          return DECLINED;
        }
        at += size - 1;
        multiline |= bytes[at] == '\n';
        if (bytes[at] == '\n' && isDots(at + 1)) {
          return DECLINED;
        }
      } else if (b == '\n') {
        flags &= ~YamlDocument.RAW;
        multiline = true;
        if (isDots(at + 1)) {
          return DECLINED;
        }
      } else if (ByteClass.of(b, ByteClass.MARK) != 0) {
        flags &= ~YamlDocument.CLEAN;
      } else if (!isText(at)) {
        return DECLINED;
      }
      at++;
    }
    return DECLINED;
  }

  /** Whether a document end may stand there. */
  private boolean isDots(int at) {
    return at + 2 < limit && bytes[at] == '.' && bytes[at + 1] == '.' && bytes[at + 2] == '.';
  }
}
