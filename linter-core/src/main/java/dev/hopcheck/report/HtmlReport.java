package dev.hopcheck.report;

import dev.hopcheck.engine.LintResult;
import dev.hopcheck.finding.Severity;
import java.io.IOException;

/**
 * The report as one page for browsers, which needs nothing besides itself. Everything is visible
 * without script; the one script only filters and moves the focus.
 */
public final class HtmlReport implements LintReport {
  private final ReportFormat.Options options;

  HtmlReport(ReportFormat.Options options) {
    this.options = options;
  }

  @Override
  public void write(LintResult result, Appendable out) throws IOException {
    Html html = new Html(out);
    ReportPath paths = options.paths();
    PageUnits units = PageUnits.of(result);
    HtmlShell shell = HtmlShell.load();
    shell.open(html, title(result));
    html.raw("<a class=\"skip\" href=\"#findings\">To the findings</a>\n");
    new HtmlHead(html, result, units).write(title(result));
    new HtmlFilter(html, paths, options.show()).write(units);
    html.raw("<main id=\"findings\">\n");
    HtmlTables tables = new HtmlTables(html, paths, result);
    tables.problems();
    HtmlUnit unit = new HtmlUnit(html, paths, options.catalogue());
    for (PageUnit one : units.found()) {
      unit.write(one);
    }
    if (units.left() > 0) {
      html.raw("<p class=\"rest\">" + Summary.count(units.left(), "finding"))
          .raw(" of less weight " + (units.left() == 1 ? "is" : "are"))
          .raw(" not on this page; the other formats have them.</p>\n");
    }
    html.raw("<p class=\"none\" hidden>No finding fits the filter.</p>\n");
    for (PageUnit one : units.clean()) {
      unit.write(one);
    }
    if (result.unitsLeft() > 0) {
      html.raw("<p class=\"rest\">The routes of " + Summary.count(result.unitsLeft(), "more unit"))
          .raw(" are not drawn.</p>\n");
    }
    tables.rest();
    new HtmlRules(html, options.catalogue()).write(result.findings());
    html.raw("</main>\n<footer><p>Hopcheck ").text(options.version()).raw("</p></footer>\n");
    shell.close(html);
  }

  private static String title(LintResult result) {
    LintResult.Counts counts = result.counts();
    StringBuilder text = new StringBuilder(result.problems().isEmpty() ? "" : "incomplete: ");
    if (counts.worst() == null) {
      return text.append("no findings").toString();
    }
    text.append(Summary.count(counts.errors(), Severity.ERROR.word())).append(", ");
    text.append(Summary.count(counts.warnings(), Severity.WARNING.word()));
    return text.append(", ").append(counts.infos()).append(" info").toString();
  }
}
