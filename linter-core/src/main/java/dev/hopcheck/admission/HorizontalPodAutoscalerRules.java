package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;

/** What the server checks of a HorizontalPodAutoscaler (autoscaling/v2 and v1). */
final class HorizontalPodAutoscalerRules implements Validator {
  /** The release from which on references must name their group. */
  static final int FIRST_WITH_GROUP = 34;

  /** The release from which on an absent maximum is called missing. */
  private static final int FIRST_WITH_REQUIRED = 36;

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.SUBDOMAIN, Scope.NAMESPACED, causes);
    Field spec = object.root().get("spec");
    replicas(spec, facts, causes);
    Field scaled = spec.get("scaleTargetRef");
    reference(scaled, causes);
    if (facts.version().isAtLeast(FIRST_WITH_GROUP)) {
      // Of the core kinds only one can be scaled.
      boolean core = scaled.text("kind").equals("ReplicationController");
      group(scaled.get("apiVersion"), core, causes);
    }
    metrics(spec, facts, causes);
    Field behavior = spec.get("behavior");
    if (behavior.written()) {
      ScalingBehaviorRules.validate(behavior.get("scaleUp"), facts, causes);
      ScalingBehaviorRules.validate(behavior.get("scaleDown"), facts, causes);
    }
  }

  private static void replicas(Field spec, ServerFacts facts, Causes causes) {
    Field min = spec.get("minReplicas");
    Field max = spec.get("maxReplicas");
    if (min.number() < 1) {
      causes.invalidNumber(min, min.number(), "must be greater than or equal to 1");
    }
    if (max.number() == 0 && facts.version().isAtLeast(FIRST_WITH_REQUIRED)) {
      causes.required(max, "must be set and greater than 0");
    } else if (max.number() < 1) {
      causes.invalidNumber(max, max.number(), "must be greater than or equal to 1");
    }
    if (max.number() < min.number()) {
      Cause cause =
          causes.invalidNumber(max, max.number(), "must be greater than or equal to `minReplicas`");
      if (max.written()) {
        cause.headline("`maxReplicas` is " + max.text() + ", below `minReplicas` " + min.text());
      }
    }
  }

  /** A reference to a workload, or to what a metric describes. */
  static void reference(Field reference, Causes causes) {
    LocalReferenceRules.requiredSegment(reference.get("kind"), causes);
    LocalReferenceRules.requiredSegment(reference.get("name"), causes);
  }

  /** The version of a reference; only the core kinds have one without a group. */
  static void group(Field version, boolean coreAllowed, Causes causes) {
    String text = version.text();
    int slash = text.indexOf('/');
    if (slash >= 0 && text.indexOf('/', slash + 1) >= 0) {
      causes.invalid(version, text, "unexpected GroupVersion string: " + text);
    } else if (!coreAllowed && slash <= 0) {
      causes
          .invalid(version, text, "apiVersion must specify API group")
          .headline(
              text.isEmpty()
                  ? "`scaleTargetRef` has no `apiVersion`"
                  : "`apiVersion: " + text + "` names no API group")
          .note("a Deployment or StatefulSet is of `apps/v1`");
    }
  }

  private static void metrics(Field spec, ServerFacts facts, Causes causes) {
    Field metrics = spec.get("metrics");
    boolean toZero = false;
    for (Field metric : metrics.items()) {
      MetricRules.validate(metric, facts, causes);
      String type = metric.text("type");
      toZero |= type.equals("Object") || type.equals("External");
    }
    // autoscaling/v1 has one figure in place of the list; the server reads it as the list's only
    // item.
    Field utilization = spec.get("targetCPUUtilizationPercentage");
    if (utilization.written() && utilization.number() < 1) {
      causes
          .invalidNumber(utilization, utilization.number(), "must be greater than 0")
          .path("spec.metrics[0].resource.target.averageUtilization");
    }
    Field min = spec.get("minReplicas");
    if (min.number() == 0 && !toZero) {
      causes
          .forbidden(
              metrics,
              "must specify at least one Object or External metric to support scaling to zero"
                  + " replicas")
          .at(min.location())
          .about(min)
          .headline("nothing but an Object or External metric can wake up 0 replicas");
    }
  }
}
