package dev.hopcheck.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Assumed;
import dev.hopcheck.finding.Edit;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Fix;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlLimits;
import dev.hopcheck.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecoderTest {
  private static final String HEAD =
      "apiVersion: v1\nkind: Service\nmetadata: {name: shop}\nspec:\n";

  private final Decoder decoder = new Decoder(Schemas.of(KubernetesVersion.NEWEST));

  private Decoded decode(String text) {
    YamlDocument document = document(text);
    return decoder.decode(document, document.root(), null);
  }

  private static YamlDocument document(String text) {
    return YamlReader.read(SourceFile.of("shop.yaml", text), YamlLimits.DEFAULT).documents().get(0);
  }

  private Finding only(String text) {
    List<Finding> findings = decode(text).findings();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static String mended(String text, Fix fix) {
    List<Edit> edits = new ArrayList<>(fix.edits());
    edits.sort(Comparator.comparing((Edit edit) -> edit.at().span().start()).reversed());
    String result = text;
    for (Edit edit : edits) {
      result =
          result.substring(0, edit.at().span().start())
              + edit.replacement()
              + result.substring(edit.at().span().end());
    }
    return result;
  }

  @ParameterizedTest
  @CsvSource({
    "{port: 80}, SAFE, [{port: 80}]",
    "'{port: 80, targetPort: http}', SAFE, '[{port: 80, targetPort: http}]'",
  })
  void makesAListOfAMapping(String ports, Applicability applicability, String mended) {
    String text = HEAD + "  ports: " + ports + "\n";
    Fix fix = only(text).fixes().get(0);
    assertThat(fix.applicability()).isEqualTo(applicability);
    assertThat(mended(text, fix)).isEqualTo(HEAD + "  ports: " + mended + "\n");
  }

  @Test
  void makesAListOfABlock() {
    String text = HEAD + "  ports:\n    port: 80\n    # c\n\n    name: http\n  type: ClusterIP\n";
    assertThat(mended(text, only(text).fixes().get(0)))
        .isEqualTo(
            HEAD + "  ports:\n    - port: 80\n      # c\n\n      name: http\n  type: ClusterIP\n");
  }

  @Test
  void offersNoListWhereTheMappingIsNoItem() {
    assertThat(only(HEAD + "  ports:\n    http: {port: 80}\n").fixes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "selector: {version: 1.10}, selector: {version: \"1.10\"}",
    "selector: {on: yes}, selector: {on: \"yes\"}",
    "'ports: [{port: \"80\"}]', ports: [{port: 80}]",
    "'ports: [{port: 80, targetport: 8080}]', 'ports: [{port: 80, targetPort: 8080}]'",
    "'ports: [{pprott: 80}]', ports: [{pprott: 80}]",
  })
  void mendsSafelyWhatHasOneRightEdit(String written, String mended) {
    Finding finding = only(HEAD + "  " + written + "\n");
    String result = HEAD + "  " + written + "\n";
    for (Fix fix : finding.fixes()) {
      if (fix.applicability() == Applicability.SAFE) {
        result = mended(result, fix);
      }
    }
    assertThat(result).isEqualTo(HEAD + "  " + mended + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "targetport: 1, did you mean `targetPort`?",
    "clusterIp: a, did you mean `clusterIP`?",
    "containers: 1, `ServiceSpec` has no such field",
    "labels: {}, belongs to `metadata.labels`",
    "protocol: TCP, belongs to `spec.ports[].protocol`",
  })
  void saysWhereAnUnknownFieldBelongs(String field, String label) {
    boolean port = field.startsWith("target");
    Finding finding =
        only(HEAD + (port ? "  ports: [{port: 80, " + field + "}]\n" : "  " + field + "\n"));
    assertThat(finding.at().text()).isEqualTo(label);
  }

  @Test
  void saysThatAFieldBelongsOneLevelUp() {
    Finding finding =
        only(
            "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\n"
                + "spec: {template: {spec: {replicas: 1}}}\n");
    assertThat(finding.at().text()).isEqualTo("belongs to `spec.replicas`");
  }

  @ParameterizedTest
  @CsvSource({
    "'{matchLabels: {app: a}}', '{app: a}'",
    "'\n    matchLabels:\n      app: a\n      # c\n      tier: b', '\n    app: a\n    # c\n    tier: b'",
    "'\n    matchLabels: {app: a}', '\n    {app: a}'",
  })
  void takesMatchLabelsOutOfASelector(String written, String mended) {
    String text =
        HEAD + "  selector: " + written.replace("\\n", "\n") + "\n  ports: [{port: 80}]\n";
    String wanted =
        HEAD + "  selector: " + mended.replace("\\n", "\n") + "\n  ports: [{port: 80}]\n";
    Finding finding = only(text);
    assertThat(finding.rule()).hasToString("service-selector-uses-matchlabels");
    assertThat(mended(text, finding.fixes().get(0))).isEqualTo(wanted);
  }

  @Test
  void offersNoSelectorFixWhereMoreThanLabelsIsMatched() {
    Finding finding =
        only(
            HEAD
                + "  selector: {matchLabels: {a: b}, matchExpressions: []}\n  ports: [{port: 80}]\n");
    assertThat(finding.fixes()).isEmpty();
  }

  @Test
  void saysWhichVersionsHaveAField() {
    Decoder old = new Decoder(Schemas.of(KubernetesVersion.OLDEST));
    YamlDocument pod =
        document("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {schedulingGroup: {}}\n");
    assertThat(old.decode(pod, pod.root(), null).findings())
        .extracting(finding -> finding.at().text())
        .containsExactly("comes with Kubernetes 1.36");
  }

  @Test
  void robustness113ShowsNoValueOfAVariableThatIsNamedLikeASecret() {
    String text =
        "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n"
            + "spec: {containers: [{name: a, env: [{name: DB_PASSWORD, value: 77123}]}]}\n";
    assertThat(only(text).headline()).doesNotContain("77123");
  }

  @Test
  void saysHowToWriteVariables() {
    String text =
        "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n"
            + "spec: {containers: [{name: a, env: {MODE: fast}}]}\n";
    assertThat(only(text).at().text())
        .isEqualTo("write each entry as `- name: ...` and `value: ...`");
  }

  @Test
  void showsFurtherTypeErrorsBesideTheReportedOne() {
    Finding finding = only(HEAD + "  ports: {port: 80}\n  selector: {a: 1}\n  type: 5\n");
    assertThat(finding.field()).isEqualTo("spec.ports");
    assertThat(finding.related()).hasSize(2);
  }

  @Test
  void robustness113ShowsNoValueOfASecret() {
    for (String data :
        List.of("data: {a: 'canary!'}", "stringData: {a: 12345}", "data: {a: 12345}")) {
      Finding finding = only("apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n" + data + "\n");
      assertThat(finding.toString().replace(finding.location().file().toString(), ""))
          .doesNotContain("canary")
          .doesNotContain("12345");
    }
  }

  @Test
  void onlyAssumesWhatPlaceholdersBecome() {
    Decoded decoded = decode(HEAD + "  ports: [{port: $(PORT)}]\n");
    assertThat(decoded.status()).isEqualTo(Decoded.Status.DECODED);
    assertThat(decoded.findings())
        .allMatch(finding -> finding.assumed() == Assumed.PLACEHOLDER)
        .allMatch(finding -> finding.severity() == Severity.INFO);
  }

  @Test
  void passesOnThatAPatchIsNotSentAsItStands() {
    YamlDocument document = document(HEAD + "  ports: [{prot: 80}]\n");
    Decoded decoded = decoder.decode(document, document.root(), Assumed.PATCH);
    assertThat(decoded.findings()).allMatch(finding -> finding.assumed() == Assumed.PATCH);
  }

  @Test
  void namesAHundredUnknownFieldsAtMost() {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < 150; i++) {
      text.append("  qqqq").append(i).append(": 1\n");
    }
    assertThat(decode(text.toString()).findings()).hasSize(100);
  }

  @ParameterizedTest
  @CsvSource({
    "v1, Service, DECODED",
    "example.com/v1, Shop, NOT_BUILT_IN",
    "v1, ServiceList, NOT_BUILT_IN",
    "apps/v1beta1, Deployment, NOT_SERVED",
    "v1, Config, NO_OBJECT",
  })
  void saysHowFarTheServerGets(String apiVersion, String kind, Decoded.Status status) {
    Decoded decoded = decode("apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {}\n");
    assertThat(decoded.status()).isEqualTo(status);
  }
}
