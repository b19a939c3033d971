package dev.hopcheck.report;

import dev.hopcheck.engine.SuppressionUse;

/** Writes what a comment silences. */
final class SuppressionJson {
  private SuppressionJson() {}

  static void write(SuppressionUse use, Json json) {
    json.open();
    json.text("file", use.file());
    json.number("line", use.line());
    json.text("rule", use.rule().value());
    json.text("reason", use.reason());
    if (use.until() != null) {
      json.text("until", use.until().toString());
    }
    json.flag("used", use.used());
    json.close();
  }
}
