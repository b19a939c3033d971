package dev.hopcheck.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterTest {
  private static final String APP =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: db, namespace: shop}
      spec: {clusterIP: None, selector: {app: db}, ports: [{port: 5432}]}
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db, namespace: shop}
      spec:
        serviceName: db
        replicas: 2
        selector: {matchLabels: {app: db}}
        template:
          metadata: {labels: {app: db}}
          spec: {containers: [{name: db, image: "registry.example.com/db:1"}]}
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata: {name: db-x, namespace: shop, labels: {kubernetes.io/service-name: db}}
      addressType: IPv4
      endpoints: []
      ---
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: db, namespace: shop}
      spec:
        maxReplicas: 5
        scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: db}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: db, namespace: shop}
      spec:
        defaultBackend: {service: {name: db, port: {number: 5432}}}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: db, namespace: shop}
      ---
      apiVersion: v1
      kind: Endpoints
      metadata: {name: db, namespace: shop}
      """;

  @Test
  void referencesAreFoundBothWays() {
    Cluster cluster = ResourceDsl.cluster(APP);
    Service service = cluster.service("shop", "db");
    Workload database = cluster.workload("StatefulSet", "shop", "db");
    assertThat(cluster.governedBy(service)).containsExactly(database);
    assertThat(cluster.slices(service)).hasSize(1);
    assertThat(cluster.endpoints(service)).isNotNull();
    assertThat(cluster.autoscalers(database)).hasSize(1);
    assertThat(cluster.backendsTo("shop", "db"))
        .extracting(BackendUse::ingress)
        .containsExactlyElementsOf(cluster.all(Ingress.class));
    assertThat(cluster.secret("shop", "db")).isNotNull();
    assertThat(cluster.service("default", "db")).isNull();
    PodSet pods = cluster.podSet(database);
    assertThat(cluster.servicesFor(pods)).containsExactly(service);
    assertThat(cluster.selectedBy(service)).extracting(Selected::pods).containsExactly(pods);
    assertThat(pods.labels(1))
        .containsEntry("statefulset.kubernetes.io/pod-name", "db-1")
        .containsEntry("apps.kubernetes.io/pod-index", "1");
  }

  @Test
  void chosenNamespaceHoldsEvenBesideAnOnlyOne() {
    ClusterOptions options = ClusterOptions.DEFAULTS.inNamespace("prod");
    Cluster cluster =
        ResourceDsl.cluster(
            options,
            """
            apiVersion: v1
            kind: Service
            metadata: {name: one, namespace: shop}
            spec: {ports: [{port: 80}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: two}
            spec: {ports: [{port: 80}]}
            """);
    assertThat(cluster.namespaces()).containsExactly("prod", "shop");
    assertThat(cluster.service("prod", "two")).isNotNull();
  }

  @Test
  void declaredClosedMakesNothingAnError() {
    String lonely =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}, ports: [{port: 80}]}
        """;
    Cluster open = ResourceDsl.cluster(lonely);
    Cluster closed = ResourceDsl.cluster(ClusterOptions.DEFAULTS.asClosed(), lonely);
    assertThat(open.completeness("default").severity(null)).isEqualTo(Severity.INFO);
    assertThat(closed.completeness("default").severity(null)).isEqualTo(Severity.ERROR);
  }

  @Test
  void unitsAreFoldersFilesOrAll() {
    List<SourceFile> files =
        List.of(
            SourceFile.of("app/b/two.yaml", ""),
            SourceFile.of("app/a/one.yaml", ""),
            SourceFile.of("app/b/three.yaml", ""));
    assertThat(Units.of(files, Units.Mode.FOLDER))
        .extracting(Unit::root)
        .containsExactly("app/a", "app/b");
    assertThat(Units.of(files, Units.Mode.FILE)).hasSize(3);
    Unit all = Units.of(files, Units.Mode.ALL).get(0);
    assertThat(all.root()).isEqualTo("app");
    assertThat(all.files()).extracting(SourceFile::name).isSorted();
  }

  @Test
  void dataFilesAreWellFormed() {
    assertThat(DataLines.read("custom-kinds.txt"))
        .hasSizeGreaterThan(50)
        .doesNotHaveDuplicates()
        .allMatch(line -> line.matches("(built-in|inert|release) [A-Za-z0-9.*/-]+"));
    assertThat(DataLines.read("operator-labels.txt"))
        .hasSizeGreaterThan(50)
        .doesNotHaveDuplicates()
        .allMatch(line -> line.matches("[A-Za-z0-9./_-]+[*]?(=[*]?[a-z0-9-]+[*]?)? [a-zA-Z].*"));
  }
}
