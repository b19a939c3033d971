package dev.hopcheck.report;

import dev.hopcheck.finding.Severity;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The form that filters findings; hidden until the script runs. */
final class HtmlFilter {
  /** Choices of one list; the search finds what is not among them. */
  private static final int MOST = 300;

  private final Html html;
  private final ReportPath paths;
  private final Severity show;

  HtmlFilter(Html html, ReportPath paths, Severity show) {
    this.html = html;
    this.paths = paths;
    this.show = show;
  }

  void write(PageUnits units) throws IOException {
    if (units.findings() == 0) {
      return;
    }
    int[] severities = new int[Severity.values().length];
    Map<String, Integer> namespaces = new TreeMap<>();
    Map<String, Integer> rules = new TreeMap<>();
    for (PageUnit unit : units.all()) {
      for (PageFinding found : unit.findings) {
        severities[found.finding().severity().ordinal()]++;
        namespaces.merge(found.namespace(), 1, Integer::sum);
        rules.merge(found.finding().rule().value(), 1, Integer::sum);
      }
    }
    html.raw("<form id=\"filter\" role=\"search\" aria-label=\"Filter findings\" hidden>\n");
    html.raw("<label class=\"search\">Search<input type=\"search\" id=\"text\"")
        .raw(" autocomplete=\"off\" spellcheck=\"false\" aria-keyshortcuts=\"/\"></label>\n");
    html.raw("<fieldset><legend>Severity</legend>");
    for (int i = severities.length - 1; i >= 0; i--) {
      Severity severity = Severity.values()[i];
      boolean on = severity.compareTo(show) >= 0;
      html.raw(
              "<label class=\"" + severity.word() + "\"><input type=\"checkbox\" name=\"severity\"")
          .raw(" value=\"" + severity.word() + "\"" + (on ? " checked" : "") + ">")
          .raw(severity.word() + " <b>" + severities[i] + "</b></label>");
    }
    html.raw("</fieldset>\n");
    options("namespace", "Namespace", namespaces);
    options("rule", "Rule", rules);
    units(units);
    html.raw("<button type=\"reset\">Reset</button>\n<p class=\"keys\">")
        .raw("<output id=\"shown\" aria-live=\"polite\"></output> ")
        .raw("<span><kbd>/</kbd> search <kbd>j</kbd> next <kbd>k</kbd> previous ")
        .raw("<kbd>p</kbd> picture <kbd>a</kbd> arrow <kbd>Esc</kbd> reset</span></p>\n</form>\n");
  }

  private void options(String id, String title, Map<String, Integer> counts) throws IOException {
    if (counts.size() < 2) {
      return;
    }
    html.raw("<label>" + title + "<select id=\"" + id + "\"><option value=\"*\">all</option>");
    int left = MOST;
    for (Map.Entry<String, Integer> one : counts.entrySet()) {
      if (left-- > 0) {
        html.raw("<option").attribute("value", one.getKey()).raw(">");
        html.text(one.getKey().isEmpty() ? "none" : one.getKey()).raw(" (" + one.getValue());
        html.raw(")</option>");
      }
    }
    html.raw("</select></label>\n");
  }

  private void units(PageUnits units) throws IOException {
    if (units.found().size() < 2) {
      return;
    }
    html.raw("<label>Unit<select id=\"unit\"><option value=\"*\">all</option>");
    int left = MOST;
    for (PageUnit unit : units.found()) {
      if (left-- > 0) {
        html.raw("<option value=\"" + unit.id + "\">").name(paths.of(unit.root));
        html.raw(" (" + unit.findings.size() + ")</option>");
      }
    }
    html.raw("</select></label>\n");
  }
}
