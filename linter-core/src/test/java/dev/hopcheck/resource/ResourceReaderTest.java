package dev.hopcheck.resource;

import static dev.hopcheck.cluster.ResourceDsl.resource;
import static dev.hopcheck.cluster.ResourceDsl.resources;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceReaderTest {
  @Test
  void serviceHasDefaultsWithoutPositionsOfTheirOwn() {
    Service service =
        resource(
            Service.class,
            """
            apiVersion: v1
            kind: Service
            metadata:
              name: web
            spec:
              selector:
                app: web
              ports:
                - port: 80
            """);
    assertThat(service.type().value()).isEqualTo("ClusterIP");
    assertThat(service.type().written()).isFalse();
    assertThat(service.headless()).isFalse();
    assertThat(service.selectsPods()).isTrue();
    ServicePort port = service.ports().get(0);
    assertThat(port.protocol().value()).isEqualTo("TCP");
    assertThat(port.targetPort().value()).isEqualTo(new PortRef.Number(80));
    assertThat(port.targetPort().written()).isFalse();
    assertThat(port.nodePort()).isNull();
    assertThat(port.port().field()).isEqualTo("spec.ports[0].port");
    assertThat(port.port().at().start().line()).isEqualTo(9);
    assertThat(service.selector().get("app").at().text()).isEqualTo("web");
  }

  @Test
  void serviceKeepsWhatIsWritten() {
    Service service =
        resource(
            Service.class,
            """
            apiVersion: v1
            kind: Service
            metadata:
              name: web
            spec:
              type: LoadBalancer
              clusterIPs: [10.96.0.7, "fd00::7"]
              ipFamilies: [IPv4, IPv6]
              ipFamilyPolicy: RequireDualStack
              allocateLoadBalancerNodePorts: false
              externalTrafficPolicy: Local
              publishNotReadyAddresses: true
              ports:
                - name: http
                  port: 80
                  targetPort: web
                  nodePort: 30080
                - {name: dns, port: 53, protocol: UDP, targetPort: 5353}
            status:
              loadBalancer:
                ingress:
                  - ip: 192.0.2.7
                    ipMode: Proxy
            """);
    assertThat(service.clusterIps())
        .extracting(Located::value)
        .containsExactly("10.96.0.7", "fd00::7");
    assertThat(service.ipFamilies()).extracting(Located::value).containsExactly("IPv4", "IPv6");
    assertThat(service.opensNodePorts()).isTrue();
    assertThat(service.publishNotReadyAddresses().value()).isTrue();
    assertThat(service.port("http").targetPort().value()).isEqualTo(new PortRef.Name("web"));
    assertThat(service.port(53).protocol().value()).isEqualTo("UDP");
    assertThat(service.loadBalancer().get(0).ipMode()).isEqualTo("Proxy");
  }

  @Test
  void wrongTypesAndPlaceholdersAreUnknown() {
    Service service =
        resource(
            Service.class,
            """
            apiVersion: v1
            kind: Service
            metadata:
              name: web
            spec:
              selector:
                app: web
                version: 1
                release: ${RELEASE}
              ports:
                - port: ${PORT}
                - port: {}
                - name: lost
            """);
    assertThat(service.selector().get("app").known()).isTrue();
    assertThat(service.selector().get("version").known()).isFalse();
    assertThat(service.selector().get("release").known()).isFalse();
    assertThat(service.selector().hasUnknown()).isTrue();
    assertThat(service.ports()).hasSize(2);
    assertThat(service.ports().get(0).port().known()).isFalse();
    assertThat(service.ports().get(0).targetPort().known()).isFalse();
    assertThat(service.head().placeholders()).isTrue();
  }

  @Test
  void podSpecTellsRolesOfContainers() {
    Pod pod =
        resource(
            Pod.class,
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
            spec:
              initContainers:
                - name: setup
                  image: registry.example.com/setup:1
                  ports: [{name: http, containerPort: 1}]
                - name: proxy
                  image: registry.example.com/proxy:1
                  restartPolicy: Always
                  ports: [{name: http, containerPort: 2}, {name: admin, containerPort: 3}]
              containers:
                - name: web
                  image: registry.example.com/web:1
                  ports: [{name: http, containerPort: 4}]
                  readinessProbe:
                    httpGet: {port: http, scheme: HTTPS}
                  env:
                    - {name: URL, value: "http://db:5432"}
                    - {name: KEY, valueFrom: {secretKeyRef: {name: db, key: password}}}
                    - {name: IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}
                  envFrom:
                    - configMapRef: {name: settings}
              volumes:
                - name: all
                  projected:
                    sources:
                      - configMap: {name: settings}
                      - secret: {name: db}
            status:
              phase: Running
              podIP: 10.1.0.4
              conditions: [{type: Ready, status: "True"}]
            """);
    assertThat(pod.spec().port("http", "TCP").number().value()).isEqualTo(4);
    assertThat(pod.spec().port("admin", "TCP").number().value()).isEqualTo(3);
    assertThat(pod.spec().port("http", "UDP")).isNull();
    assertThat(pod.spec().serving())
        .extracting(one -> one.name().value())
        .containsExactly("web", "proxy");
    Container web = pod.spec().containers().get(0);
    assertThat(web.readinessProbe().port().value()).isEqualTo(new PortRef.Name("http"));
    assertThat(web.readinessProbe().scheme()).isEqualTo("HTTPS");
    assertThat(web.env().get(0).source()).isInstanceOf(EnvVar.Literal.class);
    assertThat(web.env().get(1).source()).isInstanceOf(EnvVar.KeyRef.class);
    assertThat(web.env().get(2).source()).isInstanceOf(EnvVar.FieldRef.class);
    assertThat(pod.spec().volumes())
        .extracting(PodSpec.Volume::secret)
        .containsExactly(false, true);
    assertThat(pod.status().ready()).isTrue();
    assertThat(pod.status().podIps()).extracting(Located::value).containsExactly("10.1.0.4");
  }

  @Test
  void argumentsWithTheKubeletsOwnExpansionAreNoPlaceholders() {
    Pod pod =
        resource(
            Pod.class,
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
            spec:
              containers:
                - name: web
                  image: registry.example.com/web:1
                  args: ["--address=$(POD_IP)"]
            """);
    assertThat(pod.head().placeholders()).isFalse();
  }

  @Test
  void cronJobTemplateIsTwoLevelsDown() {
    Workload job =
        resource(
            Workload.class,
            """
            apiVersion: batch/v1
            kind: CronJob
            metadata:
              name: backup
            spec:
              schedule: "0 3 * * *"
              suspend: true
              jobTemplate:
                spec:
                  completionMode: Indexed
                  completions: 3
                  parallelism: 2
                  template:
                    metadata:
                      labels:
                        app: backup
                    spec:
                      restartPolicy: Never
                      containers:
                        - name: backup
                          image: registry.example.com/backup:1
            """);
    assertThat(job.type()).isEqualTo(Workload.Type.CRON_JOB);
    assertThat(job.templateLabels().plain()).containsEntry("app", "backup");
    assertThat(job.job()).isEqualTo(new Workload.Run(true, 3, 2, true));
    assertThat(job.spec().field()).isEqualTo("spec.jobTemplate.spec.template.spec");
  }

  @Test
  void customKindWithPodTemplateIsWorkload() {
    Workload rollout =
        resource(
            Workload.class,
            """
            apiVersion: apps.openshift.io/v1
            kind: DeploymentConfig
            metadata:
              name: web
            spec:
              replicas: 2
              selector:
                app: web
              template:
                metadata:
                  labels:
                    app: web
                spec:
                  containers:
                    - name: web
                      image: registry.example.com/web:1
                      ports:
                        - containerPort: 8080
            """);
    assertThat(rollout.type()).isEqualTo(Workload.Type.CUSTOM);
    assertThat(rollout.replicas().value()).isEqualTo(2);
    assertThat(rollout.selector().matches(rollout.templateLabels().plain())).isEqualTo(Match.YES);
    assertThat(rollout.spec().port("", "TCP").number().value()).isEqualTo(8080);
  }

  @Test
  void oldIngressHasTheShapeOfTheNewOne() {
    Ingress old =
        resource(
            Ingress.class,
            """
            apiVersion: extensions/v1beta1
            kind: Ingress
            metadata:
              name: web
            spec:
              backend:
                serviceName: fallback
                servicePort: 80
              rules:
                - host: web.example.com
                  http:
                    paths:
                      - path: /
                        backend:
                          serviceName: web
                          servicePort: http
            """);
    assertThat(old.backends()).hasSize(2);
    Ingress.ServiceBackend first = (Ingress.ServiceBackend) old.backends().get(0);
    Ingress.ServiceBackend second = (Ingress.ServiceBackend) old.backends().get(1);
    assertThat(first.name().value()).isEqualTo("fallback");
    assertThat(first.port().value()).isEqualTo(new PortRef.Number(80));
    assertThat(second.port().value()).isEqualTo(new PortRef.Name("http"));
    assertThat(second.name().field()).isEqualTo("spec.rules[0].http.paths[0].backend.serviceName");
  }

  @Test
  void sliceHasDefaultsOfItsConditions() {
    EndpointSlice slice =
        resource(
            EndpointSlice.class,
            """
            apiVersion: discovery.k8s.io/v1
            kind: EndpointSlice
            metadata:
              name: db-1
              labels:
                kubernetes.io/service-name: db
            addressType: IPv4
            ports:
              - port: 5432
              - name: none
            endpoints:
              - addresses: [192.0.2.1]
              - addresses: [192.0.2.2]
                conditions: {ready: false, terminating: true}
            """);
    assertThat(slice.service().value()).isEqualTo("db");
    assertThat(slice.ports().get(0).name().value()).isEmpty();
    assertThat(slice.ports().get(0).protocol().value()).isEqualTo("TCP");
    assertThat(slice.ports().get(1).number()).isNull();
    assertThat(slice.endpoints().get(0).ready()).isTrue();
    assertThat(slice.endpoints().get(1).serving()).isFalse();
    assertThat(slice.endpoints().get(1).terminating()).isTrue();
  }

  @Test
  void secretNeverPrintsItsValues() {
    Secret secret =
        resource(
            Secret.class,
            """
            apiVersion: v1
            kind: Secret
            metadata:
              name: db
            data:
              password: aHVudGVyMg==
            stringData:
              url: postgres://admin:hunter2@db
            """);
    assertThat(secret.has("password")).isTrue();
    assertThat(secret.data().value("password")).isEmpty();
    assertThat(secret.toString()).contains("url").doesNotContain("hunter2");
  }

  @Test
  void scalersNameTheirTarget() {
    Autoscaler scaler =
        resource(
            Autoscaler.class,
            """
            apiVersion: keda.sh/v1alpha1
            kind: ScaledObject
            metadata:
              name: web
            spec:
              minReplicaCount: 0
              scaleTargetRef:
                name: web
            """);
    assertThat(scaler.targetKind()).isEqualTo("Deployment");
    assertThat(scaler.targetName().value()).isEqualTo("web");
    assertThat(scaler.minReplicas()).isZero();
  }

  @Test
  void selectorWithExpressionsNeedsThemAll() {
    Workload workload =
        resource(
            Workload.class,
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
            spec:
              selector:
                matchLabels: {app: web}
                matchExpressions:
                  - {key: env, operator: In, values: [prod, qa]}
                  - {key: old, operator: DoesNotExist}
              template:
                metadata:
                  labels: {app: web, env: dev}
                spec:
                  containers: [{name: web, image: "registry.example.com/web:1"}]
            """);
    LabelSelector selector = workload.selector();
    assertThat(selector.matches(workload.templateLabels().plain())).isEqualTo(Match.NO);
    assertThat(selector.matches(Map.of("app", "web", "env", "qa"))).isEqualTo(Match.YES);
    assertThat(selector.matches(Map.of("app", "web", "env", "qa", "old", ""))).isEqualTo(Match.NO);
  }

  @Test
  void nothingReadableIsNoFailure() {
    assertThat(
            resources(
                """
                apiVersion: v1
                kind: Service
                metadata: [wrong]
                spec: text
                ---
                apiVersion: apps/v1
                kind: Deployment
                spec:
                  template:
                    spec:
                      containers: {name: web}
                ---
                kind: [a, b]
                """))
        .hasSize(3);
  }
}
