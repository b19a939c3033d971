package dev.hopcheck.yaml;

/** The Engine's syntax messages in plain words, with what to do. */
final class SyntaxMessage {
  private SyntaxMessage() {}

  static String of(String problem, boolean template) {
    return hinted(plain(problem), template);
  }

  /** A message with the hint that a template may be the cause. */
  static String hinted(String plain, boolean template) {
    return template
        ? plain + "; the text holds `{{`: if it is a template, check what it renders to"
        : plain;
  }

  private static String plain(String problem) {
    if (problem.contains("TAB") || problem.contains("\\t") || problem.indexOf('\t') >= 0) {
      return "tab where YAML wants spaces; indent with spaces";
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return "`:` stands where no key can be; quote the value or check the indentation";
    }
    if (problem.startsWith("could not find expected ':'")) {
      return "a line is no key, no list item and no part of a text; is a `:` missing?";
    }
    if (problem.startsWith("expected <block end>")) {
      return "the line does not fit the lines above it; check the indentation";
    }
    if (problem.contains("block sequence entries are not allowed")
        || problem.contains("sequence entries are not allowed")) {
      return "`-` stands where no list can begin; put the list on lines of its own";
    }
    if (problem.startsWith("expected ',' or")) {
      return "a list or mapping in brackets goes on without a comma, or its end is missing";
    }
    if (problem.startsWith("expected '<document start>'")) {
      return problem.contains("<stream end>")
          ? "a directive without a document; clients cut it off at the `---`, remove it"
          : "another document without a line `---` before it; clients ignore it";
    }
    if (problem.startsWith("found unexpected end of stream")) {
      return "a quoted text has no end; is a quote missing?";
    }
    if (problem.startsWith("found undefined tag handle")) {
      return "tag handle is not declared; quote a value that begins with `!`";
    }
    if (problem.startsWith("found unknown escape character")) {
      return "unknown escape after `\\` in a text in double quotes; use single quotes or double the backslash";
    }
    if (problem.startsWith("expected alphabetic or numeric character")) {
      return "`&` and `*` need a name of letters, digits, `-` and `_`; quote a value that begins so";
    }
    int quote = problem.indexOf("found character '");
    if (quote >= 0 && problem.length() > quote + 17) {
      char c = problem.charAt(quote + 17);
      return "`" + c + "` cannot begin a value; quote the value";
    }
    return oneLine(problem);
  }

  private static String oneLine(String problem) {
    StringBuilder line = new StringBuilder(problem.length());
    for (int i = 0; i < problem.length() && i < 200; i++) {
      char c = problem.charAt(i);
      line.append(c < ' ' ? ' ' : c);
    }
    return "no valid YAML: " + line;
  }
}
