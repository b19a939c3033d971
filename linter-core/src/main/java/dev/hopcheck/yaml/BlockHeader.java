package dev.hopcheck.yaml;

/** What stands behind the {@code |} or {@code >} of a block scalar, packed into a number. */
final class BlockHeader {
  private static final int KEEP = 16;

  private BlockHeader() {}

  /** The header; {@link ScalarScan#DECLINED} where it is not surely understood. */
  static int of(byte[] bytes, int start) {
    int at = start + 1;
    int header = 0;
    boolean chomped = false;
    for (; bytes[at] > ' ' && bytes[at] != '#'; at++) {
      byte b = bytes[at];
      if ((b == '+' || b == '-') && !chomped) {
        chomped = true;
        header |= b == '+' ? KEEP : 0;
      } else if (b >= '1' && b <= '9' && indent(header) == 0) {
        header |= b - '0';
      } else {
        return ScalarScan.DECLINED;
      }
    }
    int behind = at;
    while (bytes[at] == ' ') {
      at++;
    }
    boolean fine =
        bytes[at] == '\n'
            || bytes[at] == '\r' && bytes[at + 1] == '\n'
            || bytes[at] == '#' && at > behind;
    return fine ? header : ScalarScan.DECLINED;
  }

  /** The indentation that is written; 0 where it follows from the first line. */
  static int indent(int header) {
    return header & 15;
  }

  static boolean keeps(int header) {
    return (header & KEEP) != 0;
  }

  /** The indentation of the first line with text, where none before is indented further. */
  static int detect(byte[] bytes, int from, int limit, int outer) {
    int at = from;
    int most = 0;
    while (at < limit) {
      int start = at;
      while (bytes[at] == ' ') {
        at++;
      }
      int blanks = at - start;
      byte b = bytes[at];
      if (b == '\n' || b == '\r' && bytes[at + 1] == '\n') {
        most = Math.max(most, blanks);
        at += b == '\n' ? 1 : 2;
        continue;
      }
      int indent = Math.max(blanks, outer + 1);
      return most > indent || b == '\t' ? ScalarScan.DECLINED : indent;
    }
    return ScalarScan.DECLINED;
  }
}
