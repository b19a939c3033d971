package dev.hopcheck.rules.pages;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.rule.RulePage;
import java.util.List;

/** Pages about kustomizations that cannot be built. */
final class KustomizationPages {
  private static final String MISSING_BAD =
      """
      apiVersion: kustomize.config.k8s.io/v1beta1
      kind: Kustomization
      resources:
        - deployment.yaml
        - servcie.yaml # expect
      """;

  private static final String CYCLE_BAD =
      """
      # overlays/prod/kustomization.yaml
      apiVersion: kustomize.config.k8s.io/v1beta1
      kind: Kustomization
      resources:
        - ../../base
        - ../prod # expect
      """;

  private static final String GOOD =
      """
      apiVersion: kustomize.config.k8s.io/v1beta1
      kind: Kustomization
      resources:
        - ../../base
        - service.yaml
      """;

  private KustomizationPages() {}

  static List<RulePage> pages() {
    return List.of(
        Pages.page(
            InputRule.KUSTOMIZATION_RESOURCE_MISSING,
            "kustomization",
            "a kustomization names a file or folder that does not exist",
            "All that a kustomization lists must be there: without it nothing is built at all. It is"
                + " reported only where the path lies within the folders that are checked, and is an"
                + " error where a file of nearly the same name is there; what is not there at all may"
                + " be made before the build.",
            "`kustomize build` fails: `accumulating resources ... no such file or directory`",
            "Write the path as it is seen from the kustomization's folder, or remove the entry.",
            MISSING_BAD,
            GOOD,
            "Kustomize: resources"),
        Pages.page(
            InputRule.KUSTOMIZATION_CYCLE,
            "kustomization",
            "a kustomization takes in itself",
            "A folder that a kustomization lists may not lead back to it, be it through others.",
            "`kustomize build` fails: `cycle detected`",
            "Remove the entry that leads back.",
            CYCLE_BAD,
            GOOD,
            "Kustomize: resources"));
  }
}
