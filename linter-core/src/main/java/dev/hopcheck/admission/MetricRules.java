package dev.hopcheck.admission;

import dev.hopcheck.value.Dns1123Label;
import dev.hopcheck.value.PathSegment;
import dev.hopcheck.value.Quantity;
import java.util.List;

/** One metric by which a HorizontalPodAutoscaler scales. */
final class MetricRules {
  private static final List<String> TYPES =
      List.of("ContainerResource", "External", "Object", "Pods", "Resource");

  /** Members that hold a source, in the order in which the server looks at them. */
  private static final List<String> SOURCES =
      List.of("object", "external", "pods", "resource", "containerResource");

  private MetricRules() {}

  static void validate(Field metric, ServerFacts facts, Causes causes) {
    Field type = metric.get("type");
    if (type.text().isEmpty()) {
      causes.required(type, "must specify a metric source type");
    }
    String expected = memberOf(type.text());
    if (expected.isEmpty()) {
      causes.notSupported(type, TYPES);
    }
    int present = 0;
    for (String name : SOURCES) {
      Field source = metric.get(name);
      if (source.written() && present++ == 0) {
        // Only the first is looked into; of the others one is told that they must not be there.
        source(source, facts, causes);
      }
    }
    if (!expected.isEmpty() && !metric.get(expected).written()) {
      causes.required(
          metric.get(expected), "must populate information for the given metric source");
    }
    if (present > 1) {
      others(metric, expected, causes);
    }
  }

  private static void others(Field metric, String expected, Causes causes) {
    for (String name : SOURCES) {
      if (metric.get(name).written() && !name.equals(expected)) {
        causes.forbidden(metric.get(name), "must populate the given metric source only");
      }
    }
  }

  private static String memberOf(String type) {
    return switch (type) {
      case "Object" -> "object";
      case "External" -> "external";
      case "Pods" -> "pods";
      case "Resource" -> "resource";
      case "ContainerResource" -> "containerResource";
      default -> "";
    };
  }

  private static void source(Field source, ServerFacts facts, Causes causes) {
    Field target = source.get("target");
    switch (source.name()) {
      case "object" -> {
        Field described = source.get("describedObject");
        HorizontalPodAutoscalerRules.reference(described, causes);
        if (facts.version().isAtLeast(HorizontalPodAutoscalerRules.FIRST_WITH_GROUP)) {
          HorizontalPodAutoscalerRules.group(described.get("apiVersion"), true, causes);
        }
        metricName(source.get("metric", "name"), causes);
        target(target, causes);
        eitherValue(target, "must set either a target value or averageValue", causes);
      }
      case "external" -> {
        metricName(source.get("metric", "name"), causes);
        target(target, causes);
        eitherValue(
            target, "must set either a target value for metric or a per-pod target", causes);
        if (target.get("value").written() && target.get("averageValue").written()) {
          causes.forbidden(
              target.get("value"),
              "may not set both a target value for metric and a per-pod target");
        }
      }
      case "pods" -> {
        metricName(source.get("metric", "name"), causes);
        target(target, causes);
        if (!target.get("averageValue").written()) {
          causes.required(
              target.get("averageValue"), "must specify a positive target averageValue");
        }
      }
      default -> resource(source, target, causes);
    }
  }

  /** A resource of the whole pod or of one container. */
  private static void resource(Field source, Field target, Causes causes) {
    Field name = source.get("name");
    boolean ofContainer = source.name().equals("containerResource");
    if (name.text().isEmpty()) {
      causes.required(name, "must specify a resource name");
    } else if (ofContainer) {
      ResourceNames.ofContainer(name, name.text(), causes);
    }
    if (ofContainer) {
      Field container = source.get("container");
      if (container.text().isEmpty()) {
        causes.required(container, "must specify a container");
      } else {
        causes.invalidEach(container, Dns1123Label.errors(container.text()));
      }
    }
    target(target, causes);
    Field share = target.get("averageUtilization");
    Field amount = target.get("averageValue");
    if (!share.written() && !amount.written()) {
      causes.required(share, "must set either a target raw value or a target utilization");
    }
    if (share.written() && amount.written()) {
      causes.forbidden(amount, "may not set both a target raw value and a target utilization");
    }
  }

  private static void metricName(Field name, Causes causes) {
    if (name.text().isEmpty()) {
      causes.required(name, "must specify a metric name");
      return;
    }
    causes.invalidEach(name, PathSegment.errors(name.text()));
  }

  private static void eitherValue(Field target, String detail, Causes causes) {
    if (!target.get("value").written() && !target.get("averageValue").written()) {
      causes.required(target.get("averageValue"), detail);
    }
  }

  private static void target(Field target, Causes causes) {
    Field type = target.get("type");
    if (type.text().isEmpty()) {
      causes.required(type, "must specify a metric target type");
    }
    switch (type.text()) {
      case "Utilization", "Value", "AverageValue" -> {}
      default -> causes.invalid(type, "must be either Utilization, Value, or AverageValue");
    }
    positive(target.get("value"), causes);
    positive(target.get("averageValue"), causes);
    Field share = target.get("averageUtilization");
    if (share.written() && share.number() < 1) {
      causes.invalidNumber(share, share.number(), "must be greater than 0");
    }
  }

  private static void positive(Field amount, Causes causes) {
    // An empty text is an amount of zero to the server.
    Quantity value = amount.written() ? QuantityRules.of(amount) : null;
    if (value != null && value.signum() <= 0) {
      causes.invalidString(amount, value.toString(), "must be positive");
    }
  }
}
