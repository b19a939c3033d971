package dev.hopcheck.yaml;

/** Finds the ends of block scalars, at the speed of looking at their bytes. */
final class BlockScan {
  private static final int MASK = ByteClass.STOP | ByteClass.MARK;

  private final ScalarScan scan;

  /** The indentation of the last block scalar. */
  int indent;

  BlockScan(ScalarScan scan) {
    this.scan = scan;
  }

  /**
   * Scans a block scalar; gives the offset of the line behind it, or {@link ScalarScan#DECLINED}.
   *
   * @param outer columns by which the block around is indented
   */
  int block(int start, int outer) {
    scan.flags = YamlDocument.BLOCK | YamlDocument.STRING | YamlDocument.ASCII | YamlDocument.CLEAN;
    int header = BlockHeader.of(scan.bytes, start);
    int at = header == ScalarScan.DECLINED ? ScalarScan.DECLINED : scan.comment(start + 1);
    if (at < 0) {
      return ScalarScan.DECLINED;
    }
    scan.end = visibleBefore(start + 1, at);
    int given = BlockHeader.indent(header);
    indent = given > 0 ? outer + given : BlockHeader.detect(scan.bytes, at, scan.limit, outer);
    return indent < 0 ? ScalarScan.DECLINED : lines(at, outer, BlockHeader.keeps(header));
  }

  private int lines(int first, int outer, boolean keep) {
    byte[] bytes = scan.bytes;
    int at = first;
    boolean any = false;
    while (at < scan.limit) {
      int from = at;
      while (at - from < indent && bytes[at] == ' ') {
        at++;
      }
      byte b = bytes[at];
      if (b == '\n' || b == '\r' && bytes[at + 1] == '\n') {
        at += b == '\n' ? 1 : 2;
        continue;
      }
      if (at - from < indent) {
        if (b == '\t') {
          return ScalarScan.DECLINED;
        }
        boolean isEmpty = at - from == outer && !keep;
        return any ? ended(from) : isEmpty ? from : ScalarScan.DECLINED;
      }
      if (!any && b == '_') {
        scan.flags &= ~YamlDocument.CLEAN;
      }
      any = true;
      int next = line(at);
      if (next < 0) {
        return ScalarScan.DECLINED;
      }
      int visible = visibleBefore(at, next);
      scan.end = visible > at ? visible : scan.end;
      at = next;
    }
    return any ? ended(at) : ScalarScan.DECLINED;
  }

  /** Kubernetes' parser is particular about tabs behind the last visible character. */
  private int ended(int at) {
    for (int i = scan.end; i < at; i++) {
      if (scan.bytes[i] == '\t') {
        return ScalarScan.DECLINED;
      }
    }
    return at;
  }

  private int line(int from) {
    byte[] bytes = scan.bytes;
    int at = from;
    while (true) {
      byte b = bytes[at];
      int kind = ByteClass.of(b, MASK);
      if (kind == 0) {
        at++;
        continue;
      }
      if (b == '\n') {
        return at + 1;
      }
      if (kind == ByteClass.MARK) {
        scan.flags &= ~YamlDocument.CLEAN;
      } else if (!scan.isText(at)) {
        return ScalarScan.DECLINED;
      }
      at++;
    }
  }

  private int visibleBefore(int from, int to) {
    byte[] bytes = scan.bytes;
    int last = to;
    while (last > from && bytes[last - 1] >= 0 && bytes[last - 1] <= ' ') {
      last--;
    }
    return last;
  }
}
