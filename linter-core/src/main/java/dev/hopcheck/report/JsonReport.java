package dev.hopcheck.report;

import dev.hopcheck.engine.Adopted;
import dev.hopcheck.engine.Fingerprints;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.finding.Finding;
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
    RunJson.lists(result, json);
    RunJson.kustomizations(result, json);
    json.text("configuration", result.configuration());
    if (result.configuration() != null || result.adopted() != Adopted.NONE) {
      new AdoptedJson(json).write(result);
    }
    json.close();
  }

  private static void summary(LintResult result, Json json) {
    json.open("summary");
    RunJson.counts(result.accounting(), json);
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
}
