package dev.hopcheck.report;

import dev.hopcheck.finding.Problem;
import dev.hopcheck.source.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what could not be checked. */
final class ProblemsJson {
  private ProblemsJson() {}

  /** Writes the members {@code problems} and, where there was one, {@code configuration}. */
  static void write(List<Problem> problems, @Nullable String configuration, Json json) {
    write(problems, json);
    if (configuration != null) {
      json.text("configuration", configuration);
    }
  }

  /** Writes the member {@code problems}. */
  static void write(List<Problem> problems, Json json) {
    json.openList("problems");
    for (Problem problem : problems) {
      Position at = problem.at();
      json.open();
      json.text("id", problem.id());
      json.text("file", problem.file());
      json.number("line", at == null ? 1 : at.line());
      json.number("column", at == null ? 1 : at.column());
      json.numberOrNull("document", problem.document());
      json.text("message", problem.message());
      json.close();
    }
    json.closeList();
  }
}
