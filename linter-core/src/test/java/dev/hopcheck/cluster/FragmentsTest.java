package dev.hopcheck.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.cluster.Fragments.Part;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FragmentsTest {
  private static final String WHOLE =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: web, image: "registry.example.com/web:1"}]}
      """;

  private static final String WITHOUT_LABELS =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        template:
          spec: {containers: [{name: web, image: "registry.example.com/web:1"}]}
      """;

  private final List<ApiObject> objects = new ArrayList<>();

  @Test
  void listedPatchesOfOtherFoldersAreParts() {
    add(
        "app/overlay/kustomization.yaml",
        "resources: [../base]\npatches: [{path: ../shared/cpu.yaml}]\n");
    ApiObject patch = add("app/shared/cpu.yaml", WHOLE);
    ApiObject other = add("app/shared/web.yaml", WHOLE);
    Fragments fragments = Fragments.among(objects);
    assertThat(fragments.part(patch)).isEqualTo(Part.PATCH);
    assertThat(fragments.part(other)).isEqualTo(Part.WHOLE);
  }

  @Test
  void oldListsOfPatchesCount() {
    add(
        "app/kustomization.yaml",
        """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        patchesStrategicMerge:
          - ./merge.yaml
        patchesJson6902:
          - target: {kind: Deployment, name: web}
            path: json.yaml
        """);
    ApiObject merge = add("app/merge.yaml", WHOLE);
    ApiObject json = add("app/json.yaml", WHOLE);
    Fragments fragments = Fragments.among(objects);
    assertThat(fragments.part(merge)).isEqualTo(Part.PATCH);
    assertThat(fragments.part(json)).isEqualTo(Part.PATCH);
  }

  @Test
  void labelsOfKustomizationsReachListedFolders() {
    add(
        "app/kustomization.yaml",
        "resources: [base/]\nlabels: [{pairs: {app: web}, includeSelectors: true}]\n");
    add("app/base/kustomization.yaml", "resources: [web.yaml]\n");
    ApiObject base = add("app/base/web.yaml", WITHOUT_LABELS);
    ApiObject stray = add("app/other/web.yaml", WITHOUT_LABELS);
    Fragments fragments = Fragments.among(objects);
    assertThat(fragments.part(base)).isEqualTo(Part.COMPLETED);
    assertThat(fragments.part(stray)).isEqualTo(Part.WHOLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apps/v1|Deployment|{replicas: 3}|PATCH",
        "apps/v1|Deployment|{template: {spec: {containers: [{name: web}]}}}|PATCH",
        "apps/v1|Deployment|{containers: [{name: web, image: web}]}|WHOLE",
        "apps/v1|Deployment|{selector: {matchLabels: {app: a}}, template: {spec: {containers:"
            + " [{name: web}]}}}|WHOLE",
        "apps/v1|StatefulSet|{serviceName: db}|PATCH",
        "batch/v1|Job|{template: {spec: {containers: [{name: web, env: []}]}}}|PATCH",
        "batch/v1|CronJob|{schedule: '* * * * *'}|PATCH",
        "v1|Service|{type: LoadBalancer}|PATCH",
        "v1|Service|{selector: {app: web}}|WHOLE",
        "v1|Service|{clusterIP: None, selector: {app: web}}|WHOLE",
        "v1|Service|{type: ExternalName, externalName: a.example.com}|WHOLE",
        "v1|Pod|{containers: [{name: web}]}|WHOLE",
        "v1|Namespace|{$patch: delete}|PATCH"
      })
  void shapeTellsPartsFromMistakes(String version, String kind, String spec, Part part) {
    ApiObject object =
        add(
            "app/it.yaml",
            "apiVersion: "
                + version
                + "\nkind: "
                + kind
                + "\nmetadata: {name: web}\nspec: "
                + spec
                + "\n");
    assertThat(Fragments.among(objects).part(object)).isEqualTo(part);
  }

  @ParameterizedTest
  @CsvSource({
    "app/00-assert.yaml,PATCH",
    "app/01-errors.yaml,PATCH",
    "app/assert.yaml,WHOLE",
    "chainsaw/web-assert.yaml,PATCH",
    "app/web-assert.yaml,WHOLE",
    "app/00-install.yaml,WHOLE"
  })
  void assertionsOfTestToolsAreNeverSent(String file, Part part) {
    add("chainsaw/chainsaw-test.yaml", "apiVersion: chainsaw.kyverno.io/v1alpha1\nkind: Test\n");
    ApiObject object = add(file, WHOLE);
    assertThat(Fragments.among(objects).part(object)).isEqualTo(part);
  }

  @ParameterizedTest
  @CsvSource({
    "a/b, c.yaml, a/b/c.yaml",
    "a/b, ./c.yaml, a/b/c.yaml",
    "a/b, ../c.yaml, a/c.yaml",
    "a/b, ../../c, c",
    "a/b, .., a",
    "'', c/, c",
    "/a, ../c.yaml, /c.yaml"
  })
  void pathsAreRelativeToTheKustomization(String folder, String path, String expected) {
    assertThat(Fragments.resolve(folder, path)).isEqualTo(expected);
  }

  private ApiObject add(String name, String yaml) {
    List<ApiObject> added = ResourceDsl.objects(ResourceDsl.file(name, yaml));
    objects.addAll(added);
    return added.get(0);
  }
}
