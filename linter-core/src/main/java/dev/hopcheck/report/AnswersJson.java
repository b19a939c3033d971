package dev.hopcheck.report;

import dev.hopcheck.engine.Answered;
import dev.hopcheck.engine.Simulation;
import dev.hopcheck.network.DnsRecord;
import java.io.IOException;
import java.util.List;

/** Writes answers of the simulated DNS for programs; a contract with a published schema. */
public final class AnswersJson {
  private static final int VERSION = 1;

  private AnswersJson() {}

  /** Writes all answers in the order of the questions. */
  public static void write(List<Answered> answers, Simulation simulation, Appendable out)
      throws IOException {
    Json.write(
        json -> {
          json.open();
          json.number("version", VERSION);
          json.openList("answers");
          for (Answered asked : answers) {
            json.open();
            json.text("name", asked.name());
            json.text("type", asked.type());
            json.text("rcode", asked.answer().rcode().word());
            json.openList("records");
            for (DnsRecord record : asked.answer().records()) {
              RecordJson.write(record, json);
            }
            json.closeList();
            json.close();
          }
          json.closeList();
          ProblemsJson.write(simulation.problems(), simulation.configuration(), json);
          json.close();
        },
        out);
  }
}
