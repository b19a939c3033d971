package dev.hopcheck.promise;

import dev.hopcheck.engine.LintResult;
import dev.hopcheck.finding.Callout;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Hopcheck says of one document.
 *
 * @param causes reason and field, a blank between
 * @param doubled lines at which a key stands twice, all places of it
 */
record Verdict(Set<String> causes, Set<Integer> doubled) {
  /** Which document, by file and index. */
  record Place(String file, int document) {}

  /** The verdicts of a run; documents that draw no rejection are absent. */
  static Map<Place, Verdict> of(LintResult result) {
    Map<Place, Verdict> all = new LinkedHashMap<>();
    for (Finding finding : result.findings()) {
      List<Rejection> said = new ArrayList<>(finding.consequences());
      if (finding.rejection() != null) {
        said.add(0, finding.rejection());
      }
      for (Rejection rejection : said) {
        Verdict verdict = at(all, finding.location().file().name(), finding.document());
        verdict.causes.add(rejection.reason().word() + " " + rejection.field());
        if (rejection.reason() == Rejection.Reason.DUPLICATE_FIELD) {
          verdict.doubled.add(finding.location().start().line());
          for (Callout other : finding.related()) {
            verdict.doubled.add(other.at().start().line());
          }
        }
      }
    }
    for (Problem problem : result.problems()) {
      if (problem.id().startsWith("yaml-")) {
        Integer document = problem.document();
        at(all, problem.file(), document == null ? 0 : document).causes.add("Syntax ");
      }
    }
    return all;
  }

  private static Verdict at(Map<Place, Verdict> all, String file, int document) {
    return all.computeIfAbsent(
        new Place(file, document), unused -> new Verdict(new TreeSet<>(), new TreeSet<>()));
  }
}
