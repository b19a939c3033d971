package dev.hopcheck.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.Linter;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Severity;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Mistakes that people made and mended: found before, gone after. */
class CasesTest {
  /** Number of cases that are right; it only rises. */
  private static final int FLOOR = 55;

  /** Kinds of mistakes, and what counts as having found one. */
  private static final String RULES =
      """
      service-selects-no-pod: selector-matches-nothing selector-in-other-namespace service-selector-uses-matchlabels string-needed label-invalid
      target-port-not-declared target-port-protocol named-target-port-missing named-target-port-missing-in-some-pods: target-port-not-declared named-target-port-not-found named-target-port-protocol-mismatch protocol-mismatch target-port-is-host-port target-port-quoted-number headless-port-remap
      duplicate-key: yaml-duplicate-key
      backend-port-missing backend-service-missing: ingress-backend-port-missing ingress-backend-missing
      workload-selector-mismatch template-without-labels: workload-selector-template-mismatch template-without-labels
      unknown-field: unknown-field
      port-name-invalid port-name-duplicate: port-name-invalid duplicate-port-name-in-pod
      node-port-range node-port-clash node-port-on-cluster-ip: node-port-out-of-range node-port-conflict node-port-on-cluster-ip
      external-name-is-ip: external-name-is-ip
      service-port-unnamed service-port-without-port: multi-port-unnamed service-ports-missing required-field-missing
      service-port-duplicate service-port-name-duplicate: duplicate-service-port
      probe-named-port-missing probe-port-not-declared: readiness-probe-port-mismatch liveness-probe-port-mismatch startup-probe-port-mismatch probe-port-is-service-port
      statefulset-service-missing: statefulset-service-missing statefulset-service-not-selecting
      protocol-invalid: protocol-invalid value-not-supported
      selector-value-not-a-string container-port-not-a-number: string-needed wrong-type
      """;

  private static Map<String, Set<String>> rules() {
    Map<String, Set<String>> rules = new HashMap<>();
    for (String line : RULES.split("\n")) {
      String[] sides = line.split(": ");
      for (String kind : sides[0].split(" ")) {
        rules.put(kind, Set.of(sides[1].split(" ")));
      }
    }
    return rules;
  }

  @Test
  void mistakesAreFoundUntilTheyAreMended() {
    Path cases = Shared.path("cases");
    Map<String, Set<String>> rules = rules();
    Map<String, int[]> byKind = new TreeMap<>();
    Set<String> wrong = new TreeSet<>();
    List<List<String>> rows = Shared.table(cases.resolve("cases.tsv"));
    for (List<String> row : rows) {
      String id = row.get(0);
      Set<String> objects = new TreeSet<>(List.of(row.get(2).split(",")));
      Set<String> before = hit(cases, id + "/before", rules.get(row.get(1)));
      Set<String> after = hit(cases, id + "/after", rules.get(row.get(1)));
      before.retainAll(objects);
      after.retainAll(objects);
      boolean right = before.equals(objects) && after.isEmpty();
      int[] counts = byKind.computeIfAbsent(row.get(1), unused -> new int[2]);
      counts[0] += right ? 1 : 0;
      counts[1]++;
      if (!right) {
        wrong.add(id + " " + row.get(1) + ": before " + before + ", after " + after);
      }
    }
    byKind.forEach((kind, n) -> System.out.println(n[0] + " of " + n[1] + "  " + kind));
    wrong.forEach(System.out::println);
    System.out.println("cases: " + (rows.size() - wrong.size()) + " of " + rows.size());
    assertThat(rows).hasSizeGreaterThan(50);
    assertThat(rows.size() - wrong.size()).isGreaterThanOrEqualTo(FLOOR);
  }

  /** The objects on which one of the rules has an error or warning. */
  private static Set<String> hit(Path base, String folder, Set<String> rules) {
    Set<String> objects = new TreeSet<>();
    for (Finding finding :
        Linter.installed().lint(LintRequest.of(List.of(folder)).base(base).build()).findings()) {
      if (finding.severity() != Severity.INFO && rules.contains(finding.rule().value())) {
        objects.add(finding.resource().kind() + "/" + finding.resource().name());
      }
    }
    return objects;
  }
}
