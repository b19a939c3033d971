package dev.hopcheck.yaml;

import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;

/** What one look at the bytes of a document tells before a parser sees them. */
final class PartScan {
  /** Offset of the first character that YAML forbids; -1 where there is none. */
  final int forbidden;

  final int codePoints;
  final boolean blank;
  final boolean tabs;
  final boolean template;

  /** Whether a character stands there that YAML 1.1 and 1.2 read differently. */
  private final boolean foreignBreaks;

  private PartScan(SourceFile file, Span span) {
    byte[] bytes = file.bytes();
    int bad = -1;
    int points = 0;
    boolean tab = false;
    boolean breaks = false;
    boolean braces = false;
    boolean empty = true;
    boolean comment = false;
    for (int i = span.start(); i < span.end(); i++) {
      int b = bytes[i];
      if (b < 0) {
        points += (b & 0xC0) == 0x80 ? 0 : 1;
        boolean isLead = b == (byte) 0xC2 || b == (byte) 0xE2 || b == (byte) 0xEF;
        if (isLead) {
          breaks |= isForeign(bytes, i);
          bad = bad < 0 && isForbidden(bytes, i) ? i : bad;
        }
        empty &= comment;
        continue;
      }
      points++;
      if (b > ' ' && b < 0x7F) {
        braces |= b == '{' && i + 1 < span.end() && bytes[i + 1] == '{';
        comment |= b == '#' && empty;
        empty &= comment;
      } else if (b == '\n' || b == '\r') {
        comment = false;
      } else if (b == '\t') {
        tab = true;
        empty &= comment;
      } else if (b != ' ' && bad < 0) {
        bad = i;
      }
    }
    forbidden = bad;
    codePoints = points;
    blank = empty && bad < 0;
    tabs = tab;
    template = braces;
    foreignBreaks = breaks;
  }

  static PartScan of(SourceFile file, Span span) {
    return new PartScan(file, span);
  }

  /** C1 controls and the two noncharacters; NEL is a line break. */
  private static boolean isForbidden(byte[] bytes, int at) {
    int lead = bytes[at] & 0xFF;
    int second = bytes[at + 1] & 0xFF;
    if (lead == 0xC2) {
      return second < 0xA0 && second != 0x85;
    }
    return lead == 0xEF && second == 0xBF && (bytes[at + 2] & 0xFF) >= 0xBE;
  }

  private static boolean isForeign(byte[] bytes, int at) {
    int second = bytes[at + 1] & 0xFF;
    if (bytes[at] == (byte) 0xC2) {
      return second == 0x85;
    }
    int third = bytes[at + 2] & 0xFF;
    return bytes[at] == (byte) 0xE2 && second == 0x80 && (third == 0xA8 || third == 0xA9);
  }

  /**
   * The text as the Engine is to see it, as many code points as the document has. Kubernetes'
   * parser speaks YAML 1.1: NEL, LS and PS end a line there, and a byte order mark that starts a
   * line counts as a blank.
   */
  String text(SourceFile file, Span span) {
    String text = file.text(span);
    if (!foreignBreaks) {
      return text;
    }
    StringBuilder seen = new StringBuilder(text);
    for (int i = 0; i < seen.length(); i++) {
      char c = seen.charAt(i);
      if (c == '\u0085' || c == '\u2028' || c == '\u2029') {
        seen.setCharAt(i, '\n');
      }
    }
    return seen.toString();
  }
}
