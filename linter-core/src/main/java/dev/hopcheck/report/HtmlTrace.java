package dev.hopcheck.report;

import dev.hopcheck.source.Location;
import dev.hopcheck.trace.Evidence;
import dev.hopcheck.trace.Hop;
import dev.hopcheck.trace.Step;
import dev.hopcheck.trace.Trace;
import dev.hopcheck.trace.TracedFlow;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a flow hop by hop, each decision with the lines that make it. */
final class HtmlTrace {
  private final Html html;
  private final ReportPath paths;

  HtmlTrace(Html html, ReportPath paths) {
    this.html = html;
    this.paths = paths;
  }

  void write(ClientWay way) throws IOException {
    ClientWay.Door door = way.door();
    TracedFlow flow = way.behind();
    html.raw("<details class=\"trace\"><summary>Trace: ");
    if (door != null) {
      html.text("outside").raw(" \u2192 ").text(door.asked());
    } else if (flow != null) {
      html.text(flow.flow().from().title()).raw(" \u2192 ").text(flow.flow().to());
    }
    html.raw("</summary>\n");
    if (flow == null) {
      html.raw("<ol>");
      door(door);
      html.raw("</ol>\n<p class=\"end fails\">")
          .message("the controller answers for itself, mostly with 404 or 503")
          .raw("</p></details>\n");
      return;
    }
    List<Trace> ways = TraceText.distinct(flow.traces());
    for (Trace each : ways.subList(0, Math.min(TraceText.MOST_TRACES, ways.size()))) {
      way(each, door);
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

  /** The hops before the Service: the client outside, and the controller that heeds the Ingress. */
  private void door(ClientWay.@Nullable Door door) throws IOException {
    if (door == null) {
      return;
    }
    html.raw("<li><b>outside</b><ul><li>").message("asks for `" + door.asked() + "`");
    evidence(door.askedAt(), "");
    html.raw("</li></ul></li>\n<li><b>")
        .text("Ingress " + door.ingress().namespace() + "/" + door.ingress().name())
        .raw("</b><ul><li>")
        .message("sends it to " + door.target());
    evidence(door.targetAt(), "");
    html.raw("</li>");
    if (!door.stop().isEmpty()) {
      html.raw("<li class=\"stop\">").message(door.stop()).raw("</li>");
    }
    html.raw("</ul></li>\n");
  }

  private void evidence(Location at, String text) throws IOException {
    html.raw("<span class=\"evidence\"><code>")
        .name(at.isRendered() ? at.name() : paths.of(at.file().name()))
        .raw(":" + at.start().line() + "</code> ")
        .message(text)
        .raw("</span>");
  }

  private void way(Trace way, ClientWay.@Nullable Door door) throws IOException {
    html.raw("<ol>");
    door(door);
    for (Hop hop : way.hops()) {
      html.raw("<li><b>").text(hop.place()).raw("</b><ul>");
      for (Step step : hop.steps()) {
        html.raw(step.kind() == Step.Kind.STOP ? "<li class=\"stop\">" : "<li>");
        html.message(step.text());
        for (Evidence evidence : step.evidence()) {
          evidence(evidence.at(), evidence.text());
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
