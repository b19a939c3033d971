package dev.hopcheck.report;

import dev.hopcheck.engine.Simulation;
import dev.hopcheck.network.Client;
import dev.hopcheck.network.Resolution;
import dev.hopcheck.source.Position;
import dev.hopcheck.trace.Evidence;
import dev.hopcheck.trace.Hop;
import dev.hopcheck.trace.Step;
import dev.hopcheck.trace.Trace;
import dev.hopcheck.trace.TracedFlow;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Writes traced flows for programs; a contract with a published schema. */
public final class TraceJson {
  private static final int VERSION = 1;

  private TraceJson() {}

  /** Writes all flows in the order in which they were asked. */
  public static void write(List<TracedFlow> flows, Simulation simulation, Appendable out)
      throws IOException {
    Json.write(
        json -> {
          json.open();
          json.number("version", VERSION);
          json.openList("flows");
          for (TracedFlow flow : flows) {
            flow(flow, json);
          }
          json.closeList();
          ProblemsJson.write(simulation.problems(), simulation.configuration(), json);
          json.close();
        },
        out);
  }

  /** Writes one flow as an element of a list. */
  static void flow(TracedFlow flow, Json json) {
    Resolution resolution = flow.resolution();
    json.open();
    from(flow.flow().from(), json);
    json.text("to", flow.flow().to());
    json.text("protocol", flow.flow().protocol());
    json.text("resolution", resolution.status().word());
    json.text("resolvedName", resolution.name().isEmpty() ? null : resolution.name());
    json.texts("addresses", flow.addresses());
    json.text("outcome", flow.fate().word());
    json.texts("reached", flow.reached());
    json.text("unknown", flow.unknown().isEmpty() ? null : flow.unknown());
    json.texts("hints", flow.hints());
    json.texts("later", flow.later());
    json.openList("traces");
    for (Trace trace : flow.traces()) {
      trace(trace, json);
    }
    json.closeList();
    json.close();
  }

  private static void from(Client client, Json json) {
    json.open("from");
    if (client instanceof Client.InPod in) {
      json.text("kind", "pod");
      json.text("namespace", in.pod().namespace());
      json.text("name", in.pod().name());
    } else if (client instanceof Client.OnNode on) {
      json.text("kind", "node");
      json.text("name", on.node().name());
    } else if (client instanceof Client.Outside outside) {
      json.text("kind", "outside");
      if (outside.via() != null) {
        json.text("via", outside.via().name());
      }
    }
    json.close();
  }

  private static void trace(Trace trace, Json json) {
    json.open();
    json.text("disposition", word(trace.disposition()));
    json.flag("success", trace.disposition().success());
    json.text("symptom", trace.symptom());
    json.texts("assumed", trace.assumed());
    json.openList("hops");
    for (Hop hop : trace.hops()) {
      json.open();
      json.text("place", hop.place());
      json.openList("steps");
      for (Step step : hop.steps()) {
        step(step, json);
      }
      json.closeList();
      json.close();
    }
    json.closeList();
    json.close();
  }

  private static void step(Step step, Json json) {
    json.open();
    json.text("kind", word(step.kind()));
    json.text("text", step.text());
    json.openList("evidence");
    for (Evidence evidence : step.evidence()) {
      Position start = evidence.at().start();
      json.open();
      json.text("file", evidence.at().file().name());
      json.number("line", start.line());
      json.number("column", start.column());
      json.text("text", evidence.text());
      json.close();
    }
    json.closeList();
    json.close();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
