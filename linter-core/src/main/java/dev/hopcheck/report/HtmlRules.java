package dev.hopcheck.report;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.RuleDoc;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;

/** What the rules of a page find, why it matters, how to mend it. */
final class HtmlRules {
  private final Html html;
  private final Catalogue catalogue;

  HtmlRules(Html html, Catalogue catalogue) {
    this.html = html;
    this.catalogue = catalogue;
  }

  void write(List<Finding> findings) throws IOException {
    TreeSet<String> ids = new TreeSet<>();
    for (Finding finding : findings) {
      ids.add(finding.rule().value());
    }
    if (ids.isEmpty()) {
      return;
    }
    html.raw("<section class=\"rules\" aria-labelledby=\"rules\"><h2 id=\"rules\">Rules</h2>\n");
    for (String id : ids) {
      html.raw("<article tabindex=\"-1\"").attribute("id", "r-" + id).raw("><h3><code>");
      html.text(id).raw("</code></h3>\n");
      RuleDoc doc = catalogue.doc(id).orElse(null);
      if (doc != null) {
        doc(doc);
      }
      html.raw("</article>\n");
    }
    html.raw("</section>\n");
  }

  private void doc(RuleDoc doc) throws IOException {
    html.raw("<p>").message(doc.summary()).raw("</p>\n<dl>");
    row("Why", doc.rationale());
    row("What the client sees", doc.symptom());
    row("What to do", doc.mend());
    html.raw("</dl>\n");
    if (!doc.badShown().isBlank()) {
      html.raw("<details><summary>Example</summary><div class=\"examples\"><figure>");
      html.raw("<figcaption>wrong</figcaption><pre>").lines(doc.badShown().strip());
      html.raw("</pre></figure>");
      if (!doc.good().isBlank()) {
        html.raw("<figure><figcaption>right</figcaption><pre>").lines(doc.good().strip());
        html.raw("</pre></figure>");
      }
      html.raw("</div></details>\n");
    }
  }

  private void row(String title, String text) throws IOException {
    if (!text.isBlank()) {
      html.raw("<dt>" + title + "</dt><dd>").message(text.strip().replace('\n', ' '));
      html.raw("</dd>");
    }
  }
}
