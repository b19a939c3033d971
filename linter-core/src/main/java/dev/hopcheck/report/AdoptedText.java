package dev.hopcheck.report;

import dev.hopcheck.engine.Adopted;
import dev.hopcheck.engine.BaselineEntry;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.finding.Severity;
import java.io.IOException;
import java.util.List;

/** Says to people what configuration, baseline and revision made of findings. */
final class AdoptedText {
  /** So many entries of a list are shown. */
  private static final int MOST = 50;

  private final Appendable out;

  AdoptedText(Appendable out) {
    this.out = out;
  }

  /** All of it as a text of lines; empty where there is nothing to say. */
  static String of(LintResult result) throws IOException {
    StringBuilder text = new StringBuilder();
    new AdoptedText(text).write(result);
    return text.toString();
  }

  void write(LintResult result) throws IOException {
    Adopted adopted = result.adopted();
    String file = result.configuration();
    if (file != null) {
      out.append("configuration: ").append(Visible.name(file)).append('\n');
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

  private void choices(List<Adopted.ChoiceUse> choices) throws IOException {
    for (Adopted.ChoiceUse choice : choices) {
      Severity severity = choice.severity();
      out.append("  line " + choice.line() + ": ");
      out.append(severity == null ? "off" : severity.word()).append(": ");
      out.append(Visible.line(choice.rule().value()));
      if (!choice.scope().isEmpty()) {
        out.append(" in ").append(Visible.line(choice.scope()));
        out.append(" -- ").append(Visible.line(choice.reason()));
      }
      out.append(" (" + findings(choice.findings()) + ")\n");
    }
  }

  private void baseline(Adopted.BaselineUse baseline) throws IOException {
    out.append("baseline: ").append(Visible.name(baseline.file()));
    out.append(baseline.written() ? " written, " : ", ");
    out.append(baseline.known() + " known\n");
    entries(baseline.written() ? "added" : "new", baseline.added());
    entries(baseline.written() ? "removed" : "no longer there", baseline.gone());
    if (!baseline.written() && !baseline.gone().isEmpty()) {
      out.append("  --write-baseline takes out what is no longer there\n");
    }
  }

  private void entries(String what, List<BaselineEntry> entries) throws IOException {
    for (BaselineEntry entry : entries.subList(0, Math.min(MOST, entries.size()))) {
      out.append("  ").append(what).append(": ").append(Visible.name(entry.file()));
      out.append(' ').append(Visible.line(entry.object()));
      out.append(entry.object().isEmpty() ? "" : " ").append(Visible.line(entry.rule().value()));
      out.append('\n');
    }
    more(entries.size());
  }

  private void more(int size) throws IOException {
    if (size > MOST) {
      out.append("  and " + (size - MOST) + " more\n");
    }
  }

  private void changed(Adopted.ChangedUse changed) throws IOException {
    out.append("changed since ").append(Visible.line(changed.revision())).append(": ");
    out.append(changed.files() + (changed.files() == 1 ? " file" : " files"));
    out.append("; not shown: " + findings(changed.elsewhere()) + " elsewhere\n");
    List<Adopted.Addition> additions = changed.additions();
    if (additions.isEmpty()) {
      return;
    }
    out.append("added since, which keeps findings from being reported:\n");
    for (Adopted.Addition addition : additions.subList(0, Math.min(MOST, additions.size()))) {
      out.append("  ").append(addition.kind()).append(": ").append(Visible.name(addition.file()));
      out.append(":" + addition.line() + " ").append(Visible.line(addition.rule().value()));
      out.append(addition.text().isEmpty() ? "" : " -- ").append(Visible.line(addition.text()));
      out.append('\n');
    }
    more(additions.size());
  }

  private static String findings(int count) {
    return count + (count == 1 ? " finding" : " findings");
  }
}
