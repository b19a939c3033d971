package dev.hopcheck.report;

import dev.hopcheck.engine.Accounting;
import dev.hopcheck.engine.Adopted;
import dev.hopcheck.engine.Fingerprints;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.NotValidated;
import dev.hopcheck.engine.SuppressionUse;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.source.Skipped;
import java.io.IOException;
import java.util.List;

/**
 * The report for programs: one JSON object, described by {@code lint.schema.json} beside this
 * class.
 */
public final class JsonReport implements LintReport {
  private static final int VERSION = 1;

  @Override
  public void write(LintResult result, Appendable out) throws IOException {
    Json.write(json -> write(result, json), out);
  }

  private static void write(LintResult result, Json json) {
    json.open();
    json.number("version", VERSION);
    summary(result, json);
    findings(result, json);
    ProblemsJson.write(result.problems(), json);
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
    suppressions(result.suppressions(), json);
    json.text("configuration", result.configuration());
    if (result.configuration() != null || result.adopted() != Adopted.NONE) {
      new AdoptedJson(json).write(result);
    }
    json.close();
  }

  private static void summary(LintResult result, Json json) {
    Accounting accounting = result.accounting();
    json.open("summary");
    json.open("files");
    json.number("discovered", accounting.discovered());
    json.number("analysed", accounting.analysed());
    json.number("skipped", accounting.skipped());
    json.number("failed", accounting.failed());
    json.close();
    json.number("documents", accounting.documents());
    json.number("failedDocuments", accounting.failedDocuments());
    json.open("findings");
    json.number("error", result.counts().errors());
    json.number("warning", result.counts().warnings());
    json.number("info", result.counts().infos());
    json.close();
    json.number("suppressed", result.suppressed());
    json.close();
  }

  private static void findings(LintResult result, Json json) {
    List<String> fingerprints = Fingerprints.of(result.findings());
    FindingJson writer = new FindingJson(json);
    json.openList("findings");
    int index = 0;
    for (Finding finding : result.findings()) {
      writer.write(finding, fingerprints.get(index++));
    }
    json.closeList();
  }

  private static void suppressions(List<SuppressionUse> uses, Json json) {
    json.openList("suppressions");
    for (SuppressionUse use : uses) {
      SuppressionJson.write(use, json);
    }
    json.closeList();
  }
}
