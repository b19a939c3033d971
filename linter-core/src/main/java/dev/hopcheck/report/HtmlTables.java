package dev.hopcheck.report;

import dev.hopcheck.engine.KustomizedUnit;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.NotValidated;
import dev.hopcheck.engine.SuppressionUse;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.source.Position;
import dev.hopcheck.source.Skipped;
import java.io.IOException;

/** Tables of what there is besides findings: problems, suppressions, files left aside. */
final class HtmlTables {
  private static final int MOST = 500;

  private final Html html;
  private final ReportPath paths;
  private final LintResult result;
  private int rows;

  HtmlTables(Html html, ReportPath paths, LintResult result) {
    this.html = html;
    this.paths = paths;
    this.result = result;
  }

  /** What could not be checked; without source lines, which may hold a secret. */
  void problems() throws IOException {
    if (result.problems().isEmpty()) {
      return;
    }
    open("problems", "Not checked", "<th>Place<th>Problem<th>What");
    for (Problem problem : result.problems()) {
      Position at = problem.at();
      if (row()) {
        html.raw("<td><code>").name(paths.of(problem.file()));
        html.raw(at == null ? "" : ":" + at.line() + ":" + at.column()).raw("</code><td>");
        html.text(problem.id()).raw("<td>").message(problem.message()).raw("\n");
      }
    }
    close(result.problems().size());
  }

  /** All the rest. */
  void rest() throws IOException {
    String adopted = AdoptedText.of(result);
    if (!adopted.isEmpty()) {
      html.raw("<section class=\"table\" aria-labelledby=\"adopted\"><h2 id=\"adopted\">");
      html.raw("Configuration and baseline</h2><pre>").lines(adopted).raw("</pre></section>\n");
    }
    suppressions();
    open();
    if (!result.skipped().isEmpty()) {
      open("skipped", "Skipped", "<th>File<th>Why");
      for (Skipped one : result.skipped()) {
        if (row()) {
          html.raw("<td><code>").name(paths.of(one.file())).raw("</code><td>");
          html.message(one.reason()).raw("\n");
        }
      }
      close(result.skipped().size());
    }
    if (!result.notValidated().isEmpty()) {
      open("unvalidated", "Not validated for want of a schema", "<th>Kind<th>Version<th>Resources");
      for (NotValidated kind : result.notValidated()) {
        if (row()) {
          html.raw("<td>").text(kind.kind()).raw("<td>").text(kind.apiVersion());
          html.raw("<td>" + kind.count() + "\n");
        }
      }
      close(result.notValidated().size());
    }
  }

  /** Kustomizations that do more than is followed. */
  private void open() throws IOException {
    int all = 0;
    for (KustomizedUnit unit : result.kustomized()) {
      all += unit.open().size();
    }
    if (all == 0) {
      return;
    }
    open("open", "Kustomizations that do what is not followed here", "<th>Unit<th>Place<th>What");
    for (KustomizedUnit unit : result.kustomized()) {
      for (KustomizedUnit.Open why : unit.open()) {
        if (row()) {
          html.raw("<td><code>").name(paths.of(unit.file())).raw("</code><td><code>");
          html.name(paths.of(why.file())).raw(":" + why.at().line() + "</code><td>");
          html.message(why.why()).raw("\n");
        }
      }
    }
    close(all);
  }

  private void suppressions() throws IOException {
    if (result.suppressions().isEmpty()) {
      return;
    }
    open("suppressions", "Suppressions", "<th>Place<th>Rule<th>Reason<th>Until<th>Used");
    for (SuppressionUse use : result.suppressions()) {
      if (row()) {
        html.raw("<td><code>").name(paths.of(use.file())).raw(":" + use.line() + "</code><td>");
        html.text(use.rule().value()).raw("<td>").message(use.reason()).raw("<td>");
        html.raw(use.until() == null ? "" : use.until().toString());
        html.raw("<td>" + (use.used() ? "yes" : "no") + "\n");
      }
    }
    close(result.suppressions().size());
  }

  private void open(String id, String title, String head) throws IOException {
    rows = 0;
    html.raw("<section class=\"table " + id + "\" aria-labelledby=\"" + id + "\">");
    html.raw("<h2 id=\"" + id + "\">" + title + "</h2><div class=\"scroll\"><table>\n<thead><tr>");
    html.raw(head + "</thead>\n<tbody>\n");
  }

  private boolean row() throws IOException {
    if (rows++ >= MOST) {
      return false;
    }
    html.raw("<tr>");
    return true;
  }

  private void close(int all) throws IOException {
    html.raw("</tbody></table></div>");
    html.raw(all > MOST ? "<p>and " + (all - MOST) + " more</p>" : "").raw("</section>\n");
  }
}
