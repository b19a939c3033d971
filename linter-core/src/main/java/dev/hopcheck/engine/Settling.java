package dev.hopcheck.engine;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Callout;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Fix;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of all that was said the findings that are reported: sorted, each one once. */
final class Settling {
  private Settling() {}

  /** Compared by hand, as every run with findings does it. */
  private record Key(RuleId rule, Location at, String headline) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that
          && rule.equals(that.rule)
          && at.equals(that.at)
          && headline.equals(that.headline);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * rule.hashCode() + at.hashCode()) + headline.hashCode();
    }
  }

  /**
   * What is only assumed weighs little, and one scalar with one fault is one finding, through
   * however many aliases it is used: the later uses' rejections become consequences of the first.
   */
  static List<Finding> settle(List<Finding> said) {
    List<Finding> settled = new ArrayList<>(said.size());
    Map<Key, Integer> known = new HashMap<>();
    for (Finding finding : said) {
      Finding weighed =
          finding.assumed() != null && finding.severity() != Severity.INFO
              ? finding.withSeverity(Severity.INFO)
              : finding;
      Key key = new Key(weighed.rule(), weighed.location(), weighed.headline());
      Integer first = known.putIfAbsent(key, settled.size());
      if (first == null) {
        settled.add(weighed);
      } else {
        settled.set(first, merge(settled.get(first), weighed));
      }
    }
    settled.sort(null);
    return settled;
  }

  private static Finding merge(Finding first, Finding again) {
    Finding.Builder merged = first.toBuilder();
    Rejection rejection = again.rejection();
    if (rejection != null && !rejection.equals(first.rejection())) {
      merged.consequence(rejection);
    }
    for (Callout other : again.related()) {
      if (!first.related().contains(other)) {
        merged.related(other.at(), other.text());
      }
    }
    if (again.severity().compareTo(first.severity()) > 0) {
      merged.severity(again.severity());
    }
    return first.field().equals(again.field()) ? merged.build() : shared(merged.build());
  }

  /** An edit of a scalar that is used twice changes both uses: no longer safe. */
  private static Finding shared(Finding finding) {
    List<Fix> fixes = new ArrayList<>(finding.fixes().size());
    for (Fix fix : finding.fixes()) {
      fixes.add(
          fix.applicability() == Applicability.SAFE
              ? new Fix(fix.title(), Applicability.UNSAFE, fix.edits())
              : fix);
    }
    return new Finding(
        finding.rule(),
        finding.severity(),
        finding.headline(),
        finding.at(),
        finding.field(),
        finding.resource(),
        finding.document(),
        finding.rejection(),
        finding.consequences(),
        finding.assumed(),
        finding.related(),
        finding.notes(),
        fixes);
  }
}
