package dev.hopcheck.rules;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.rule.RuleDoc;
import java.util.List;

/** Writes the pages that users read in a browser. */
final class RuleMarkdown {
  private RuleMarkdown() {}

  /** One rule's page. */
  static String page(RuleDoc doc) {
    StringBuilder page = new StringBuilder();
    page.append("<!-- Generated from the rule; edit its documentation in the source. -->\n");
    page.append("# ").append(doc.id()).append("\n\n");
    page.append("**").append(doc.severity().word()).append("**");
    for (Severity other : doc.otherSeverities()) {
      page.append(", by evidence ").append(other.word());
    }
    page.append(": ").append(doc.summary()).append("\n");
    section("Why", doc.rationale(), page);
    section("What the client sees", doc.symptom(), page);
    section("What to do", doc.mend(), page);
    code("Bad", doc.badShown(), page);
    code("Good", doc.good(), page);
    if (!doc.references().isEmpty()) {
      page.append("\n## See also\n\n");
      for (String reference : doc.references()) {
        page.append("- ").append(reference).append('\n');
      }
    }
    return page.toString();
  }

  /** The list of all pages. */
  static String index(List<RuleDoc> docs) {
    StringBuilder index = new StringBuilder();
    index.append("<!-- Generated from the rules. -->\n");
    index.append("# Rules\n\n| id | family | severity | what is wrong |\n|---|---|---|---|\n");
    for (RuleDoc doc : docs) {
      index.append("| [").append(doc.id()).append("](").append(doc.id()).append(".md) | ");
      index.append(doc.family()).append(" | ").append(doc.severity().word());
      for (Severity other : doc.otherSeverities()) {
        index.append(", ").append(other.word());
      }
      index.append(" | ").append(doc.summary()).append(" |\n");
    }
    return index.toString();
  }

  private static void section(String heading, String text, StringBuilder page) {
    if (!text.isBlank()) {
      page.append("\n## ").append(heading).append("\n\n").append(text.strip()).append('\n');
    }
  }

  private static void code(String heading, String text, StringBuilder page) {
    if (!text.isBlank()) {
      page.append("\n## ").append(heading).append("\n\n```yaml\n");
      page.append(text.strip()).append("\n```\n");
    }
  }
}
