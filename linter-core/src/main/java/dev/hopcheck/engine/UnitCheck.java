package dev.hopcheck.engine;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.Duplicate;
import dev.hopcheck.cluster.Unit;
import dev.hopcheck.config.Limit;
import dev.hopcheck.config.Limits;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.Rule;
import dev.hopcheck.rule.UnitFacts;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs all rules over one unit; what one rule does wrong does not hinder the others. */
final class UnitCheck {
  /** Per rule and unit; more is a fault of the rule, and nobody reads on. */
  private final int most;

  private final long seconds;
  private final UnitFacts facts;
  private final Cluster cluster;
  private final Inspection.Verdicts verdicts;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>(0);

  UnitCheck(UnitFacts facts, Inspection.Verdicts verdicts, Limits limits) {
    most = limits.count(Limit.RUN_FINDINGS);
    seconds = limits.of(Limit.DOCUMENT_TIME);
    this.facts = facts;
    this.cluster = facts.cluster();
    this.verdicts = verdicts;
  }

  UnitFacts facts() {
    return facts;
  }

  Unit unit() {
    return cluster.unit();
  }

  List<Finding> findings() {
    return findings;
  }

  List<Problem> problems() {
    return problems;
  }

  void run(List<Rule> rules) {
    for (Rule rule : rules) {
      Bounded said = new Bounded(most);
      Inspection in = new Inspection(rule, facts, verdicts, said);
      if (rule instanceof ResourceRule<?> resourceRule) {
        eachResource(resourceRule, in);
      } else if (rule instanceof ClusterRule clusterRule) {
        whole(clusterRule, in);
      }
      findings.addAll(said);
      if (said.dropped > 0) {
        problems.add(
            new Problem(
                "limit-findings",
                cluster.unit().root(),
                null,
                null,
                "rule `"
                    + rule.doc().id()
                    + "` reported "
                    + said.dropped
                    + " findings more than "
                    + most
                    + " (limit `run-findings`)"));
      }
    }
  }

  private <T extends Resource> void eachResource(ResourceRule<T> rule, Inspection in) {
    Class<T> subject = rule.subject();
    if (subject.isInterface()) {
      for (Resource resource : cluster.resources()) {
        if (subject.isInstance(resource)) {
          each(rule, subject.cast(resource), in);
        }
      }
    } else {
      // All types of resources are records, so none has subtypes.
      List<T> subjects = cluster.all(subject);
      for (int i = 0; i < subjects.size(); i++) {
        each(rule, subjects.get(i), in);
      }
    }
    // A variant that another file overwrites is sent too, by whoever applies that file.
    for (Duplicate duplicate : cluster.duplicates()) {
      if (!duplicate.variants()) {
        continue;
      }
      for (Resource lost : duplicate.lost()) {
        boolean routes = lost instanceof Service || lost instanceof Ingress;
        if (routes && subject.isInstance(lost)) {
          each(rule, subject.cast(lost), in);
        }
      }
    }
  }

  private <T extends Resource> void each(ResourceRule<T> rule, T resource, Inspection in) {
    Watched here = Watched.here();
    if (here != null && !here.begin(resource, rule, resource, cluster.resources().size())) {
      problems.add(Overdue.in(rule.doc().id(), resource, cluster.unit().root(), seconds));
      return;
    }
    in.subject(resource);
    try {
      rule.check(resource, in);
    } catch (RuntimeException | Error bug) {
      failed(rule, resource, bug);
    }
  }

  private void whole(ClusterRule rule, Inspection in) {
    String root = cluster.unit().root();
    Watched here = Watched.here();
    if (here != null && !here.begin(root, rule, null, cluster.resources().size())) {
      problems.add(Overdue.in(rule.doc().id(), null, root, seconds));
      return;
    }
    try {
      rule.check(cluster, in);
    } catch (RuntimeException | Error bug) {
      failed(rule, null, bug);
    }
  }

  private void failed(Rule rule, @Nullable Resource resource, Throwable bug) {
    if (bug instanceof OutOfMemoryError tooLarge) {
      throw LintAborted.outOfMemory(cluster.unit().root(), tooLarge);
    }
    problems.add(InternalError.in(rule.doc().id(), resource, cluster.unit().root(), bug));
  }

  /** A list that stops to grow. */
  private static final class Bounded extends AbstractList<Finding> {
    private final List<Finding> kept = new ArrayList<>(4);
    private final int most;
    private int dropped;

    Bounded(int most) {
      this.most = most;
    }

    @Override
    public boolean add(Finding finding) {
      if (kept.size() < most) {
        return kept.add(finding);
      }
      dropped++;
      return false;
    }

    @Override
    public Finding get(int index) {
      return kept.get(index);
    }

    @Override
    public int size() {
      return kept.size();
    }
  }
}
