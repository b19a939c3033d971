package dev.hopcheck.promise;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Breaks manifests as editors, merges, broken transfers and people do it. */
final class Damage {
  /** What is put in the place of a value. */
  private static final List<String> VALUES =
      List.of(
          "",
          "~",
          "null",
          "-1",
          "0",
          "1",
          "65535",
          "65536",
          "2147483648",
          "9223372036854775808",
          "1e400",
          "0777",
          "0x1F",
          "1_0",
          "80.0",
          ".inf",
          ".nan",
          "1:30",
          "yes",
          "\"80\"",
          "''",
          "[]",
          "{}",
          "[[]]",
          "{a: b}",
          "[null]",
          "*a",
          "&a b",
          "!!str 1",
          "!!int a",
          "|",
          ">-",
          "http",
          "a.b.",
          "A_b",
          "-",
          "10.0.0.1",
          "::1",
          "10.0.0.0/33",
          "None",
          "ClusterIP",
          "ExternalName",
          "LoadBalancer",
          "NodePort",
          "Local",
          "TCP",
          "SCTP",
          "{{ .Values.x }}",
          "${X}",
          "$(X)",
          "<name>",
          "__X__",
          "\"\\uD800\"",
          "\"\\x\"",
          "\"\u202Ea\"",
          "\u00e9",
          "\uD834\uDD1E",
          "2001-01-01",
          "100%",
          "1Gb",
          "5s",
          "/x",
          "Service",
          "v1",
          "List",
          "apps/v1",
          "a/b/c",
          "kube-system",
          "default");

  /** What is put in between. */
  private static final List<String> PIECES =
      List.of(
          "\n",
          "\r",
          "\r\n",
          "\t",
          " ",
          "  ",
          "---\n",
          "\n---\n",
          "...\n",
          "--- x\n",
          "- ",
          "? ",
          ": ",
          ":",
          "#",
          " # ",
          "# hopcheck: ignore all -- x\n",
          "# hopcheck: ignore port-out-of-range -- x\n",
          "'",
          "\"",
          "\\",
          "|\n",
          ">\n",
          "[",
          "]",
          "{",
          "}",
          ",",
          "&a ",
          "*a",
          "<<: *a\n",
          "<<: ",
          "!",
          "!!binary ",
          "%YAML 1.1\n---\n",
          "@",
          "`",
          "\uFEFF",
          "\uFFFE",
          "\u0000",
          "\u0007",
          "\u0085",
          "\u2028",
          "\u007f",
          "kind: Service\n",
          "apiVersion: v1\n",
          "namespace: x\n",
          "status: {}\n",
          "spec:\n  selector: {}\n",
          "  namespace: y\n",
          "kind: List\nitems:\n- ");

  private final Random random;
  private final List<String> others;

  /** Damages with a chance of its own, with pieces of other manifests. */
  Damage(long seed, List<String> others) {
    random = new Random(seed);
    this.others = others;
  }

  /** The text with one to three changes, now and then with more. */
  String to(String text) {
    StringBuilder changed = new StringBuilder(text);
    int edits = random.nextInt(10) == 0 ? 4 + random.nextInt(12) : 1 + random.nextInt(3);
    for (int i = 0; i < edits; i++) {
      edit(changed);
    }
    String damaged = changed.toString();
    return random.nextInt(20) == 0 ? damaged.replace("\n", "\r\n") : damaged;
  }

  /** The bytes of a text, with flipped bits now and then. */
  byte[] bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0 && random.nextInt(20) == 0) {
      for (int i = random.nextInt(3); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
    }
    return bytes;
  }

  private void edit(StringBuilder text) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + 1 + random.nextInt(20));
    int line = text.lastIndexOf("\n", at - 1) + 1;
    int next = text.indexOf("\n", at) + 1;
    next = next == 0 ? text.length() : next;
    switch (random.nextInt(16)) {
      case 0 -> text.setLength(at);
      case 1 -> text.delete(0, at);
      case 2 -> text.delete(at, end);
      case 3 -> flip(text, at);
      case 4 -> text.insert(at, piece());
      case 5 -> text.replace(at, end, piece());
      case 6 -> text.insert(line, piece());
      case 7 -> text.insert(line, text.substring(line, next));
      case 8 -> text.delete(line, next);
      case 9 -> move(text, line, next);
      case 10 -> indent(text, line);
      case 11 -> splice(text, at);
      case 12 -> splice(text, line);
      case 13 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, end));
      default -> value(text, line, next);
    }
  }

  private String piece() {
    return PIECES.get(random.nextInt(PIECES.size()));
  }

  /** One bit of one character, so that it stays a character. */
  private void flip(StringBuilder text, int at) {
    if (at < text.length() && text.charAt(at) < 0x80) {
      text.setCharAt(at, (char) (text.charAt(at) ^ (1 << random.nextInt(7))));
    }
  }

  private void move(StringBuilder text, int line, int next) {
    String moved = text.substring(line, next);
    text.delete(line, next);
    int to = text.indexOf("\n", random.nextInt(text.length() + 1)) + 1;
    text.insert(to, moved);
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

  /** Some lines of another manifest. */
  private void splice(StringBuilder text, int at) {
    String other = others.get(random.nextInt(others.size()));
    int from = other.indexOf('\n', random.nextInt(other.length() + 1)) + 1;
    int to = Math.min(other.length(), from + 1 + random.nextInt(400));
    text.insert(at, other.substring(from, to));
  }

  /** Another value behind the key of a line, or another item. */
  private void value(StringBuilder text, int line, int next) {
    int colon = text.indexOf(": ", line);
    int dash = text.indexOf("- ", line);
    int at = colon >= 0 && colon < next ? colon : dash;
    if (at >= 0 && at + 2 < next) {
      String value = VALUES.get(random.nextInt(VALUES.size()));
      int end = text.charAt(next - 1) == '\n' ? next - 1 : next;
      text.replace(at + 2, Math.max(at + 2, end), value);
    }
  }
}
