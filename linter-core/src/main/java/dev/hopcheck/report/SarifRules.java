package dev.hopcheck.report;

import dev.hopcheck.finding.RuleId;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.RuleDoc;
import java.util.Map;
import java.util.TreeMap;

/** Writes the rules that occur in a report, in order of their ids. */
final class SarifRules {
  /** Where the pages of rules are read; they lie at the same place in each clone. */
  private static final String PAGES = SarifReport.HOME + "/blob/main/";

  private final Catalogue catalogue;
  private final Map<RuleId, Integer> indexes = new TreeMap<>();

  SarifRules(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Notes that a rule occurs. */
  void add(RuleId id) {
    indexes.put(id, 0);
  }

  /** The place of a rule in the list that was written; -1 for one that was not noted. */
  int index(RuleId id) {
    return indexes.getOrDefault(id, -1);
  }

  void write(Json json) {
    json.openList("rules");
    int index = 0;
    for (Map.Entry<RuleId, Integer> rule : indexes.entrySet()) {
      rule.setValue(index++);
      json.open();
      json.text("id", rule.getKey().value());
      json.text("name", name(rule.getKey().value()));
      RuleDoc doc = catalogue.doc(rule.getKey().value()).orElse(null);
      if (doc != null) {
        doc(doc, json);
      }
      json.close();
    }
    json.closeList();
  }

  /** The id as SARIF wants names: {@code SelectorMatchesNothing}. */
  private static String name(String id) {
    StringBuilder name = new StringBuilder(id.length());
    boolean start = true;
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c != '-') {
        name.append(start && c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
      }
      start = c == '-';
    }
    return name.toString();
  }

  private static void doc(RuleDoc doc, Json json) {
    json.open("shortDescription");
    json.text("text", sentence(doc.summary()));
    json.close();
    if (!doc.rationale().isBlank()) {
      json.open("fullDescription");
      json.text("text", doc.rationale().strip());
      json.close();
    }
    String page = "rules/docs/" + doc.id() + ".md";
    json.text("helpUri", PAGES + page);
    json.open("help");
    json.text("text", help(doc, false) + "See " + page);
    json.text("markdown", help(doc, true) + "See [" + page + "](" + PAGES + page + ").");
    json.close();
    json.open("defaultConfiguration");
    json.text("level", level(doc.severity()));
    json.close();
    json.open("properties");
    json.text("family", doc.family());
    json.text("documentation", page);
    json.close();
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  private static String help(RuleDoc doc, boolean markdown) {
    StringBuilder text = new StringBuilder();
    part("", doc.rationale(), text);
    part(markdown ? "**What the client sees:** " : "What the client sees: ", doc.symptom(), text);
    part(markdown ? "**What to do:** " : "What to do: ", doc.mend(), text);
    if (markdown) {
      code("Bad", doc.badShown(), text);
      code("Good", doc.good(), text);
    }
    return text.toString();
  }

  private static void part(String title, String prose, StringBuilder text) {
    if (!prose.isBlank()) {
      text.append(title).append(prose.strip()).append("\n\n");
    }
  }

  private static void code(String title, String yaml, StringBuilder text) {
    if (!yaml.isBlank()) {
      text.append("**").append(title).append("**\n\n```yaml\n");
      text.append(yaml.strip()).append("\n```\n\n");
    }
  }

  /** SARIF's word for a severity. */
  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }
}
