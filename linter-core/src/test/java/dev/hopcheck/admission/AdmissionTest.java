package dev.hopcheck.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Assumed;
import dev.hopcheck.finding.Edit;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.schema.KubernetesVersion;
import dev.hopcheck.schema.Schemas;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlLimits;
import dev.hopcheck.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of causes: which are findings, which follow from others, which are assumed. */
class AdmissionTest {
  private static final Schemas SCHEMAS = Schemas.of(KubernetesVersion.NEWEST);
  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: shop}
      spec:
        template:
          metadata: {labels: {app: shop}}
          spec: {containers: [{name: c, image: i}]}
      """;

  private static ApiObject object(String yaml) {
    YamlDocument document =
        YamlReader.read(SourceFile.of("a.yaml", yaml), YamlLimits.DEFAULT).documents().get(0);
    return ApiObject.of(
        document,
        document.root(),
        SCHEMAS
            .kinds()
            .currentFor(
                document.root().get("apiVersion").text(), document.root().get("kind").text()));
  }

  private static List<Finding> admit(String yaml, String... unknown) {
    ApiObject object = object(yaml);
    List<Finding> decoding = new ArrayList<>();
    for (String field : unknown) {
      decoding.add(decoding(object, field, Rejection.Reason.UNKNOWN_FIELD));
    }
    return new Admission(ServerFacts.of(KubernetesVersion.NEWEST)).admit(object, decoding);
  }

  private static Finding decoding(ApiObject object, String field, Rejection.Reason reason) {
    return Finding.of(
            InputRule.UNKNOWN_FIELD.id(), Severity.ERROR, "made for the test", object.location())
        .rejection(new Rejection(field, reason, ""))
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    // a slip, and a member of the selector that stands too high
    "spec.slector, 1", "spec.matchLabels, 1", "spec.Selector, 1",
    // something else that is unknown
    "spec.foo, 2", "metadata.selectr, 2", "spec.template.slector, 2"
  })
  void foldsWhatFollowsFromAnUnknownField(String unknown, int findings) {
    List<Finding> found = admit(DEPLOYMENT, unknown);
    assertThat(found).hasSize(findings);
    assertThat(found.get(findings - 1).consequences())
        .extracting(Rejection::field)
        .contains("spec.template.metadata.labels");
  }

  @Test
  void foldsThatAnObjectOfUnknownFieldsIsEmpty() {
    List<Finding> found =
        admit(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec:
              selector: {app: shop}
              template: {metadata: {labels: {app: shop}}, spec: {containers: [{name: c, image: i}]}}
            """,
            "spec.selector.app");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).consequences())
        .extracting(Rejection::field)
        .containsExactly("spec.selector");
  }

  @Test
  void assumesNothingOfKeysThatAreFilledInLater() {
    ApiObject object =
        object(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: shop}
            spec:
              nodeSelector: {"{{ .Key }}": x}
              containers:
                - name: c
                  image: i
                  resources:
                    requests:
                      "example.com/gpu-{{ .Index }}": "1"
            """);
    List<Finding> found =
        new Admission(ServerFacts.of(KubernetesVersion.NEWEST)).admit(object, List.of());
    assertThat(found).hasSize(3).allMatch(finding -> finding.severity() == Severity.INFO);
  }

  @Test
  void foldsWhatStandsTooHigh() {
    List<Finding> found =
        admit(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec:
              selector: {matchLabels: {app: shop}}
              containers: [{name: c, image: i}]
              template: {metadata: {labels: {app: shop}}}
            """,
            "spec.containers");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).consequences())
        .extracting(Rejection::field)
        .containsExactly("spec.template.spec.containers");
  }

  @Test
  void foldsAFaultOfTheDefaultThatAMisspeltFieldLeaves() {
    List<Finding> found =
        admit(
            """
            apiVersion: v1
            kind: Service
            metadata: {name: shop}
            spec:
              tpye: NodePort
              ports: [{port: 80, nodePort: 30080}]
            """,
            "spec.tpye");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).consequences())
        .extracting(Rejection::field)
        .containsExactly("spec.ports[0].nodePort");
  }

  @Test
  void stopsWhereAValueCannotBeDecoded() {
    ApiObject object = object("apiVersion: v1\nkind: Service\nmetadata: {}\nspec: {}\n");
    List<Finding> decoding =
        List.of(decoding(object, "spec.ports.port", Rejection.Reason.DECODING));
    assertThat(new Admission(ServerFacts.of(KubernetesVersion.NEWEST)).admit(object, decoding))
        .isEqualTo(decoding);
  }

  @ParameterizedTest
  @CsvSource({
    "type: '${TYPE}'",
    "clusterIP: '{{ .Values.ip }}'",
    "sessionAffinity: <affinity>",
    "externalName: __HOST__",
  })
  void assumesOnlyWhatAPlaceholderMayMend(String line) {
    List<Finding> found =
        admit(
            "apiVersion: v1\nkind: Service\nmetadata: {name: shop}\nspec:\n  ports: [{port: 80}]\n"
                + "  externalName: a\n  "
                + line
                + "\n");
    assertThat(found)
        .allSatisfy(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.INFO);
              assertThat(finding.assumed()).isEqualTo(Assumed.PLACEHOLDER);
            });
  }

  @Test
  void goesOnBehindAnAllocationThatAPlaceholderSpoils() {
    List<Finding> found =
        admit(
            """
            apiVersion: v1
            kind: Service
            metadata: {name: shop}
            spec:
              clusterIP: ${IP}
              ports: [{port: 80, protocol: tcp}]
            """);
    assertThat(found)
        .extracting(finding -> finding.field() + " " + finding.severity())
        .containsExactly("spec.clusterIPs[0] INFO", "spec.ports[0].protocol ERROR");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "protocol: tcp | SAFE | TCP",
        "protocol: 'TPC' | UNSAFE | 'TCP'",
        "targetPort: \"8080\" | SAFE | 8080",
        "targetPort: \"08080\" | |",
        "name: HTTP | |",
      })
  void offersTheRightEditOnly(String line, Applicability applicability, String replacement) {
    List<Finding> found =
        admit(
            "apiVersion: v1\nkind: Service\nmetadata: {name: shop}\nspec:\n  ports:\n    - port: 80\n"
                + "      "
                + line
                + "\n");
    assertThat(found).hasSize(1);
    if (applicability == null) {
      assertThat(found.get(0).fixes()).isEmpty();
      return;
    }
    assertThat(found.get(0).fixes()).hasSize(1);
    assertThat(found.get(0).fixes().get(0).applicability()).isEqualTo(applicability);
    assertThat(found.get(0).fixes().get(0).edits().get(0).replacement()).isEqualTo(replacement);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`  ports: [{port: 80, nodePort: 30080}]` | `  type: NodePort\n  ports: [{port: 80, nodePort: 30080}]`",
        "`  {ports: [{port: 80, nodePort: 30080}]}` | `  {type: NodePort, ports: [{port: 80, nodePort: 30080}]}`",
        "`  type: ClusterIP\n  ports: [{port: 80, nodePort: 30080}]` | `  type: NodePort\n  ports: [{port: 80, nodePort: 30080}]`",
      })
  void offersTheTypeThatANodePortNeeds(String spec, String mended) {
    String head = "apiVersion: v1\nkind: Service\nmetadata: {name: shop}\nspec:\n";
    List<Finding> found = admit(head + spec + "\n");
    assertThat(found).hasSize(1);
    Edit edit = found.get(0).fixes().get(0).edits().get(0);
    String text = edit.at().file().text(0, edit.at().span().start());
    String rest = edit.at().file().text(edit.at().span().end(), edit.at().file().length());
    assertThat(text + edit.replacement() + rest).isEqualTo(head + mended + "\n");
  }

  @Test
  void tellsATwiceListedPortOnce() {
    List<Finding> found =
        admit(
            """
            apiVersion: v1
            kind: Service
            metadata: {name: shop}
            spec:
              type: NodePort
              ports:
                - {name: a, port: 80}
                - {name: b, port: 80}
            """);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).field()).isEqualTo("spec.ports[1]");
    assertThat(found.get(0).consequences())
        .extracting(Rejection::field)
        .containsExactly("spec.ports[1].nodePort");
  }
}
