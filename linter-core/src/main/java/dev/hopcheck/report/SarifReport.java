package dev.hopcheck.report;

import dev.hopcheck.engine.ExitCode;
import dev.hopcheck.engine.Fingerprints;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Silenced;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.rule.Catalogue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The report as SARIF 2.1.0, the exchange format of code scanning. It holds no source text, no
 * absolute path and no time.
 */
public final class SarifReport implements LintReport {
  static final String HOME = "https://github.com/hopcheck/hopcheck";

  /** What code hosts accept as an upload (robustness 82). */
  private static final int MOST_RESULTS = 25_000;

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** Log, runs, run, and the lists of a run: results stand on lines of their own. */
  private static final int DEPTH = 4;

  private final ReportPath paths;
  private final Catalogue catalogue;

  private final String version;

  SarifReport(ReportFormat.Options options) {
    paths = options.paths();
    catalogue = options.catalogue();
    version = options.version();
  }

  @Override
  public void write(LintResult result, Appendable out) throws IOException {
    Json.write(DEPTH, json -> write(result, json), out);
  }

  private void write(LintResult result, Json json) {
    json.open();
    json.text("$schema", SCHEMA);
    json.text("version", "2.1.0");
    json.openList("runs");
    json.open();
    SarifPlaces places = new SarifPlaces(json, paths);
    SarifRules rules = rules(result);
    json.open("tool");
    json.open("driver");
    json.text("name", "hopcheck");
    if (!version.isEmpty()) {
      json.text("version", version);
    }
    json.text("informationUri", HOME);
    rules.write(json);
    json.close();
    json.close();
    json.text("columnKind", "unicodeCodePoints");
    results(result, new SarifResult(json, places, rules, result), json);
    invocation(result, places, json);
    properties(result, json);
    places.bases();
    json.close();
    json.closeList();
    json.close();
  }

  private SarifRules rules(LintResult result) {
    SarifRules rules = new SarifRules(catalogue);
    for (Finding finding : result.findings()) {
      rules.add(finding.rule());
    }
    for (Silenced silenced : result.silenced()) {
      rules.add(silenced.finding().rule());
    }
    return rules;
  }

  private static void results(LintResult result, SarifResult writer, Json json) {
    List<Finding> all = new ArrayList<>(result.findings());
    for (Silenced silenced : result.silenced()) {
      all.add(silenced.finding());
    }
    List<String> fingerprints = Fingerprints.of(all);
    int open = result.findings().size();
    json.openList("results");
    for (int i = 0; i < all.size() && i < MOST_RESULTS; i++) {
      Silenced by = i < open ? null : result.silenced().get(i - open);
      writer.write(all.get(i), fingerprints.get(i), by);
    }
    json.closeList();
  }

  private static void invocation(LintResult result, SarifPlaces places, Json json) {
    json.openList("invocations");
    json.open();
    json.flag("executionSuccessful", result.exit() != ExitCode.INCOMPLETE);
    json.number("exitCode", result.exit().code());
    json.openList("toolExecutionNotifications");
    for (Problem problem : result.problems()) {
      json.open();
      json.text("level", "error");
      json.open("message");
      String stream = Place.isStream(problem.file()) ? " (" + Place.shown(problem) + ")" : "";
      json.text("text", SarifText.line(problem.message() + stream));
      json.close();
      json.open("descriptor");
      json.text("id", problem.id());
      json.close();
      if (!problem.file().isEmpty() && !Place.isStream(problem.file())) {
        json.openList("locations");
        json.open();
        places.location(problem.file(), problem.at());
        json.close();
        json.closeList();
      }
      json.close();
    }
    int left = result.findings().size() + result.silenced().size() - MOST_RESULTS;
    if (left > 0) {
      json.open();
      json.text("level", "warning");
      json.open("message");
      json.text(
          "text", left + " more results are left out; at most " + MOST_RESULTS + " are written");
      json.close();
      json.close();
    }
    json.closeList();
    json.close();
    json.closeList();
  }

  /** What SARIF has no place for: what became of all files, and what comments silence. */
  private static void properties(LintResult result, Json json) {
    json.open("properties");
    RunJson.counts(result.accounting(), json);
    json.number("suppressed", result.suppressed());
    RunJson.lists(result, json);
    json.text("configuration", result.configuration());
    new AdoptedJson(json).write(result);
    json.close();
  }
}
