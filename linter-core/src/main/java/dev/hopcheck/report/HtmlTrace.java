package dev.hopcheck.report;

import dev.hopcheck.trace.Evidence;
import dev.hopcheck.trace.Hop;
import dev.hopcheck.trace.Step;
import dev.hopcheck.trace.Trace;
import dev.hopcheck.trace.TracedFlow;
import java.io.IOException;
import java.util.List;

/** Shows a flow hop by hop, each decision with the lines that make it. */
final class HtmlTrace {
  private final Html html;
  private final ReportPath paths;

  HtmlTrace(Html html, ReportPath paths) {
    this.html = html;
    this.paths = paths;
  }

  void write(TracedFlow flow) throws IOException {
    html.raw("<details class=\"trace\"><summary>Trace: ")
        .text(flow.flow().from().title())
        .raw(" \u2192 ")
        .text(flow.flow().to())
        .raw("</summary>\n");
    List<Trace> ways = TraceText.distinct(flow.traces());
    for (Trace way : ways.subList(0, Math.min(TraceText.MOST_TRACES, ways.size()))) {
      way(way);
    }
    if (ways.size() > TraceText.MOST_TRACES) {
      html.raw("<p>and " + (ways.size() - TraceText.MOST_TRACES) + " more ways like these</p>");
    }
    String end = flow.traces().get(0).disposition().success() ? "arrives" : "fails";
    html.raw("<p class=\"end " + end + "\">").message(flow.summary()).raw("</p>");
    for (String next : flow.later()) {
      html.raw("<p>would also fail: ").message(next).raw("</p>");
    }
    html.raw("</details>\n");
  }

  private void way(Trace way) throws IOException {
    html.raw("<ol>");
    for (Hop hop : way.hops()) {
      html.raw("<li><b>").text(hop.place()).raw("</b><ul>");
      for (Step step : hop.steps()) {
        html.raw(step.kind() == Step.Kind.STOP ? "<li class=\"stop\">" : "<li>");
        html.message(step.text());
        for (Evidence evidence : step.evidence()) {
          html.raw("<span class=\"evidence\"><code>")
              .name(paths.of(evidence.at().file().name()))
              .raw(":" + evidence.at().start().line() + "</code> ")
              .message(evidence.text())
              .raw("</span>");
        }
        html.raw("</li>");
      }
      html.raw("</ul></li>\n");
    }
    html.raw("</ol>\n");
    for (String assumed : way.assumed()) {
      html.raw("<p>assumed: ").message(assumed).raw("</p>");
    }
  }
}
