package dev.hopcheck.report;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.finding.ResourceRef;
import dev.hopcheck.rule.RuleDoc;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows one finding: what, where, what the client sees, what to do. */
final class HtmlFinding {
  private final Html html;
  private final ReportPath paths;

  HtmlFinding(Html html, ReportPath paths) {
    this.html = html;
    this.paths = paths;
  }

  /**
   * Writes it.
   *
   * @param drawn whether its box is in the picture
   * @param doc its rule's; null where that is not known
   * @param arrow the anchor of the arrow that it is about; null for none
   * @param way a connection that the finding concerns; null for none
   */
  void write(
      PageFinding found,
      boolean drawn,
      @Nullable RuleDoc doc,
      @Nullable String arrow,
      @Nullable ClientWay way)
      throws IOException {
    Finding finding = found.finding();
    String severity = finding.severity().word();
    String id = found.id();
    html.raw("<article class=\"finding " + severity + "\" id=\"" + id + "\" tabindex=\"-1\"")
        .raw(" aria-labelledby=\"" + id + "t\" data-severity=\"" + severity + "\"")
        .attribute("data-rule", finding.rule().value())
        .attribute("data-namespace", found.namespace());
    if (drawn && found.box() != null) {
      html.attribute("data-hop", found.box());
    }
    if (drawn && arrow != null) {
      html.attribute("data-arrow", arrow);
    }
    html.raw(">\n<header><span class=\"severity\">" + severity + "</span>");
    html.raw("<h3 id=\"" + id + "t\"><a href=\"#" + id + "\">").message(finding.headline());
    html.raw("</a></h3></header>\n<p class=\"where\">");
    where(found, drawn, arrow);
    html.raw("</p>\n");
    new HtmlExcerpt(html, paths).write(finding);
    said(finding, doc);
    if (way != null) {
      new HtmlTrace(html, paths).write(way);
    }
    html.raw("</article>\n");
  }

  private void where(PageFinding found, boolean drawn, @Nullable String arrow) throws IOException {
    Finding finding = found.finding();
    ResourceRef resource = finding.resource();
    if (!resource.kind().isEmpty()) {
      html.raw("<span>").text(resource.kind() + " ");
      html.text(found.namespace().isEmpty() ? "" : found.namespace() + "/").text(resource.name());
      html.raw("</span>");
    }
    if (!finding.field().isEmpty()) {
      html.raw("<code>").text(finding.field()).raw("</code>");
    }
    html.raw("<a class=\"rule\"").attribute("href", "#r-" + finding.rule().value()).raw(">");
    html.text(finding.rule().value()).raw("</a>");
    if (drawn && found.box() != null) {
      html.raw("<a class=\"hop\" href=\"#" + found.box() + "\">in the picture</a>");
    }
    if (drawn && arrow != null) {
      html.raw("<a class=\"hop\" href=\"#" + arrow + "\">its arrow</a>");
    }
  }

  private void said(Finding finding, @Nullable RuleDoc doc) throws IOException {
    Rejection rejection = finding.rejection();
    List<String> seen = new ArrayList<>();
    List<String> todo = new ArrayList<>();
    List<String> follows = new ArrayList<>();
    for (Remark remark : Remark.of(finding)) {
      String kind = remark.kind();
      if (kind.equals("note")) {
        if (rejection == null || !remark.text().contains(rejection.message())) {
          seen.add(remark.text());
        }
      } else if (kind.equals("follows")) {
        follows.add(remark.text());
      } else {
        todo.add(remark.text() + kind.substring("fix".length()));
      }
    }
    if (seen.isEmpty() && rejection == null && doc != null) {
      seen.add(doc.symptom().strip());
    }
    if (todo.isEmpty() && doc != null) {
      todo.add(doc.mend().strip());
    }
    html.raw("<dl>");
    if (rejection != null) {
      String field = rejection.field().isEmpty() ? "" : "`" + rejection.field() + "`: ";
      rows("The API server says", List.of(field + rejection.message()));
    }
    rows("It would add", follows);
    rows("What the client sees", seen);
    rows("What to do", todo);
    html.raw("</dl>\n");
  }

  private void rows(String title, List<String> texts) throws IOException {
    boolean first = true;
    for (String text : texts) {
      if (!text.isBlank()) {
        html.raw(first ? "<dt>" + title + "</dt>" : "");
        html.raw("<dd>").message(text.replace('\n', ' ')).raw("</dd>");
        first = false;
      }
    }
  }
}
