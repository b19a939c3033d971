package dev.hopcheck.engine;

import dev.hopcheck.cluster.Units;
import dev.hopcheck.config.Limit;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.query.Expectation;
import dev.hopcheck.query.FlowsFile;
import dev.hopcheck.query.QueryError;
import dev.hopcheck.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds the expectations of {@code *.flows} files against the networks of their folders. */
public final class Expectations {
  private final LintRequest request;
  private final Simulation simulation;
  private final Map<String, ExpectationCheck> checks = new HashMap<>();
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final List<TestResult.Checked> checked = new ArrayList<>();

  private Expectations(LintRequest request, Simulation simulation) {
    this.request = request;
    this.simulation = simulation;
  }

  /**
   * Reads, simulates and checks all that a request names.
   *
   * @param clusterFile facts of the cluster; null for the defaults
   * @param families such as {@code IPv4,IPv6}; null for those of the facts
   */
  public static TestResult check(
      LintRequest request, @Nullable SourceFile clusterFile, @Nullable String families)
      throws UsageException {
    ExpectationFiles inputs = ExpectationFiles.of(request);
    return check(
        request,
        inputs,
        Simulation.of(inputs.manifests(), Simulation.facts(clusterFile, families)));
  }

  /**
   * Reads configuration and facts of the cluster, and all that the request names, simulates and
   * checks. What the request says wins over the configuration.
   */
  public static TestResult check(LintRequest.Builder request, AdoptionOptions wanted)
      throws UsageException {
    LintRequest adopted = Simulation.adopted(request, wanted);
    ExpectationFiles inputs = ExpectationFiles.of(adopted);
    return check(adopted, inputs, Simulation.of(inputs.manifests()));
  }

  private static TestResult check(
      LintRequest request, ExpectationFiles inputs, Simulation simulation) {
    Expectations expectations = new Expectations(request, simulation);
    expectations.problems.addAll(simulation.problems());
    expectations.problems.addAll(inputs.problems());
    for (SourceFile file : inputs.files()) {
      expectations.file(file);
    }
    if (expectations.checked.isEmpty()
        && expectations.problems.isEmpty()
        && !request.allowEmpty()) {
      expectations.problems.add(
          new Problem(
              "no-expectations",
              "",
              null,
              null,
              "no expectation was found; write some into a file `*.flows` beside the manifests"));
    }
    return new TestResult(
        inputs.files(),
        expectations.checked,
        new ArrayList<>(expectations.problems),
        simulation.configuration());
  }

  private void file(SourceFile file) {
    FlowsFile flows = FlowsFile.read(file, request.limits().count(Limit.QUERY_SIZE));
    for (QueryError error : flows.errors()) {
      problems.add(
          new Problem("expectation-syntax", file.name(), error.at(), null, error.message()));
    }
    if (flows.errors().size() == FlowsFile.MOST_ERRORS) {
      problems.add(
          new Problem(
              "expectation-syntax",
              file.name(),
              null,
              null,
              "more than " + FlowsFile.MOST_ERRORS + " lines are wrong; the rest was not read"));
    }
    if (flows.expectations().isEmpty()) {
      return;
    }
    for (Simulation.SimulatedUnit unit : unitsOf(file)) {
      hold(file, flows, unit);
    }
  }

  private void hold(SourceFile file, FlowsFile flows, Simulation.SimulatedUnit unit) {
    ExpectationCheck check =
        checks.computeIfAbsent(
            unit.root(), root -> new ExpectationCheck(unit.network(), request.namespace()));
    for (Expectation.Stated stated : flows.expectations()) {
      ExpectationCheck.Result result = check.check(stated);
      checked.add(
          new TestResult.Checked(
              file,
              stated,
              unit.root(),
              result.verdict(),
              result.message(),
              result.flows(),
              result.hints()));
    }
  }

  /**
   * The unit that has files in the same folder, or the only one there is. What is expected of a
   * base is expected of each kustomization that uses it.
   */
  private List<Simulation.SimulatedUnit> unitsOf(SourceFile flows) {
    String folder = Units.folder(flows.name());
    List<Simulation.SimulatedUnit> beside = new ArrayList<>();
    Set<String> roots = new LinkedHashSet<>();
    for (Simulation.SimulatedUnit unit : simulation.units()) {
      boolean same = false;
      for (SourceFile file : unit.network().cluster().unit().files()) {
        same |= Units.folder(file.name()).equals(folder);
      }
      if (same) {
        beside.add(unit);
        roots.add(unit.root());
      }
    }
    List<Simulation.SimulatedUnit> kustomized = new ArrayList<>(beside);
    kustomized.removeIf(unit -> unit.network().cluster().unit().overlay() == null);
    if (!kustomized.isEmpty()) {
      return kustomized;
    }
    if (beside.size() == 1) {
      return beside;
    }
    if (beside.isEmpty() && simulation.units().size() == 1) {
      return simulation.units();
    }
    problems.add(
        new Problem(
            "expectation-unit",
            flows.name(),
            null,
            null,
            beside.isEmpty()
                ? "no manifest lies beside these expectations; move them, or join all folders with"
                    + " --unit=all"
                : "these expectations could be about several units: " + String.join(", ", roots)));
    return List.of();
  }
}
