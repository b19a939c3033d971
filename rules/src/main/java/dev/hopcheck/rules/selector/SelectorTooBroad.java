package dev.hopcheck.rules.selector;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rules.SharedPods;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds Services that mix the pods of unrelated workloads. */
final class SelectorTooBroad implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      A Service sends each connection to any of the pods that carry its labels. If a label that parts of an application share is all that it asks for, some connections reach pods that do not serve them.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector: # expect
          app: shop
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        selector:
          matchLabels:
            app: shop
            tier: web
        template:
          metadata:
            labels:
              app: shop
              tier: web
          spec:
            containers:
              - name: main
                image: registry.example.com/web:1.4
                ports:
                  - containerPort: 8080
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: cache
      spec:
        selector:
          matchLabels:
            app: shop
            tier: cache
        template:
          metadata:
            labels:
              app: shop
              tier: cache
          spec:
            containers:
              - name: main
                image: registry.example.com/cache:1.4
                ports:
                  - containerPort: 6379
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector:
          app: shop
          tier: web
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        selector:
          matchLabels:
            app: shop
            tier: web
        template:
          metadata:
            labels:
              app: shop
              tier: web
          spec:
            containers:
              - name: main
                image: registry.example.com/web:1.4
                ports:
                  - containerPort: 8080
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: cache
      spec:
        selector:
          matchLabels:
            app: shop
            tier: cache
        template:
          metadata:
            labels:
              app: shop
              tier: cache
          spec:
            containers:
              - name: main
                image: registry.example.com/cache:1.4
                ports:
                  - containerPort: 6379
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("selector-too-broad")
        .severity(Severity.WARNING, Severity.INFO)
        .family("selector")
        .summary("the selector of a Service matches unrelated workloads")
        .rationale(RATIONALE)
        .symptom("connection refused now and then, or the answer of another program")
        .mend("Add the label that tells the workloads apart to the selector.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Labels and selectors; Service")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    if (service.headless() || service.ports().isEmpty() || in.cluster().hasVariants()) {
      return;
    }
    List<PodSet> certain = Certain.pods(service, in);
    if (certain.size() < 2) {
      return;
    }
    Mixture mixture =
        certain.size() > SharedPods.MANY
            ? SharedPods.learn(
                    Mixtures.class, service, certain, in, () -> new Mixtures(running(certain)))
                .of(service)
            : Mixture.of(service, running(certain));
    if (mixture == null) {
      return;
    }
    PodSet stranger = mixture.stranger();
    PodSet meant = mixture.meant();
    Draft draft =
        in.at(service.selector().at())
            .field(service.selector().field())
            .say(
                "selector of Service `"
                    + service.name()
                    + "` matches the pods of unrelated workloads")
            .label("matches " + mixture.titles())
            .related(stranger.labelsAt(), mixture.why())
            .note(
                "a part of the connections goes to `"
                    + stranger.title()
                    + "`, which "
                    + mixture.symptom());
    String telling = distinguishing(meant, stranger);
    draft
        .advice(
            telling == null
                ? "give the workloads labels that tell them apart, and select by them"
                : "select by `" + telling + "` too")
        .report();
  }

  private static List<PodSet> running(List<PodSet> all) {
    List<PodSet> pods = new ArrayList<>(all.size());
    for (PodSet set : all) {
      if (!set.runsToEnd() && !set.scaledToZero()) {
        pods.add(set);
      }
    }
    return pods;
  }

  /** A label that the pods which are meant have and the others lack. */
  private static @Nullable String distinguishing(PodSet meant, PodSet stranger) {
    for (String key : meant.labels().keys()) {
      String value = meant.labels().value(key);
      if (value != null && !value.equals(stranger.labels().value(key))) {
        return key + "=" + value;
      }
    }
    return null;
  }
}
