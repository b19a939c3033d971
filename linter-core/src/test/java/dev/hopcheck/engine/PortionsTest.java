package dev.hopcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.rule.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found does not depend on how much fits into memory at once. */
class PortionsTest {
  private static final String PATCH =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec: {replicas: -1, template: {spec: {containers: [{name: web, image: a}]}}}
      """;
  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {ports: [{port: 70000}]}
      """;

  @TempDir Path folder;

  private Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    files.put("a/one.yaml", PATCH);
    files.put("a/custom.yaml", "apiVersion: example.com/v1\nkind: Shop\nmetadata: {name: s}\n");
    files.put("a/service.yaml", "# hopcheck: ignore port-out-of-range -- known\n" + SERVICE);
    files.put("b/empty.yaml", "# nothing\n");
    files.put("b/broken.yaml", "a: b: c\n");
    files.put("b/service.yaml", SERVICE);
    files.put("c/test.yaml", "apiVersion: chainsaw.kyverno.io/v1alpha1\nkind: Test\n");
    files.put("c/my-assert.yaml", PATCH);
    files.put("d/kustomization.yaml", "resources: [../b]\npatches: [{path: ../a/one.yaml}]\n");
    files.put(
        "e/hidden.yaml",
        "apiVersion: \"kustomize\\x2econfig.k8s.io/v1beta1\"\n"
            + "kind: Kustomization\npatches: [{path: ../f/one.yaml}]\n");
    files.put("f/one.yaml", PATCH);
    files.put(
        "crds/definition.yaml",
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: shops.example.com}
        spec:
          group: example.com
          scope: Namespaced
          names: {kind: Shop, plural: shops}
          versions:
            - name: v1
              served: true
              storage: true
              schema:
                openAPIV3Schema: {type: object, required: [spec], properties: {spec: {type: object}}}
        """);
    return files;
  }

  private LintResult lint(String name, String filler, int jobs) throws IOException {
    Path base = Files.createDirectories(folder.resolve(name));
    for (Map.Entry<String, String> file : files().entrySet()) {
      Path path = base.resolve("all").resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue() + filler);
    }
    return new Linter(Catalogue.of())
        .lint(LintRequest.of(List.of("all")).base(base).jobs(jobs).build());
  }

  private static List<String> said(LintResult result) {
    List<String> said = new ArrayList<>();
    for (Finding finding : result.findings()) {
      said.add(
          finding.location()
              + " "
              + finding.location().start()
              + " "
              + finding.rule()
              + " "
              + finding.severity()
              + " "
              + finding.headline()
              + " "
              + finding.assumed());
    }
    for (Problem problem : result.problems()) {
      said.add(problem.file() + " " + problem.at() + " " + problem.message());
    }
    said.add(result.accounting().toString());
    said.add(result.skipped().toString());
    said.add(result.notValidated().toString());
    said.add(result.suppressions().toString());
    return said;
  }

  @Test
  void severalPortionsSayTheSameAsOne() throws IOException {
    List<String> one = said(lint("small", "", 1));
    String filler = "# text that nobody reads\n".repeat(100_000);
    List<String> several = said(lint("large", filler, 2));
    assertThat(one)
        .anyMatch(line -> line.contains("f/one.yaml") && line.contains("PATCH"))
        .anyMatch(line -> line.contains("custom.yaml") && line.contains("spec"));
    assertThat(several).isEqualTo(one);
  }

  /** Each of these folders is a portion of its own. */
  @Test
  void picturesAreKeptOfUnitsInManyPortions() throws IOException {
    String filler = "# text that nobody reads\n".repeat(4_000);
    for (int i = 0; i < 8; i++) {
      Path unit = Files.createDirectories(folder.resolve("many/unit-" + i));
      Files.writeString(unit.resolve("service.yaml"), SERVICE + filler);
    }
    LintResult result =
        new Linter(TestRules.catalogue(TestRules.badName()))
            .lint(LintRequest.of(List.of("many")).base(folder).networks(true).build());
    assertThat(result.units()).extracting(Simulation.SimulatedUnit::root).hasSize(8);
    assertThat(result.unitsLeft()).isZero();
  }
}
