package dev.hopcheck.promise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts how often Hopcheck says what the server said. */
final class VerdictScore {
  private static final Verdict NOTHING = new Verdict(Set.of(), Set.of());
  private static final int GROUPS = 10;

  private final Map<String, List<String>> groups = new TreeMap<>();
  private int scored;
  private int equal;
  private int bothReject;
  private int sameCauses;
  private int rejectedByUsAlone;

  /** Adds a document. */
  void add(
      String name, String kind, RecordedVerdict recorded, @Nullable Verdict verdict, int before) {
    Verdict ours = verdict == null ? NOTHING : verdict;
    boolean rejected = !ours.causes().isEmpty();
    scored++;
    if (rejected == recorded.rejected()) {
      equal++;
    } else if (rejected) {
      rejectedByUsAlone++;
      group("rejected by us alone: " + kind + " " + plain(ours.causes()), name);
    } else {
      group("accepted by us: " + kind + " " + plain(recorded.causes()), name);
    }
    if (rejected && recorded.rejected()) {
      bothReject++;
      if (recorded.agrees(ours, before)) {
        sameCauses++;
      } else {
        Set<String> missing = new TreeSet<>(recorded.causes());
        missing.removeAll(ours.causes());
        Set<String> extra = new TreeSet<>(ours.causes());
        extra.removeAll(recorded.causes());
        group(kind + ": not found " + plain(missing) + ", only by us " + plain(extra), name);
      }
    }
  }

  private void group(String group, String name) {
    groups.computeIfAbsent(group, unused -> new ArrayList<>()).add(name);
  }

  private static Set<String> plain(Set<String> causes) {
    Set<String> plain = new TreeSet<>();
    for (String cause : causes) {
      plain.add(RecordedVerdict.plain(cause));
    }
    return plain;
  }

  int scored() {
    return scored;
  }

  int rejectedByUsAlone() {
    return rejectedByUsAlone;
  }

  /** Percent of documents on which both say yes or both say no. */
  double verdicts() {
    return 100.0 * equal / Math.max(1, scored);
  }

  /** Percent of documents that both reject and for the same causes. */
  double causes() {
    return 100.0 * sameCauses / Math.max(1, bothReject);
  }

  /** The largest groups of disagreement and, last, the figures. */
  String summary(String title) {
    StringBuilder text = new StringBuilder();
    List<Map.Entry<String, List<String>>> largest = new ArrayList<>(groups.entrySet());
    largest.sort((a, b) -> b.getValue().size() - a.getValue().size());
    for (Map.Entry<String, List<String>> entry :
        largest.subList(0, Math.min(GROUPS, largest.size()))) {
      List<String> names = entry.getValue();
      text.append(
          "%5d %s   e.g. %s%n"
              .formatted(
                  names.size(), entry.getKey(), names.subList(0, Math.min(3, names.size()))));
    }
    return text.append(
            "%s: %.2f %% of %d verdicts, %.2f %% of the causes of %d that both reject"
                .formatted(title, verdicts(), scored, causes(), bothReject))
        .toString();
  }
}
