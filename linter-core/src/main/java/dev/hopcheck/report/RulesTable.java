package dev.hopcheck.report;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.rule.RuleDoc;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The list of all rules for programs and for pages. */
public final class RulesTable {
  private static final int VERSION = 1;

  private RulesTable() {}

  /** One JSON object with a list {@code rules}, in order of the ids. */
  public static void json(List<RuleDoc> docs, Appendable out) throws IOException {
    Json.write(
        json -> {
          json.open();
          json.number("version", VERSION);
          json.openList("rules");
          for (RuleDoc doc : docs) {
            json.open();
            json.text("id", doc.id().value());
            json.text("family", doc.family());
            json.text("severity", doc.severity().word());
            List<String> others = new ArrayList<>();
            for (Severity other : doc.otherSeverities()) {
              others.add(other.word());
            }
            json.texts("otherSeverities", others);
            json.text("summary", doc.summary());
            json.text("rationale", doc.rationale().strip());
            json.text("symptom", doc.symptom().strip());
            json.text("mend", doc.mend().strip());
            json.texts("references", doc.references());
            json.close();
          }
          json.closeList();
          json.close();
        },
        out);
  }

  /** A table of Markdown. */
  public static void markdown(List<RuleDoc> docs, Appendable out) throws IOException {
    out.append("| id | family | severity | what is wrong |\n|---|---|---|---|\n");
    for (RuleDoc doc : docs) {
      out.append("| ").append(doc.id().value()).append(" | ").append(doc.family()).append(" | ");
      out.append(doc.severity().word());
      for (Severity other : doc.otherSeverities()) {
        out.append(", ").append(other.word());
      }
      out.append(" | ").append(doc.summary().replace("|", "\\|")).append(" |\n");
    }
  }
}
