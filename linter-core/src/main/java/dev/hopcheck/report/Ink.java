package dev.hopcheck.report;

import dev.hopcheck.finding.Severity;

/** The colours of a terminal, or none. */
record Ink(boolean on) {
  private static final String RESET = "\u001b[0m";

  String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> paint("\u001b[1;31m", text);
      case WARNING -> paint("\u001b[1;33m", text);
      case INFO -> paint("\u001b[1;36m", text);
    };
  }

  String bold(String text) {
    return paint("\u001b[1m", text);
  }

  String margin(String text) {
    return paint("\u001b[1;34m", text);
  }

  private String paint(String code, String text) {
    return on && !text.isEmpty() ? code + text + RESET : text;
  }
}
