package dev.hopcheck.report;

import dev.hopcheck.engine.Accounting;
import dev.hopcheck.engine.KustomizedUnit;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.NotValidated;
import dev.hopcheck.engine.SuppressionUse;
import dev.hopcheck.source.Skipped;

/** Writes what became of files and documents, the same in each format that is JSON. */
final class RunJson {
  private RunJson() {}

  /** How many files and documents there were, and what became of them. */
  static void counts(Accounting accounting, Json json) {
    json.open("files");
    json.number("discovered", accounting.discovered());
    json.number("analysed", accounting.analysed());
    json.number("skipped", accounting.skipped());
    json.number("failed", accounting.failed());
    json.close();
    json.number("documents", accounting.documents());
    json.number("failedDocuments", accounting.failedDocuments());
  }

  /** The units that kustomizations make; nothing at all where there are none. */
  static void kustomizations(LintResult result, Json json) {
    if (result.kustomized().isEmpty()) {
      return;
    }
    json.openList("kustomizations");
    for (KustomizedUnit unit : result.kustomized()) {
      json.open();
      json.text("file", unit.file());
      json.texts("takesIn", unit.takesIn());
      json.openList("open");
      for (KustomizedUnit.Open open : unit.open()) {
        json.open();
        json.text("file", open.file());
        json.number("line", open.at().line());
        json.number("column", open.at().column());
        json.text("message", open.why());
        json.close();
      }
      json.closeList();
      json.close();
    }
    json.closeList();
  }

  /** What was skipped, had no schema, or was silenced by comments. */
  static void lists(LintResult result, Json json) {
    json.openList("skipped");
    for (Skipped skipped : result.skipped()) {
      json.open();
      json.text("file", skipped.file());
      json.text("reason", skipped.reason());
      json.close();
    }
    json.closeList();
    json.openList("notValidated");
    for (NotValidated kind : result.notValidated()) {
      json.open();
      json.text("apiVersion", kind.apiVersion());
      json.text("kind", kind.kind());
      json.number("count", kind.count());
      json.close();
    }
    json.closeList();
    json.openList("suppressions");
    for (SuppressionUse use : result.suppressions()) {
      SuppressionJson.write(use, json);
    }
    json.closeList();
  }
}
