package dev.hopcheck.yaml;

import java.nio.charset.StandardCharsets;

/** Makes the text of a block scalar of its bytes, whose form a reader has found to be right. */
final class BlockText {
  private final byte[] bytes;
  private final int limit;
  private final int indent;
  private final boolean folded;
  private final StringBuilder text = new StringBuilder();
  private int at;

  /** Line ends that stand behind the last line taken, the first one of them its own. */
  private int breaks;

  private BlockText(byte[] bytes, int start, int limit, int indent) {
    this.bytes = bytes;
    this.at = start;
    this.limit = limit;
    this.indent = indent;
    this.folded = bytes[start] == '>';
  }

  /**
   * The text.
   *
   * @param start of the {@code |} or {@code >}
   * @param limit end of the document
   * @param indent number of blanks before each line
   */
  static String of(byte[] bytes, int start, int limit, int indent) {
    return new BlockText(bytes, start, limit, indent).read();
  }

  private String read() {
    char chomping = 0;
    for (at++; at < limit && bytes[at] > ' ' && bytes[at] != '#'; at++) {
      chomping = bytes[at] == '-' || bytes[at] == '+' ? (char) bytes[at] : chomping;
    }
    skipLine();
    boolean any = false;
    boolean lastIsText = false;
    int leading = 0;
    while (at < limit) {
      int blanks = blanks();
      if (isBreak()) {
        skipLine();
        leading += any ? 0 : 1;
        breaks += any ? 1 : 0;
        continue;
      }
      if (blanks < indent || at == limit) {
        break;
      }
      boolean isText = bytes[at] != ' ' && bytes[at] != '\t';
      if (any) {
        join(lastIsText && isText);
      } else {
        lineEnds(leading);
      }
      any = true;
      lastIsText = isText;
      breaks = 0;
      line();
    }
    if (!any) {
      return "";
    }
    if (chomping != '-') {
      lineEnds(chomping == '+' ? breaks : Math.min(1, breaks));
    }
    return text.toString();
  }

  private void join(boolean both) {
    if (!folded || !both) {
      lineEnds(breaks);
    } else if (breaks == 1) {
      text.append(' ');
    } else {
      lineEnds(breaks - 1);
    }
  }

  private void lineEnds(int count) {
    for (int i = 0; i < count; i++) {
      text.append('\n');
    }
  }

  private int blanks() {
    int count = 0;
    while (count < indent && at < limit && bytes[at] == ' ') {
      at++;
      count++;
    }
    return count;
  }

  private boolean isBreak() {
    return at < limit && (bytes[at] == '\n' || bytes[at] == '\r');
  }

  /** Takes a line; one that has no end, at the end of the document, counts as if it had one. */
  private void line() {
    int from = at;
    while (at < limit && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    text.append(new String(bytes, from, at - from, StandardCharsets.UTF_8));
    skipLine();
    breaks = 1;
  }

  private void skipLine() {
    while (at < limit && bytes[at] != '\n') {
      at++;
    }
    at = Math.min(at + 1, limit);
  }
}
