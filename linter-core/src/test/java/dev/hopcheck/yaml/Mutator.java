package dev.hopcheck.yaml;

import java.util.List;
import java.util.Random;

/** Changes texts in small ways, mostly where YAML is particular. */
final class Mutator {
  /** What is put in. */
  static final List<String> PIECES =
      List.of(
          " ",
          "  ",
          "    ",
          "\t",
          "\n",
          "\n\n",
          "\r\n",
          "\r",
          " \n",
          "\t\n",
          ":",
          ": ",
          ": \n",
          "- ",
          "-",
          "- - ",
          "-  - a: b\n",
          "? ",
          "?",
          "#",
          " #",
          " # c\n",
          "'",
          "''",
          "\"",
          "\"\"",
          "\\",
          "\\\n",
          "\\n",
          "\\ ",
          "\\u00e9",
          "\\x41",
          "\\/",
          "|",
          "|-\n",
          ">",
          ">+\n",
          "|2\n",
          "key: |\n  x\n\n",
          "x: >-\n",
          "[",
          "]",
          "{",
          "}",
          ",",
          "&a ",
          "*a",
          "!!str ",
          "!",
          "%",
          "@",
          "`",
          "~",
          "null",
          "yes",
          "0x1",
          "<<: ",
          "\u00e9",
          "\u00a0",
          "\u2028",
          "\u0085",
          "\uFEFF",
          "\uFFFE",
          "\uD834\uDD1E",
          "{{ x }}",
          "${X}",
          "__X__",
          "<x>",
          "...\n",
          "...",
          "---\n",
          "a: b\n",
          "- c\n",
          "\"a\": 1",
          "'b' : 2",
          "1",
          "_",
          "$",
          "<",
          "=",
          "\u0007",
          "\u007f");

  private final Random random;

  Mutator(long seed) {
    random = new Random(seed);
  }

  String mutate(String text) {
    StringBuilder changed = new StringBuilder(text);
    int edits = random.nextInt(10) == 0 ? 8 : 1 + random.nextInt(3);
    for (int i = 0; i < edits; i++) {
      edit(changed, place(changed));
    }
    String mutated = changed.toString();
    return random.nextInt(12) == 0 ? mutated.replace("\n", "\r\n") : mutated;
  }

  /** Any place; often the beginning of a line or of its text. */
  private int place(StringBuilder text) {
    int at = text.length() == 0 ? 0 : random.nextInt(text.length());
    int lineEnd = random.nextInt(3) == 0 ? text.indexOf("\n", at) : -1;
    if (lineEnd < 0) {
      return at;
    }
    int start = lineEnd + 1;
    while (start < text.length() && text.charAt(start) == ' ' && random.nextInt(8) > 0) {
      start++;
    }
    return start;
  }

  private void edit(StringBuilder text, int at) {
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    switch (random.nextInt(9)) {
      case 0 -> text.setLength(at);
      case 1 -> text.delete(at, Math.min(text.length(), at + 1));
      case 2 -> text.replace(at, Math.min(text.length(), at + 1 + random.nextInt(12)), piece);
      case 3 -> {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(40));
        text.insert(at, text.substring(from, to));
      }
      case 4 -> indent(text, text.indexOf("\n", at) + 1);
      default -> text.insert(at, piece);
    }
  }

  private void indent(StringBuilder text, int line) {
    if (random.nextBoolean()) {
      text.insert(line, " ".repeat(1 + random.nextInt(4)));
      return;
    }
    for (int i = random.nextInt(5); i > 0 && line < text.length(); i--) {
      if (text.charAt(line) == ' ') {
        text.deleteCharAt(line);
      }
    }
  }
}
