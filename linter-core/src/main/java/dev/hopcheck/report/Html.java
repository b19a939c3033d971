package dev.hopcheck.report;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a page of HTML. What comes from the input goes through {@link #text}, {@link #message},
 * {@link #name} or {@link #attribute} and never becomes a tag, an attribute or script: robustness
 * 85.
 */
final class Html {
  private final Appendable out;

  Html(Appendable out) {
    this.out = out;
  }

  /** Markup made here; nothing of the input may be in it. */
  Html raw(String markup) throws IOException {
    out.append(markup);
    return this;
  }

  /** Any text, on one line and cut where it is longer than anyone reads. */
  Html text(String untrusted) throws IOException {
    escape(Visible.line(untrusted), out);
    return this;
  }

  /** A file's name. */
  Html name(String untrusted) throws IOException {
    escape(Visible.name(untrusted), out);
    return this;
  }

  /** A message: what stands in backticks becomes code. */
  Html message(String untrusted) throws IOException {
    String line = Visible.line(untrusted);
    int at = 0;
    while (at < line.length()) {
      int open = line.indexOf('`', at);
      int close = open < 0 ? -1 : line.indexOf('`', open + 1);
      if (close < 0) {
        break;
      }
      escape(line.substring(at, open), out);
      out.append("<code>");
      escape(line.substring(open + 1, close), out);
      out.append("</code>");
      at = close + 1;
    }
    escape(line.substring(at), out);
    return this;
  }

  /** An attribute of a tag that is open. */
  Html attribute(String name, String untrusted) throws IOException {
    out.append(' ').append(name).append("=\"");
    escape(Visible.name(untrusted), out);
    out.append('"');
    return this;
  }

  /** Text of ours that may have several lines, such as examples of rules. */
  Html lines(String ours) throws IOException {
    int start = 0;
    for (int end = ours.indexOf('\n'); end >= 0; end = ours.indexOf('\n', start)) {
      text(ours.substring(start, end)).raw("\n");
      start = end + 1;
    }
    return text(ours.substring(start));
  }

  private static void escape(String text, Appendable out) throws IOException {
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      String reference = reference(text.charAt(i));
      if (reference != null) {
        out.append(text, plain, i).append(reference);
        plain = i + 1;
      }
    }
    out.append(text, plain, text.length());
  }

  private static @Nullable String reference(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> null;
    };
  }
}
