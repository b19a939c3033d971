package dev.hopcheck.yaml;

import java.nio.charset.StandardCharsets;

/** Makes the text of a scalar of its bytes, whose form a reader has found to be right. */
final class ScalarText {
  private final byte[] bytes;
  private final int end;
  private final StringBuilder text;
  private int at;

  private ScalarText(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
    this.text = new StringBuilder(end - start);
  }

  /** A text that is what is written. */
  static String raw(byte[] bytes, int start, int end, boolean ascii) {
    return new String(
        bytes, start, end - start, ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }

  /** A text of several lines, or in quotes and with something to be replaced. */
  static String of(byte[] bytes, int start, int end, boolean plain) {
    if (plain) {
      return new ScalarText(bytes, start, end).read((byte) 0);
    }
    return new ScalarText(bytes, start + 1, end - 1).read(bytes[start]);
  }

  private String read(byte quote) {
    while (at < end) {
      byte b = bytes[at];
      if (b == ' ' || b == '\t' || b == '\n' || b == '\r') {
        blanks();
      } else if (b == '\'' && quote == '\'') {
        text.append('\'');
        at += 2;
      } else if (b == '\\' && quote == '"') {
        escape();
      } else {
        visible(quote);
      }
    }
    return text.toString();
  }

  private void visible(byte quote) {
    int from = at;
    while (at < end) {
      byte b = bytes[at];
      boolean ends =
          b == ' ' || b == '\t' || b == '\n' || b == '\r' || quote != 0 && (b == '\'' || b == '\\');
      if (ends && at > from) {
        break;
      }
      at++;
    }
    text.append(new String(bytes, from, at - from, StandardCharsets.UTF_8));
  }

  /** Blanks within a line stand; a line's end becomes a blank, and further ones line ends. */
  private void blanks() {
    int from = at;
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    if (at == end || bytes[at] != '\n' && bytes[at] != '\r') {
      text.append(new String(bytes, from, at - from, StandardCharsets.ISO_8859_1));
      return;
    }
    lineEnd();
    if (!emptyLines()) {
      text.append(' ');
    }
  }

  /** Takes empty lines and the blanks that begin the next one; whether there was one. */
  private boolean emptyLines() {
    boolean any = false;
    while (at < end) {
      byte b = bytes[at];
      if (b == ' ' || b == '\t') {
        at++;
      } else if (b == '\n' || b == '\r') {
        lineEnd();
        text.append('\n');
        any = true;
      } else {
        break;
      }
    }
    return any;
  }

  private void lineEnd() {
    at += bytes[at] == '\r' ? 2 : 1;
  }

  private void escape() {
    byte b = bytes[at + 1];
    at += 2;
    switch (b) {
      case 'n' -> text.append('\n');
      case 't' -> text.append('\t');
      case 'r' -> text.append('\r');
      case 'x' -> hex(2);
      case 'u' -> hex(4);
      case '\n', '\r' -> {
        at--;
        lineEnd();
        emptyLines();
      }
      default -> text.append((char) b);
    }
  }

  private void hex(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      value = value << 4 | Character.digit(bytes[at + i], 16);
    }
    text.append((char) value);
    at += digits;
  }
}
