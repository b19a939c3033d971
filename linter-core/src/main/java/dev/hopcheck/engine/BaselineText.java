package dev.hopcheck.engine;

import dev.hopcheck.finding.RuleId;
import dev.hopcheck.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A baseline as text: a line that says what it is, then one JSON object a line, sorted, so that a
 * change of it can be reviewed like any other.
 */
final class BaselineText {
  /** More is no list that anybody reviews. */
  static final int MOST = 100_000;

  /** The first line of the first version, whose files are named below the working directory. */
  private static final String FIRST = "{\"hopcheck\":\"baseline\",\"version\":1}";

  private static final String HEAD = "{\"hopcheck\":\"baseline\",\"version\":2,\"root\":\"";
  private static final String HEAD_END = "\"}";

  private final String name;
  private final String text;
  private final int line;
  private int at;

  private BaselineText(String name, String text, int line) {
    this.name = name;
    this.text = text;
    this.line = line;
  }

  /**
   * What a baseline says.
   *
   * @param root of its files, from its own folder; null for the working directory
   */
  record Read(@Nullable String root, List<BaselineEntry> entries) {
    Read {
      entries = List.copyOf(entries);
    }
  }

  static String write(BaselineRoot root, List<BaselineEntry> sorted) {
    StringBuilder out = new StringBuilder(64 + sorted.size() * 160);
    out.append(HEAD).append(root.text()).append(HEAD_END).append('\n');
    for (BaselineEntry entry : sorted) {
      out.append("{\"file\":");
      quote(entry.file(), out);
      out.append(",\"object\":");
      quote(entry.object(), out);
      out.append(",\"rule\":");
      quote(entry.rule().value(), out);
      out.append(",\"digest\":");
      quote(entry.digest(), out);
      out.append(",\"message\":");
      quote(entry.message(), out);
      out.append("}\n");
    }
    return out.toString();
  }

  /** Only printable ASCII as it is, so that no terminal and no reviewer is misled. */
  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        String digits = Integer.toHexString(c);
        out.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  static Read read(SourceFile file) throws UsageException {
    int lines = file.length() == 0 ? 0 : file.lines();
    String head = lines == 0 ? "" : file.line(1).strip();
    String root = root(head);
    if (root == null && !head.equals(FIRST)) {
      throw new UsageException(
          file.name() + ": this is no baseline; the first line of one is " + HEAD + "." + HEAD_END);
    }
    if (lines > MOST) {
      throw new UsageException(
          file.name() + ": more than " + MOST + " entries, the limit of a baseline");
    }
    List<BaselineEntry> entries = new ArrayList<>(lines);
    for (int i = 2; i <= lines; i++) {
      String text = file.line(i);
      if (!text.isBlank()) {
        entries.add(new BaselineText(file.name(), text.strip(), i).entry());
      }
    }
    return new Read(root, entries);
  }

  private static @Nullable String root(String head) {
    if (!head.startsWith(HEAD) || !head.endsWith(HEAD_END)) {
      return null;
    }
    String root = head.substring(HEAD.length(), head.length() - HEAD_END.length());
    return BaselineRoot.isValid(root) ? root : null;
  }

  private BaselineEntry entry() throws UsageException {
    String file = "";
    String object = "";
    String rule = "";
    String digest = "";
    String message = "";
    expect('{');
    do {
      String key = string();
      expect(':');
      String value = string();
      switch (key) {
        case "file" -> file = value;
        case "object" -> object = value;
        case "rule" -> rule = value;
        case "digest" -> digest = value;
        case "message" -> message = value;
        default -> throw wrong("there is no `" + key + "` in an entry");
      }
    } while (more());
    if (at != text.length()) {
      throw wrong("one JSON object is expected");
    }
    if (file.isEmpty() || rule.isEmpty() || digest.isEmpty()) {
      throw wrong("an entry has `file`, `rule` and `digest`");
    }
    if (file.startsWith("/") || ("/" + file + "/").contains("/../")) {
      throw wrong("`" + file + "` does not lie below the root of the baseline");
    }
    return new BaselineEntry(line, file, object, new RuleId(rule), digest, message);
  }

  private boolean more() throws UsageException {
    blanks();
    if (at < text.length() && text.charAt(at) == ',') {
      at++;
      return true;
    }
    expect('}');
    return false;
  }

  private String string() throws UsageException {
    expect('"');
    StringBuilder read = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      read.append(c == '\\' ? escaped() : c);
    }
    expect('"');
    return read.toString();
  }

  private char escaped() throws UsageException {
    char c = at < text.length() ? text.charAt(at++) : ' ';
    if (c == 'u' && at + 4 <= text.length()) {
      try {
        char read = (char) Integer.parseInt(text.substring(at, at + 4), 16);
        at += 4;
        return read;
      } catch (NumberFormatException noNumber) {
        throw wrong("an escape is not understood");
      }
    }
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> throw wrong("an escape is not understood");
    };
  }

  private void expect(char wanted) throws UsageException {
    blanks();
    if (at >= text.length() || text.charAt(at) != wanted) {
      throw wrong("one JSON object of texts is expected");
    }
    at++;
  }

  private void blanks() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private UsageException wrong(String message) {
    return new UsageException(
        name + ":" + line + ":" + (Math.min(at, text.length()) + 1) + ": " + message);
  }
}
