package dev.hopcheck.report;

import dev.hopcheck.engine.LookedUp;
import dev.hopcheck.network.DnsRecord;
import dev.hopcheck.network.Resolution;
import dev.hopcheck.resource.Service;
import java.io.IOException;
import java.util.List;

/** Shows people how clients look a name up: each name that is asked, and what comes of it. */
public final class LookupText {
  private LookupText() {}

  /** Writes all lookups. */
  public static void write(List<LookedUp> lookups, Appendable out) throws IOException {
    for (int i = 0; i < lookups.size(); i++) {
      if (i > 0) {
        out.append('\n');
      }
      TwoColumns rows = new TwoColumns();
      lookup(lookups.get(i), rows);
      rows.write("", out);
    }
  }

  private static void lookup(LookedUp lookup, TwoColumns rows) {
    Resolution resolution = lookup.resolution();
    rows.line(lookup.client() + " looks up " + resolution.asked());
    for (Resolution.Candidate candidate : resolution.candidates()) {
      Service service = null;
      for (DnsRecord record : candidate.answer().records()) {
        service = service == null ? record.service() : service;
      }
      String text = "  | " + candidate.name() + ": " + candidate.result();
      if (service == null) {
        rows.line(text);
      } else {
        rows.row(text, RoutesText.place(service.head().name().at()), "Service " + service.name());
      }
    }
    rows.line("= " + resolution.summary());
    for (String hint : lookup.hints()) {
      rows.line("= fix: " + hint);
    }
  }
}
