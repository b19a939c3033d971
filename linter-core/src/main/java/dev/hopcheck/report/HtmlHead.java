package dev.hopcheck.report;

import dev.hopcheck.engine.Accounting;
import dev.hopcheck.engine.LintResult;
import java.io.IOException;

/** The head of a page: the verdict, and what became of all files. */
final class HtmlHead {
  private final Html html;
  private final LintResult result;
  private final PageUnits units;

  HtmlHead(Html html, LintResult result, PageUnits units) {
    this.html = html;
    this.result = result;
    this.units = units;
  }

  void write(String title) throws IOException {
    html.raw("<header class=\"head\">\n<p class=\"brand\">Hopcheck</p>\n");
    html.raw("<h1 class=\"" + state() + "\">" + title + "</h1>\n<p>");
    Accounting files = result.accounting();
    html.raw(Summary.count(files.discovered(), "file") + ": " + files.analysed() + " analysed, ")
        .raw(files.skipped() + " skipped, " + files.failed() + " failed; ")
        .raw(Summary.count(files.documents(), "document"));
    html.raw(files.failedDocuments() == 0 ? "" : ", " + files.failedDocuments() + " not read");
    if (result.suppressed() > 0) {
      html.raw("; " + Summary.count(result.suppressed(), "finding") + " suppressed");
    }
    if (result.elsewhere() > 0) {
      html.raw("; " + Summary.count(result.elsewhere(), "finding"))
          .raw(" in files that were not named");
    }
    int found = units.found().size();
    int clean = units.clean().size();
    html.raw(".</p>\n<p>" + Summary.count(found, "unit") + " with findings");
    html.raw(clean == 0 ? "" : ", " + clean + " with Services and without findings");
    html.raw(".</p>\n</header>\n");
  }

  private String state() {
    if (!result.problems().isEmpty()) {
      return "error";
    }
    return result.counts().worst() == null ? "fine" : result.counts().worst().word();
  }
}
