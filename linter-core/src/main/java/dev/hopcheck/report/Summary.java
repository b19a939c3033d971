package dev.hopcheck.report;

import dev.hopcheck.engine.Accounting;
import dev.hopcheck.engine.Adopted;
import dev.hopcheck.engine.KustomizedUnit;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.NotValidated;
import dev.hopcheck.engine.SuppressionUse;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.Skipped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The closing lines of the text report: what was found, and what became of all files. */
final class Summary {
  private final LintResult result;
  private final Severity show;
  private final Ink ink;

  Summary(LintResult result, Severity show, Ink ink) {
    this.result = result;
    this.show = show;
    this.ink = ink;
  }

  void write(Appendable out) throws IOException {
    boolean listed = false;
    for (SuppressionUse use : result.suppressions()) {
      if (use.used()) {
        out.append("suppressed: ")
            .append(Visible.name(use.file()))
            .append(":" + use.line() + " " + use.rule() + until(use) + " -- ")
            .append(Visible.line(use.reason()))
            .append('\n');
        listed = true;
      }
    }
    if (listed) {
      out.append('\n');
    }
    Accounting accounting = result.accounting();
    out.append(count(accounting.discovered(), "file"))
        .append(", ")
        .append(count(accounting.documents(), "document"))
        .append(": ")
        .append(findings())
        .append('\n');
    if (result.elsewhere() > 0) {
      out.append("not shown: ")
          .append(count(result.elsewhere(), "finding"))
          .append(" in files beside that were not named\n");
    }
    if (result.configuration() != null || result.adopted() != Adopted.NONE) {
      new AdoptedText(out).write(result);
    }
    if (!result.kustomized().isEmpty()) {
      kustomized(out);
    }
    skipped(out);
    notValidated(out);
    if (!result.problems().isEmpty()) {
      out.append(ink.severity(Severity.ERROR, "incomplete"))
          .append(": ")
          .append(count(result.problems().size(), "problem"))
          .append(failed(accounting))
          .append('\n');
    }
  }

  private static String until(SuppressionUse use) {
    return use.until() == null ? "" : " until " + use.until();
  }

  private String findings() {
    LintResult.Counts counts = result.counts();
    StringBuilder text = new StringBuilder();
    text.append(count(counts.errors(), "error"));
    text.append(", ").append(count(counts.warnings(), "warning")).append(hint(Severity.WARNING));
    text.append(", ").append(count(counts.infos(), "info")).append(hint(Severity.INFO));
    if (result.suppressed() > 0) {
      text.append(", ").append(result.suppressed()).append(" suppressed");
    }
    return text.toString();
  }

  private String hint(Severity severity) {
    boolean some =
        severity == Severity.INFO ? result.counts().infos() > 0 : result.counts().warnings() > 0;
    return some && severity.compareTo(show) < 0
        ? " (shown with --show " + severity.word() + ")"
        : "";
  }

  /** Which units are open, since a kustomization does more than is followed. */
  private void kustomized(Appendable out) throws IOException {
    int open = 0;
    for (KustomizedUnit unit : result.kustomized()) {
      open += unit.open().isEmpty() ? 0 : 1;
    }
    if (open == 0) {
      return;
    }
    boolean listed = show == Severity.INFO;
    out.append("open: ")
        .append(count(open, "kustomization"))
        .append(open == 1 ? " does" : " do")
        .append(" what is not followed here")
        .append(listed ? "\n" : " (listed with --show info)\n");
    for (KustomizedUnit unit : listed ? result.kustomized() : List.<KustomizedUnit>of()) {
      for (KustomizedUnit.Open why : unit.open()) {
        out.append("  ")
            .append(Visible.name(unit.file()))
            .append(": ")
            .append(Visible.line(why.why()))
            .append(" (")
            .append(Visible.name(why.file()))
            .append(":" + why.at().line() + ")\n");
      }
    }
  }

  private void skipped(Appendable out) throws IOException {
    if (result.skipped().isEmpty()) {
      return;
    }
    Map<String, Integer> reasons = new TreeMap<>();
    for (Skipped skipped : result.skipped()) {
      reasons.merge(skipped.reason(), 1, Integer::sum);
    }
    out.append("skipped: ").append(count(result.skipped().size(), "file"));
    String before = " (";
    for (Map.Entry<String, Integer> reason : reasons.entrySet()) {
      out.append(before).append(Visible.line(reason.getKey()));
      out.append(": " + reason.getValue());
      before = ", ";
    }
    out.append(")\n");
  }

  private void notValidated(Appendable out) throws IOException {
    if (result.notValidated().isEmpty()) {
      return;
    }
    out.append("not validated for want of a schema: ");
    String before = "";
    for (NotValidated kind : result.notValidated()) {
      out.append(before + kind.count() + " ").append(Visible.line(kind.kind()));
      out.append(" (").append(Visible.line(kind.apiVersion())).append(")");
      before = ", ";
    }
    out.append('\n');
  }

  private static String failed(Accounting accounting) {
    String files = accounting.failed() == 0 ? "" : ", " + count(accounting.failed(), "file");
    String documents =
        accounting.failedDocuments() == 0
            ? ""
            : (files.isEmpty() ? ", " : " and ") + count(accounting.failedDocuments(), "document");
    return files.isEmpty() && documents.isEmpty() ? "" : files + documents + " not checked";
  }

  /** A number of things, such as {@code 1 file} and {@code 2 files}. */
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
