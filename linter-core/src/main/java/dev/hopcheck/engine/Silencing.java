package dev.hopcheck.engine;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.Suppression;
import dev.hopcheck.rule.SuppressionRule;
import dev.hopcheck.source.SourceFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes out what comments silence, and says of each comment whether it was needed. */
final class Silencing {
  private final Map<SourceFile, Map<RuleId, InFile>> byFile = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Silenced> silenced = new ArrayList<>();
  private final Catalogue catalogue;
  private final LocalDate today;

  private static final class Entry {
    final Suppression suppression;
    final RuleId rule;
    final int place;
    boolean used;

    Entry(Suppression suppression, RuleId rule, int place) {
      this.place = place;
      this.suppression = suppression;
      this.rule = rule;
    }
  }

  /**
   * The comments of a file for one rule, by where they begin to hold: thousands of findings by
   * thousands of comments would be their product.
   */
  private static final class InFile {
    final List<Entry> entries = new ArrayList<>(1);
    private int @Nullable [] ends;

    List<Entry> covering(Finding finding) {
      int[] known = ends;
      if (known == null) {
        known = sort();
        ends = known;
      }
      int at = finding.location().span().start();
      int low = 0;
      int high = entries.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (entries.get(middle).suppression.scope().start() <= at) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      List<Entry> covering = new ArrayList<>(1);
      for (int i = low - 1; i >= 0 && known[i] >= at; i--) {
        if (entries.get(i).suppression.covers(finding)) {
          covering.add(entries.get(i));
        }
      }
      return covering;
    }

    /** How far the comments up to each reach at most. */
    private int[] sort() {
      entries.sort(Comparator.comparingInt(entry -> entry.suppression.scope().start()));
      int[] reach = new int[entries.size()];
      int most = -1;
      for (int i = 0; i < reach.length; i++) {
        most = Math.max(most, entries.get(i).suppression.scope().end());
        reach[i] = most;
      }
      return reach;
    }
  }

  Silencing(List<Suppression> suppressions, Catalogue catalogue, LocalDate today) {
    this.catalogue = catalogue;
    this.today = today;
    for (Suppression suppression : suppressions) {
      for (RuleId rule : suppression.rules()) {
        Entry entry = new Entry(suppression, rule, entries.size());
        entries.add(entry);
        byFile
            .computeIfAbsent(suppression.at().file(), file -> new HashMap<>())
            .computeIfAbsent(rule, id -> new InFile())
            .entries
            .add(entry);
      }
    }
  }

  /** The findings that are left. */
  List<Finding> apply(List<Finding> findings) {
    List<Finding> left = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      Entry by = silencer(finding);
      if (by == null) {
        left.add(finding);
      } else {
        silenced.add(new Silenced(finding, by.suppression.reason(), by.suppression.until()));
      }
    }
    return left;
  }

  /** The first comment that silences a finding; null for none. */
  private @Nullable Entry silencer(Finding finding) {
    Map<RuleId, InFile> byRule = byFile.get(finding.location().file());
    InFile candidates = byRule == null ? null : byRule.get(finding.rule());
    if (candidates == null) {
      return null;
    }
    Entry first = null;
    for (Entry entry : candidates.covering(finding)) {
      entry.used = true;
      boolean earlier = first == null || entry.place < first.place;
      if (earlier && !entry.suppression.expired(today)) {
        first = entry;
      }
    }
    return first;
  }

  /** What was silenced, in order. */
  List<Silenced> silenced() {
    return silenced;
  }

  /** Adds what there is to say about the comments themselves. */
  void review(List<Finding> findings) {
    for (Entry entry : entries) {
      if (entry.used && entry.suppression.expired(today)) {
        findings.add(
            about(
                SuppressionRule.EXPIRED,
                entry,
                "suppression of `"
                    + entry.rule
                    + "` ended on `"
                    + entry.suppression.until()
                    + "`"));
      } else if (!entry.used && catalogue.knows(entry.rule)) {
        findings.add(
            about(
                SuppressionRule.UNUSED,
                entry,
                "suppression of `" + entry.rule + "` silences nothing"));
      }
    }
  }

  private static Finding about(SuppressionRule rule, Entry entry, String headline) {
    return Finding.of(rule.id(), rule.severity(), headline, entry.suppression.at()).build();
  }

  /** Each rule that a comment names, in order of file and line. */
  List<SuppressionUse> uses() {
    List<SuppressionUse> uses = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      uses.add(
          new SuppressionUse(
              entry.suppression.at().file().name(),
              entry.suppression.at().start().line(),
              entry.rule,
              entry.suppression.reason(),
              entry.suppression.until(),
              entry.used && !entry.suppression.expired(today)));
    }
    return uses;
  }
}
