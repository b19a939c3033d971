package dev.hopcheck.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Match;
import dev.hopcheck.resource.Service;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelectorIndexTest {
  private static final Location NOWHERE = new Location(SourceFile.of("test", ""), new Span(0, 0));
  private static final List<String> KEYS =
      List.of(
          "app",
          "tier",
          "version",
          "pod-template-hash",
          "statefulset.kubernetes.io/pod-name",
          "apps.kubernetes.io/pod-index",
          "job-name",
          "topology.kubernetes.io/zone");
  private static final List<String> VALUES =
      List.of("a", "b", "set-0", "set-1", "set-2", "0", "1", "load", "${X}");

  /** The index must never say other than each pod set by itself. */
  @Test
  void indexAgreesWithEachSetAskedAlone() {
    Cluster cluster = ResourceDsl.cluster(workloads());
    SelectorIndex index = new SelectorIndex(cluster.podSets());
    Random random = new Random(7);
    int matched = 0;
    for (int i = 0; i < 20_000; i++) {
      Labels selector = selector(random);
      List<Selected> expected = new ArrayList<>();
      for (PodSet set : cluster.podSets()) {
        Match match = set.matches(selector);
        if (match != Match.NO) {
          expected.add(new Selected(set, match));
        }
      }
      assertThat(index.select(selector)).as("%s", selector.plain()).isEqualTo(expected);
      matched += expected.size();
    }
    assertThat(matched).isGreaterThan(1_000);
  }

  /** Or thousands of Services by thousands of pods would be their product. */
  @Test
  void servicesWithOneSelectorShareWhatTheySelect() {
    int count = 40;
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < count; i++) {
      yaml.append("---\napiVersion: v1\nkind: Pod\nmetadata: {name: p").append(i);
      yaml.append(", labels: {app: a}}\nspec: {containers: [{name: c, image: c}]}\n");
      yaml.append("---\napiVersion: v1\nkind: Service\nmetadata: {name: s").append(i);
      yaml.append("}\nspec: {selector: {app: a}, ports: [{port: 80}]}\n");
    }
    Cluster cluster = ResourceDsl.cluster(yaml.toString());
    List<Service> services = cluster.all(Service.class);
    assertThat(services).hasSize(count);
    for (Service service : services) {
      assertThat(cluster.selectedBy(service))
          .hasSize(count)
          .isSameAs(cluster.selectedBy(services.get(0)));
    }
    assertThat(cluster.servicesFor(cluster.podSets().get(0))).isEqualTo(services);
  }

  /** A pair that all carry beside one that few do: only those few are looked at. */
  @Test
  void workGrowsWithWhatCarriesTheRarestPairOnly() {
    int count = 500;
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < count; i++) {
      yaml.append("---\napiVersion: v1\nkind: Pod\nmetadata: {name: p").append(i);
      yaml.append(", labels: {tier: a, app: p").append(i).append("}}\n");
      yaml.append("spec: {containers: [{name: c, image: c}]}\n");
    }
    SelectorIndex index = new SelectorIndex(ResourceDsl.cluster(yaml.toString()).podSets());
    int looked = 0;
    for (int i = 0; i < 2 * count; i++) {
      Map<String, Located<String>> pairs = new LinkedHashMap<>();
      pairs.put("tier", new Located<>("a", "", NOWHERE, true));
      pairs.put("app", new Located<>("p" + i, "", NOWHERE, true));
      looked += index.candidates(labels(pairs)).size();
    }
    assertThat(index.sets()).hasSize(count);
    assertThat(looked).isEqualTo(count);
  }

  private static Labels selector(Random random) {
    Map<String, Located<String>> pairs = new LinkedHashMap<>();
    int size = 1 + random.nextInt(3);
    while (pairs.size() < size) {
      String value = VALUES.get(random.nextInt(VALUES.size()));
      pairs.put(
          KEYS.get(random.nextInt(KEYS.size())),
          new Located<>(value, "", NOWHERE, true, value.startsWith("$")));
    }
    return labels(pairs);
  }

  private static Labels labels(Map<String, Located<String>> pairs) {
    return Labels.of(pairs, new Located<>("", "spec.selector", NOWHERE, true).place());
  }

  private static String workloads() {
    StringBuilder yaml = new StringBuilder();
    String[] kinds = {"Deployment", "StatefulSet", "DaemonSet"};
    for (int i = 0; i < 24; i++) {
      yaml.append("---\napiVersion: apps/v1\nkind: ").append(kinds[i % 3]);
      yaml.append("\nmetadata: {name: ").append(i == 1 ? "set" : "w" + i).append("}\nspec:\n");
      yaml.append(i % 3 == 2 ? "" : "  replicas: 2\n");
      yaml.append("  template:\n    metadata:\n      labels:\n        app: ");
      yaml.append(i % 5 == 4 ? "${APP}" : i % 2 == 0 ? "a" : "b");
      yaml.append("\n        tier: ").append(i % 4 < 2 ? "a" : "b");
      yaml.append(
          "\n    spec: {containers: [{name: c, image: c}]}\n  selector: {matchLabels: {app: a}}\n");
    }
    yaml.append(
        """
        ---
        apiVersion: batch/v1
        kind: Job
        metadata: {name: load}
        spec:
          template:
            spec: {restartPolicy: Never, containers: [{name: c, image: c}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: bare, labels: {app: a, version: b}}
        spec: {containers: [{name: c, image: c}]}
        """);
    return yaml.toString();
  }
}
