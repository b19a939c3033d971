package dev.hopcheck.report;

import dev.hopcheck.engine.TestResult;
import dev.hopcheck.engine.Verdict;
import dev.hopcheck.trace.TracedFlow;
import java.io.IOException;

/** Writes what became of expectations for programs; a contract with a published schema. */
public final class TestJson {
  private static final int VERSION = 1;

  private TestJson() {}

  /** Writes all expectations in order of files and lines. */
  public static void write(TestResult result, Appendable out) throws IOException {
    Json.write(
        json -> {
          json.open();
          json.number("version", VERSION);
          json.open("summary");
          json.number("files", result.files().size());
          json.number("expectations", result.checked().size());
          json.number("ok", result.count(Verdict.OK));
          json.number("failed", result.count(Verdict.FAILED));
          json.number("unknown", result.count(Verdict.UNKNOWN));
          json.close();
          json.openList("expectations");
          for (TestResult.Checked checked : result.checked()) {
            checked(checked, json);
          }
          json.closeList();
          ProblemsJson.write(result.problems(), result.configuration(), json);
          json.close();
        },
        out);
  }

  private static void checked(TestResult.Checked checked, Json json) {
    json.open();
    json.text("file", checked.file().name());
    json.number("line", checked.stated().at().line());
    json.number("column", checked.stated().at().column());
    json.text("text", checked.stated().text());
    json.text("unit", checked.unit());
    json.text("result", checked.verdict().word());
    json.text("message", checked.message().isEmpty() ? null : checked.message());
    json.texts("hints", checked.hints());
    json.openList("flows");
    for (TracedFlow flow : checked.flows()) {
      TraceJson.flow(flow, json);
    }
    json.closeList();
    json.close();
  }
}
