package dev.hopcheck.yaml;

/**
 * Finds tabs that Kubernetes' parser refuses and the Engine takes (DEC-06): at the beginning of a
 * line outside of brackets, and after a {@code -} or {@code ?}.
 */
final class TabCheck {
  private final byte[] bytes;
  private final DocumentBuilder nodes;
  private final int[] indents;
  private final int end;

  /** Whether go-yaml would take a key here; then it takes no tab. */
  private boolean keyAllowed = true;

  private int flow;
  private int at;

  TabCheck(byte[] bytes, int start, int end, DocumentBuilder nodes, int[] indents) {
    this.bytes = bytes;
    this.nodes = nodes;
    this.indents = indents;
    this.at = start;
    this.end = end;
  }

  /** Offset of the first such tab; -1 where there is none. */
  int first() {
    for (int id = 0; id < nodes.count(); id++) {
      if (!nodes.isLeaf(id) || nodes.start(id) == nodes.end(id)) {
        continue;
      }
      int bad = gap(nodes.start(id));
      if (bad < 0 && nodes.isPlain(id)) {
        bad = plain(nodes.start(id), nodes.end(id), indents[id]);
      } else if (bad < 0 && nodes.isBlock(id)) {
        bad = block(nodes.start(id), indents[id]);
      } else {
        at = Math.max(at, nodes.end(id));
        keyAllowed = false;
      }
      if (bad >= 0) {
        return bad;
      }
    }
    return gap(end);
  }

  private int gap(int to) {
    while (at < to) {
      byte c = bytes[at];
      if (c == '\t' && keyAllowed && flow == 0) {
        return at;
      }
      if (c == '#' && (at == 0 || bytes[at - 1] <= ' ')) {
        while (at < to && bytes[at] != '\n' && bytes[at] != '\r') {
          at++;
        }
        continue;
      }
      step(c);
      at++;
    }
    return -1;
  }

  private void step(byte c) {
    switch (c) {
      case '\n', '\r' -> keyAllowed = true;
      case '[', '{' -> flow++;
      case ']', '}' -> {
        flow--;
        keyAllowed = false;
      }
      case ' ', '\t' -> {}
      case '-', '?' -> keyAllowed = at + 1 == end || bytes[at + 1] <= ' ';
      case ':' -> keyAllowed &= flow == 0;
      default -> keyAllowed = false;
    }
  }

  /** A plain text and the blanks behind it: a tab may not stand left of the text's indentation. */
  private int plain(int start, int textEnd, int indent) {
    boolean leading = false;
    int column = 0;
    at = end;
    for (int i = start; i < end; i++) {
      byte c = bytes[i];
      if (i >= textEnd && (c > ' ' || c < 0)) {
        at = i;
        break;
      }
      if (c == '\n' || c == '\r') {
        leading = true;
        column = 0;
      } else if (c == '\t' && leading && column < indent) {
        return i;
      } else if (c == ' ' || c == '\t') {
        column++;
      } else {
        leading = false;
      }
    }
    keyAllowed = leading;
    return -1;
  }

  /**
   * The lines of a block: before its indentation is known, a tab may follow no blanks, and after
   * that none may stand left of it.
   *
   * @param outer the least indentation that lines may have
   */
  private int block(int start, int outer) {
    int indent = 0;
    int i = start + 1;
    for (; i < end && bytes[i] > ' ' && bytes[i] != '#'; i++) {
      indent =
          bytes[i] >= '1' && bytes[i] <= '9' ? Math.max(outer - 1, 0) + bytes[i] - '0' : indent;
    }
    i = behindLine(i);
    int most = 0;
    while (i < end) {
      int line = i;
      while (i < end && bytes[i] == ' ' && (indent == 0 || i - line < indent)) {
        i++;
      }
      most = Math.max(most, i - line);
      boolean left = indent == 0 || i - line < indent;
      if (i < end && bytes[i] == '\t' && left) {
        return i;
      }
      if (i < end && bytes[i] != '\n' && bytes[i] != '\r') {
        indent = indent == 0 ? Math.max(Math.max(most, outer), 1) : indent;
        if (i - line < indent) {
          i = line;
          break;
        }
      }
      i = behindLine(i);
    }
    at = i;
    keyAllowed = true;
    return -1;
  }

  private int behindLine(int from) {
    int i = from;
    while (i < end && bytes[i] != '\n' && bytes[i] != '\r') {
      i++;
    }
    return i + 1 < end && bytes[i] == '\r' && bytes[i + 1] == '\n' ? i + 2 : Math.min(i + 1, end);
  }

  /** A tab in the blanks and dashes that begin the line of an offset, before it; -1 for none. */
  static int before(byte[] bytes, int offset) {
    int start = Math.min(offset, bytes.length);
    while (start > 0 && bytes[start - 1] != '\n' && bytes[start - 1] != '\r') {
      start--;
    }
    for (int at = start; at < offset && at < bytes.length; at++) {
      if (bytes[at] == '\t') {
        return at;
      }
      if (bytes[at] != ' ' && bytes[at] != '-' && bytes[at] != '?') {
        return -1;
      }
    }
    return -1;
  }
}
