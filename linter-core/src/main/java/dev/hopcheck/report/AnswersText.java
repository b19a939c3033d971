package dev.hopcheck.report;

import dev.hopcheck.engine.Answered;
import dev.hopcheck.network.DnsAnswer;
import dev.hopcheck.network.DnsRecord;
import java.io.IOException;
import java.util.List;

/** Shows people what the simulated DNS answers. */
public final class AnswersText {
  private AnswersText() {}

  /** Writes all answers in the order of the questions. */
  public static void write(List<Answered> answers, Appendable out) throws IOException {
    TwoColumns rows = new TwoColumns();
    for (Answered asked : answers) {
      rows.line(asked.name() + " " + asked.type() + ": " + result(asked.answer()));
      for (DnsRecord record : asked.answer().records()) {
        String text = "  " + record.name() + "  " + record.type() + "  " + record.data();
        if (record.service() == null) {
          rows.line(text);
        } else {
          rows.row(
              text,
              RoutesText.place(record.service().head().name().at()),
              "Service " + record.service().name());
        }
      }
    }
    rows.write("", out);
  }

  private static String result(DnsAnswer answer) {
    return switch (answer.rcode()) {
      case NXDOMAIN -> "NXDOMAIN, the name does not exist";
      case NOT_IN_ZONE -> "not a name of the cluster";
      case NOERROR -> answer.isNodata() ? "NODATA, the name has no such record" : "NOERROR";
    };
  }
}
