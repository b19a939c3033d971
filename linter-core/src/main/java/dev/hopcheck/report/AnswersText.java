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
    for (Answered asked : answers) {
      out.append(Visible.line(asked.name() + " " + asked.type() + ": " + result(asked.answer())))
          .append('\n');
      for (DnsRecord record : asked.answer().records()) {
        out.append("  ")
            .append(Visible.line(record.name() + "  " + record.type() + "  " + record.data()));
        if (record.service() != null) {
          out.append("   ").append(RoutesText.place(record.service().head().name().at()));
        }
        out.append('\n');
      }
    }
  }

  private static String result(DnsAnswer answer) {
    return switch (answer.rcode()) {
      case NXDOMAIN -> "NXDOMAIN, the name does not exist";
      case NOT_IN_ZONE -> "not a name of the cluster";
      case NOERROR -> answer.isNodata() ? "NODATA, the name has no such record" : "NOERROR";
    };
  }
}
