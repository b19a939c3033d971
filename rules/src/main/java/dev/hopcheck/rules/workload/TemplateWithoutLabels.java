package dev.hopcheck.rules.workload;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;

/**
 * Finds workloads whose template has no labels. Admission says so of versions that are served; this
 * looks at the versions before.
 */
final class TemplateWithoutLabels implements ResourceRule<Workload> {
  private static final String RATIONALE =
      """
      A workload finds its pods by labels. A template without labels is refused, and no Service could select
      its pods either.
      """;

  private static final String BAD =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
      spec:
        selector:
          matchLabels:
            app: shop
        template: # expect
          spec:
            containers:
              - name: shop
                image: registry.example.com/shop:1.4
      """;

  private static final String GOOD =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
      spec:
        selector:
          matchLabels:
            app: shop
        template:
          metadata:
            labels:
              app: shop
          spec:
            containers:
              - name: shop
                image: registry.example.com/shop:1.4
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("template-without-labels")
        .severity(Severity.ERROR)
        .family("workload")
        .summary("the pods of a workload carry no labels")
        .rationale(RATIONALE)
        .symptom(
            "rejected by the API server: `spec.template.metadata.labels: Invalid value: null: "
                + "`selector` does not match template `labels``")
        .mend("Write `spec.template.metadata.labels` with the pairs of the selector.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Deployments, pod template")
        .build();
  }

  @Override
  public Class<Workload> subject() {
    return Workload.class;
  }

  @Override
  public void check(Workload workload, Inspection in) {
    if (!OldVersions.has(workload)
        || in.isBroken(workload)
        || !workload.templateLabels().isEmpty()) {
      return;
    }
    in.at(workload.templateAt())
        .field("spec.template.metadata.labels")
        .say("the template has no labels, so the workload cannot find its pods")
        .label("no labels here")
        .note(
            "without a selector the workload takes the labels of its template, and there are none")
        .report();
  }
}
