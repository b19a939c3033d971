package dev.hopcheck.rules.dns;

import dev.hopcheck.cluster.ClientReference;
import dev.hopcheck.finding.Applicability;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.network.Resolution;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.UnitFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What findings about a client's host have in common: the place, the way, and the right name. */
final class ReferenceFinding {
  private static final int MOST_CANDIDATES = 6;

  private ReferenceFinding() {}

  static Draft at(UnitFacts.TracedReference traced, Inspection in) {
    ClientReference reference = traced.reference();
    return in.at(reference.hostAt()).resource(reference.holder());
  }

  /** Who uses the host, such as "variable `DB_HOST` of container `web` in Deployment web". */
  static String user(ClientReference reference) {
    return reference.where() + " in " + reference.client().title();
  }

  /** What becomes of the client. */
  static void lookupFails(Draft draft, ClientReference reference) {
    draft.note("the client is " + user(reference) + "; its lookup fails (NXDOMAIN)");
  }

  /** What the client asked, name by name. */
  static Draft asked(Draft draft, UnitFacts.TracedReference traced) {
    List<Resolution.Candidate> candidates = traced.flow().resolution().candidates();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(MOST_CANDIDATES, candidates.size()); i++) {
      text.append(text.length() == 0 ? "asked in turn: " : ", ");
      text.append('`').append(candidates.get(i).name()).append("` ");
      text.append(candidates.get(i).result());
    }
    return text.length() == 0 ? draft : draft.note(text.toString());
  }

  /** Points at the Service that was meant, and offers its name. */
  static Draft meant(
      Draft draft, ClientReference reference, @Nullable NetworkService meant, String better) {
    if (meant == null) {
      return draft;
    }
    draft.related(meant.service().head().name(), "Service `" + meant.name() + "` is here");
    return better.isEmpty() || better.equals(reference.host())
        ? draft
        : draft.fix(
            "change `" + reference.host() + "` to `" + better + "`", Applicability.UNSAFE, better);
  }
}
