package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The kernel sees no packet and no connection of a run, whatever the manifests refer to: robustness
 * 67, 115 and 116. Needs strace; skipped without, and then the classes are looked at only.
 */
class NetworkIT {
  private static final CaseTable CASES = new CaseTable();

  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: as.example.com}
      spec:
        group: example.com
        scope: Namespaced
        names: {plural: as, singular: a, kind: A}
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                $schema: "http://127.0.0.1:9/schema"
                $id: "http://127.0.0.1:9/id"
                type: object
                properties:
                  spec: {$ref: "http://127.0.0.1:9/ref"}
      ---
      apiVersion: example.com/v1
      kind: A
      metadata: {name: a}
      spec: {b: http://127.0.0.1:9/}
      """;

  @TempDir private Path folder;

  @AfterAll
  static void show() {
    CASES.print();
  }

  @Test
  void robustness67NoRunOpensAConnection() throws Exception {
    assumeTrue(
        Launched.through(folder, Map.of(), "strace -f -o trace true").exit() == 0,
        "there is no strace that may be used");
    Manifests.write(folder.resolve("k8s/a.yaml"), DEFINITION);
    Manifests.write(folder.resolve("k8s/web.yaml"), Manifests.broken("web"));
    Manifests.write(
        folder.resolve("schema.json"),
        "{\"$ref\":\"http://127.0.0.1:9/x\",\"x-kubernetes-group-version-kind\":"
            + "[{\"group\":\"example.com\",\"version\":\"v1\",\"kind\":\"A\"}]}");
    List<String> lint = new ArrayList<>(List.of("lint", "--schema=schema.json"));
    lint.addAll(Digests.options());
    lint.add("k8s");
    for (List<String> line :
        List.of(
            lint,
            List.of("trace", "--from=outside", "--to=http://127.0.0.1:9", "k8s"),
            List.of("resolve", "localhost", "k8s"))) {
      String script = "strace -f -e trace=network -o trace \"$@\"";
      Launched done = Launched.through(folder, Map.of(), script, line.toArray(String[]::new));
      assertThat(done.exit()).as("%s", done).isNotEqualTo(1).isLessThan(128);
      List<String> calls = Files.readAllLines(folder.resolve("trace"));
      assertThat(calls).as("what strace saw").isNotEmpty();
      assertThat(calls)
          .filteredOn(call -> call.contains("AF_INET"))
          .allMatch(call -> call.contains(" socket("), "the JDK asks which families there are")
          .noneMatch(call -> call.contains("connect(") || call.contains("sendto("));
      assertThat(calls)
          .filteredOn(call -> call.matches(".*(connect|bind|listen|accept|sendto|sendmsg)\\(.*"))
          .allMatch(call -> call.contains("/nscd/"), "the C library asks for the user's name");
    }
    CASES.seen(67, "strace of lint, trace, resolve", "no connection", "none, none tried");
  }
}
