package dev.hopcheck.engine;

import dev.hopcheck.config.Choice;
import dev.hopcheck.config.Configuration;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rule.Suppression;
import dev.hopcheck.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds findings against configuration, baseline and revision, in this order. */
final class Adopting {
  private static final String DEFAULT_NAMESPACE = "default";

  private final LintRequest request;
  private final Inputs inputs;
  private final Catalogue catalogue;
  private final RunPaths paths;
  private final Map<RuleId, @Nullable Severity> usual = new HashMap<>();

  Adopting(LintRequest request, Inputs inputs, Catalogue catalogue) {
    this.request = request;
    this.inputs = inputs;
    this.catalogue = catalogue;
    this.paths = new RunPaths(request.paths(), request.base());
  }

  /**
   * Says what becomes of findings.
   *
   * @param left where to put those that are reported
   * @param problems of the run so far; adds what goes wrong here
   */
  Adopted apply(
      List<Finding> findings,
      List<Suppression> suppressions,
      List<Finding> left,
      List<Problem> problems) {
    Adoption adoption = request.adoption();
    List<Finding> at = findings;
    List<Adopted.ChoiceUse> choices = new ArrayList<>();
    Configuration configuration = adoption.configuration();
    if (configuration != null) {
      at = configured(configuration, at, choices);
    }
    List<Finding> all = at;
    Baseline baseline = adoption.baseline();
    Adopted.BaselineUse known = null;
    if (baseline != null) {
      List<Finding> fresh = new ArrayList<>();
      RunPaths below = new RunPaths(request.paths(), request.base(), baseline.root().path());
      known = baseline.apply(at, below, unsure(problems, below), fresh, problems);
      at = fresh;
    }
    Changes changes = adoption.changes();
    if (changes == null) {
      left.addAll(at);
      return new Adopted(choices, known, null);
    }
    concerned(all, at, changes, left, problems);
    List<Adopted.Addition> silenced = new ArrayList<>();
    silenced(suppressions, changes, silenced);
    if (baseline != null) {
      baseline.addedSince(changes, request.base(), silenced);
    }
    if (configuration != null) {
      silenced(configuration, changes, silenced);
    }
    return new Adopted(
        choices,
        known,
        new Adopted.ChangedUse(
            changes.revision(), changes.files(), at.size() - left.size(), silenced));
  }

  /**
   * Findings that touch what changed, and those that were not there before.
   *
   * @param all findings, with known ones among them
   * @param fresh those that are not known
   */
  private void concerned(
      List<Finding> all,
      List<Finding> fresh,
      Changes changes,
      List<Finding> left,
      List<Problem> problems) {
    Set<Finding> elsewhere = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Finding finding : fresh) {
      if (!ChangedLines.touches(finding, changes)) {
        elsewhere.add(finding);
      }
    }
    Set<Finding> before = elsewhere.isEmpty() ? elsewhere : before(all, changes, problems);
    for (Finding finding : fresh) {
      if (!elsewhere.contains(finding) || !before.contains(finding)) {
        left.add(finding);
      }
    }
  }

  /** The findings that were there before as well; it takes a second run to know them. */
  private Set<Finding> before(List<Finding> all, Changes changes, List<Problem> problems) {
    try {
      return new Earlier(request, inputs, changes).among(all, catalogue);
    } catch (UsageException noAnswer) {
      problems.add(
          new Problem(
              "changes-unknown",
              "",
              null,
              null,
              noAnswer.getMessage() + "; faults that a removal causes are not known"));
      Set<Finding> taken = Collections.newSetFromMap(new IdentityHashMap<>());
      taken.addAll(all);
      return taken;
    }
  }

  private List<Finding> configured(
      Configuration configuration, List<Finding> findings, List<Adopted.ChoiceUse> uses) {
    Map<Choice, Integer> counts = new HashMap<>();
    List<Finding> left = new ArrayList<>(findings.size());
    String given = request.namespace();
    String namespace = given == null ? DEFAULT_NAMESPACE : given;
    Set<RuleId> named = new HashSet<>();
    for (Choice choice : configuration.choices()) {
      named.add(choice.rule());
    }
    for (Finding finding : findings) {
      Choice choice =
          named.contains(finding.rule())
              ? configuration.choice(finding, paths.of(finding.location().name()), namespace)
              : null;
      if (choice == null) {
        left.add(finding);
        continue;
      }
      counts.merge(choice, 1, Integer::sum);
      Severity wanted = choice.severity();
      if (wanted != null) {
        Severity made = weighed(finding, wanted);
        left.add(made == finding.severity() ? finding : finding.withSeverity(made));
      }
    }
    for (Choice choice : configuration.choices()) {
      uses.add(
          new Adopted.ChoiceUse(
              choice.line(),
              choice.rule(),
              choice.severity(),
              choice.scope(),
              choice.reason(),
              counts.getOrDefault(choice, 0)));
    }
    return left;
  }

  /**
   * The user sets what the rule's usual severity becomes. Where evidence makes a finding lighter
   * than usual it stays as light, so that no doubt turns into a failed build.
   */
  private Severity weighed(Finding finding, Severity wanted) {
    Severity own = usual.computeIfAbsent(finding.rule(), this::usual);
    if (own == null || own == finding.severity()) {
      return wanted;
    }
    boolean lighter = finding.severity().compareTo(own) < 0;
    boolean keep = lighter == finding.severity().compareTo(wanted) < 0;
    return keep ? finding.severity() : wanted;
  }

  private @Nullable Severity usual(RuleId rule) {
    return catalogue.doc(rule.value()).map(RuleDoc::severity).orElse(null);
  }

  /** Files of which something could not be read. */
  private static Set<String> unsure(List<Problem> problems, RunPaths paths) {
    Set<String> unsure = new HashSet<>();
    for (Problem problem : problems) {
      unsure.add(paths.of(problem.file()));
    }
    return unsure;
  }

  private static void silenced(
      List<Suppression> suppressions, Changes changes, List<Adopted.Addition> into) {
    for (Suppression suppression : suppressions) {
      SourceFile file = suppression.at().file();
      int line = suppression.at().start().line();
      if (changes.of(file).has(line)) {
        for (RuleId rule : suppression.rules()) {
          into.add(
              new Adopted.Addition("suppression", file.name(), line, rule, suppression.reason()));
        }
      }
    }
  }

  private void silenced(Configuration configuration, Changes changes, List<Adopted.Addition> into) {
    try {
      SourceFile file =
          AdoptionReader.file(configuration.file(), request.base(), request.sourceLimits());
      ChangedLines lines = changes.of(file);
      for (Choice choice : configuration.choices()) {
        if (lines.has(choice.line())) {
          String scope = choice.scope();
          into.add(
              new Adopted.Addition(
                  "configuration",
                  file.name(),
                  choice.line(),
                  choice.rule(),
                  scope.isEmpty() ? choice.reason() : scope + ": " + choice.reason()));
        }
      }
    } catch (UsageException gone) {
      return;
    }
  }
}
