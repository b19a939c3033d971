package dev.hopcheck.engine;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.Suppression;
import dev.hopcheck.rule.SuppressionRule;
import dev.hopcheck.source.SourceFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes out what comments silence, and says of each comment whether it was needed. */
final class Silencing {
  private final Map<SourceFile, List<Entry>> byFile = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Silenced> silenced = new ArrayList<>();
  private final Catalogue catalogue;
  private final LocalDate today;

  private static final class Entry {
    final Suppression suppression;
    final RuleId rule;
    boolean used;

    Entry(Suppression suppression, RuleId rule) {
      this.suppression = suppression;
      this.rule = rule;
    }
  }

  Silencing(List<Suppression> suppressions, Catalogue catalogue, LocalDate today) {
    this.catalogue = catalogue;
    this.today = today;
    for (Suppression suppression : suppressions) {
      for (RuleId rule : suppression.rules()) {
        Entry entry = new Entry(suppression, rule);
        entries.add(entry);
        byFile.computeIfAbsent(suppression.at().file(), file -> new ArrayList<>()).add(entry);
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
    Entry first = null;
    for (Entry entry : byFile.getOrDefault(finding.location().file(), List.of())) {
      if (entry.rule.equals(finding.rule()) && entry.suppression.covers(finding)) {
        entry.used = true;
        if (first == null && !entry.suppression.expired(today)) {
          first = entry;
        }
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
