package dev.hopcheck.report;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.Position;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One workflow command of GitHub that makes an annotation.
 *
 * @param file as the server knows it; empty for none
 * @param start null where no position is known
 * @param end null where no position is known
 * @param title a short text
 * @param message may have several lines
 */
record Annotation(
    Severity severity,
    String file,
    @Nullable Position start,
    @Nullable Position end,
    String title,
    String message) {
  /** What the server takes of a message, escapes included (robustness 81). */
  private static final int LONGEST = 4096;

  /** The command's word, which is the annotation's kind too. */
  static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  void write(Appendable out) throws IOException {
    out.append("::").append(word(severity)).append(' ');
    if (!file.isEmpty()) {
      out.append("file=").append(property(Visible.name(file))).append(',');
      if (start != null && end != null) {
        out.append("line=" + start.line() + ",endLine=" + end.line());
        // The server refuses columns of ranges over several lines.
        if (start.line() == end.line()) {
          out.append(",col=" + start.column() + ",endColumn=" + end.column());
        }
        out.append(',');
      }
    }
    out.append("title=").append(property(title)).append("::").append(cut(data(message)));
    out.append('\n');
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = LONGEST - 1;
    int escape = text.lastIndexOf('%', end - 1);
    if (escape > end - 3) {
      end = escape;
    } else if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "\u2026";
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
