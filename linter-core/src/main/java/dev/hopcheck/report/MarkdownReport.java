package dev.hopcheck.report;

import dev.hopcheck.engine.Accounting;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.NotValidated;
import dev.hopcheck.engine.SuppressionUse;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.Position;
import dev.hopcheck.source.Skipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The report as Markdown, for the summary of a job or a comment. */
public final class MarkdownReport implements LintReport {
  /** Summaries of jobs hold one MiB (robustness 86); the rest is kept for headings and notices. */
  private static final int MOST_BYTES = 1024 * 1024 - 16 * 1024;

  private final ReportFormat.Options options;
  private final ReportPath paths;

  MarkdownReport(ReportFormat.Options options) {
    this.options = options;
    this.paths = options.paths();
  }

  @Override
  public void write(LintResult result, Appendable out) throws IOException {
    new Page(out).write(result);
  }

  /** One report; counts the bytes that it has. */
  private final class Page {
    private final Appendable out;
    private int left = MOST_BYTES;

    Page(Appendable out) {
      this.out = out;
    }

    void write(LintResult result) throws IOException {
      LintResult.Counts counts = result.counts();
      out.append("## Hopcheck: ")
          .append(result.problems().isEmpty() ? "" : "incomplete, ")
          .append(
              Summary.count(counts.errors(), "error")
                  + ", "
                  + Summary.count(counts.warnings(), "warning"))
          .append(", " + Summary.count(counts.infos(), "info") + "\n\n");
      Accounting files = result.accounting();
      out.append(
          Summary.count(files.discovered(), "file")
              + ": "
              + files.analysed()
              + " analysed, "
              + files.skipped()
              + " skipped, "
              + files.failed()
              + " failed; "
              + Summary.count(files.documents(), "document")
              + (files.failedDocuments() == 0 ? "" : ", " + files.failedDocuments() + " not read")
              + (result.elsewhere() == 0
                  ? ""
                  : "; "
                      + Summary.count(result.elsewhere(), "finding")
                      + " in files that were not named")
              + "\n");
      adopted(AdoptedText.of(result));
      problems(result.problems());
      findings(result);
      suppressions(result.suppressions());
      skipped(result.skipped());
      notValidated(result.notValidated());
    }

    /** Indented by four, each line is code as it stands. */
    private void adopted(String text) throws IOException {
      if (!text.isEmpty()) {
        out.append("\n### Configuration and baseline\n\n");
        out.append("    ").append(text.stripTrailing().replace("\n", "\n    ")).append('\n');
        left -= 2 * text.getBytes(StandardCharsets.UTF_8).length;
      }
    }

    private void problems(List<Problem> problems) throws IOException {
      List<String> rows = new ArrayList<>();
      for (Problem problem : problems) {
        Position at = problem.at();
        String place = at == null ? "" : ":" + at.line() + ":" + at.column();
        rows.add(
            row(
                problem.file().isEmpty() ? "" : code(problem.file(), place),
                problem.id(),
                MarkdownText.message(problem.message())));
      }
      table("Not checked", "| place | problem | what |\n| --- | --- | --- |\n", rows);
    }

    private void findings(LintResult result) throws IOException {
      List<String> rows = new ArrayList<>();
      int hidden = 0;
      for (Finding finding : result.findings()) {
        if (finding.severity().compareTo(options.show()) < 0) {
          hidden++;
        } else {
          rows.add(finding(finding));
        }
      }
      table("Findings", "| severity | place | finding |\n| --- | --- | --- |\n", rows);
      if (hidden > 0) {
        out.append(
                "\n"
                    + Summary.count(hidden, "finding")
                    + " of less weight "
                    + (hidden == 1 ? "is" : "are"))
            .append(" only counted (shown with --show " + Severity.INFO.word() + ").\n");
      }
    }

    private String finding(Finding finding) {
      Position at = finding.location().start();
      StringBuilder text = new StringBuilder(MarkdownText.message(finding.headline()));
      text.append(" (").append(finding.rule()).append(')');
      for (Remark remark : Remark.of(finding)) {
        text.append("<br>").append(remark.kind()).append(": ");
        text.append(MarkdownText.message(remark.text()));
      }
      return row(
          finding.severity().word(),
          code(
              finding.location().name(),
              (finding.location().isRendered() ? ", standard input " : ":")
                  + at.line()
                  + ":"
                  + at.column()),
          text.toString());
    }

    private void suppressions(List<SuppressionUse> uses) throws IOException {
      List<String> rows = new ArrayList<>();
      for (SuppressionUse use : uses) {
        rows.add(
            row(
                code(use.file(), ":" + use.line()),
                MarkdownText.code(use.rule().value()),
                MarkdownText.message(use.reason()),
                use.until() == null ? "" : use.until().toString(),
                use.used() ? "yes" : "no"));
      }
      table(
          "Suppressions",
          "| place | rule | reason | until | used |\n| --- | --- | --- | --- | --- |\n",
          rows);
    }

    private void skipped(List<Skipped> skipped) throws IOException {
      List<String> rows = new ArrayList<>();
      for (Skipped one : skipped) {
        rows.add(row(code(one.file(), ""), MarkdownText.message(one.reason())));
      }
      table("Skipped", "| file | why |\n| --- | --- |\n", rows);
    }

    private void notValidated(List<NotValidated> kinds) throws IOException {
      List<String> rows = new ArrayList<>();
      for (NotValidated kind : kinds) {
        rows.add(
            row(
                MarkdownText.code(kind.kind()),
                MarkdownText.code(kind.apiVersion()),
                Integer.toString(kind.count())));
      }
      table(
          "Not validated for want of a schema",
          "| kind | version | resources |\n| --- | --- | --- |\n",
          rows);
    }

    private String code(String file, String place) {
      return MarkdownText.code(paths.of(file) + place);
    }

    private void table(String title, String head, List<String> rows) throws IOException {
      if (rows.isEmpty()) {
        return;
      }
      out.append("\n### ").append(title).append("\n\n").append(head);
      for (int i = 0; i < rows.size(); i++) {
        String row = rows.get(i);
        left -= row.getBytes(StandardCharsets.UTF_8).length;
        if (left < 0) {
          left = 0;
          int more = rows.size() - i;
          out.append("\n" + more + " more " + (more == 1 ? "is" : "are"))
              .append(" left out: this page holds no more.\n");
          return;
        }
        out.append(row);
      }
    }
  }

  private static String row(String... cells) {
    StringBuilder row = new StringBuilder("|");
    for (String cell : cells) {
      row.append(' ').append(cell).append(" |");
    }
    return row.append('\n').toString();
  }
}
