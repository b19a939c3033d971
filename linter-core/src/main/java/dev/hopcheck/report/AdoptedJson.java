package dev.hopcheck.report;

import dev.hopcheck.engine.Adopted;
import dev.hopcheck.engine.BaselineEntry;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.finding.Severity;
import java.util.List;

/** Writes what configuration, baseline and revision made of findings; nothing without them. */
final class AdoptedJson {
  private final Json json;

  AdoptedJson(Json json) {
    this.json = json;
  }

  void write(LintResult result) {
    Adopted adopted = result.adopted();
    if (result.configuration() != null) {
      choices(adopted.choices());
    }
    Adopted.BaselineUse baseline = adopted.baseline();
    if (baseline != null) {
      baseline(baseline);
    }
    Adopted.ChangedUse changed = adopted.changed();
    if (changed != null) {
      changed(changed);
    }
  }

  private void choices(List<Adopted.ChoiceUse> choices) {
    json.openList("choices");
    for (Adopted.ChoiceUse choice : choices) {
      Severity severity = choice.severity();
      json.open();
      json.number("line", choice.line());
      json.text("rule", choice.rule().value());
      json.text("severity", severity == null ? "off" : severity.word());
      json.text("scope", choice.scope());
      json.text("reason", choice.reason());
      json.number("findings", choice.findings());
      json.close();
    }
    json.closeList();
  }

  private void baseline(Adopted.BaselineUse baseline) {
    json.open("baseline");
    json.text("file", baseline.file());
    json.flag("written", baseline.written());
    json.number("known", baseline.known());
    entries("gone", baseline.gone());
    entries("added", baseline.added());
    json.close();
  }

  private void entries(String name, List<BaselineEntry> entries) {
    json.openList(name);
    for (BaselineEntry entry : entries) {
      json.open();
      json.text("file", entry.file());
      json.text("object", entry.object());
      json.text("rule", entry.rule().value());
      json.text("digest", entry.digest());
      json.close();
    }
    json.closeList();
  }

  private void changed(Adopted.ChangedUse changed) {
    json.open("changed");
    json.text("since", changed.revision());
    json.number("files", changed.files());
    json.number("elsewhere", changed.elsewhere());
    json.openList("additions");
    for (Adopted.Addition addition : changed.additions()) {
      json.open();
      json.text("kind", addition.kind());
      json.text("file", addition.file());
      json.number("line", addition.line());
      json.text("rule", addition.rule().value());
      json.text("text", addition.text());
      json.close();
    }
    json.closeList();
    json.close();
  }
}
