package dev.hopcheck.rules.workload;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.LabelSelector;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;

/**
 * Finds workloads whose selector does not match their own template. Admission says so of versions
 * that are served; this looks at the versions before.
 */
final class WorkloadSelectorTemplateMismatch implements ResourceRule<Workload> {
  private static final String RATIONALE =
      """
      A workload finds its pods by its selector. The API server refuses one whose template does not carry the
      labels that the selector asks for.
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
            app: store
        template:
          metadata:
            labels:
              app: shop # expect
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
    return RuleDoc.id("workload-selector-template-mismatch")
        .severity(Severity.ERROR)
        .family("workload")
        .summary("the selector of a workload does not match its own pods")
        .rationale(RATIONALE)
        .symptom(
            "rejected by the API server: `spec.template.metadata.labels: Invalid value:"
                + " {\"app\":\"shop\"}: `selector` does not match template `labels``")
        .mend("Give `spec.template.metadata.labels` the pairs of `spec.selector.matchLabels`.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Deployments, selector")
        .build();
  }

  @Override
  public Class<Workload> subject() {
    return Workload.class;
  }

  @Override
  public void check(Workload workload, Inspection in) {
    Labels carried = workload.templateLabels();
    LabelSelector selector = workload.selector();
    boolean known = !carried.hasUnknown() && !selector.matchLabels().hasUnknown();
    if (!OldVersions.has(workload) || in.isBroken(workload) || !known || carried.isEmpty()) {
      return;
    }
    for (Labels.Pair pair : selector.matchLabels().pairs()) {
      if (!pair.value().value().equals(carried.value(pair.key()))) {
        report(pair.key(), pair.value(), carried, in);
        return;
      }
    }
  }

  private static void report(String key, Located<String> asked, Labels carried, Inspection in) {
    Located<String> own = carried.get(key);
    String wanted = "the selector asks for `" + key + "` to be `" + asked.value() + "`, ";
    (own == null ? in.at(asked) : in.at(own))
        .say(
            wanted
                + (own == null
                    ? "the template has no label `" + key + "`"
                    : "the template says `" + own.value() + "`"))
        .related(
            own == null ? carried.at() : asked.at(),
            own == null ? "the labels of the template" : "the selector asks for this")
        .note("the selector must match the labels of the workload's own template")
        .report();
  }
}
