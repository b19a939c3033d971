package dev.hopcheck.resource;

import dev.hopcheck.admission.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads all kinds that make pods from a template. */
final class WorkloadReader {
  private WorkloadReader() {}

  static Workload read(ResourceHead head, Field root, Workload.Type type) {
    Field spec = root.get("spec");
    Field jobSpec = type == Workload.Type.CRON_JOB ? spec.get("jobTemplate", "spec") : spec;
    Field template = jobSpec.get("template");
    Field metadata = template.get("metadata");
    return new Workload(
        head,
        type,
        replicas(jobSpec, type),
        selector(jobSpec.get("selector")),
        new Places.Member(template, "metadata"),
        Read.labels(metadata, "labels"),
        Read.labels(metadata, "annotations"),
        PodReader.spec(template.get("spec")),
        type == Workload.Type.STATEFUL_SET ? stateful(spec) : null,
        type.runsToEnd() ? run(spec, jobSpec, type) : null,
        live(root.get("status")));
  }

  private static Located<Integer> replicas(Field spec, Workload.Type type) {
    return Read.number(spec, type.replicated() ? "replicas" : "parallelism", 1);
  }

  private static Workload.Stateful stateful(Field spec) {
    Located<Integer> start = Read.number(spec.get("ordinals"), "start", 0);
    return new Workload.Stateful(
        Read.text(spec, "serviceName"),
        start.value(),
        spec.get("podManagementPolicy").text().equals("Parallel"));
  }

  private static Workload.Run run(Field spec, Field jobSpec, Workload.Type type) {
    Located<Integer> completions = Read.number(jobSpec, "completions");
    return new Workload.Run(
        jobSpec.get("completionMode").text().equals("Indexed"),
        completions != null && completions.known() ? completions.value() : null,
        Read.number(jobSpec, "parallelism", 1).value(),
        spec.get("suspend").flag()
            || (type == Workload.Type.CRON_JOB && jobSpec.get("suspend").flag()));
  }

  private static int live(Field status) {
    Located<Integer> replicas = Read.number(status, "replicas");
    return replicas == null || replicas.unknown() ? -1 : replicas.value();
  }

  /** Reads a selector with {@code matchLabels}, or the flat one of ReplicationControllers. */
  static LabelSelector selector(Field selector) {
    boolean structured = selector.has("matchLabels") || selector.has("matchExpressions");
    return new LabelSelector(
        structured || selector.size() == 0
            ? Read.labels(selector, "matchLabels")
            : Read.labels(selector),
        requirements(selector.items("matchExpressions")),
        new Places.Key(selector),
        selector.written());
  }

  private static List<LabelSelector.Requirement> requirements(List<Field> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    List<LabelSelector.Requirement> requirements = new ArrayList<>(items.size());
    for (Field item : items) {
      @Nullable Located<String> key = Read.text(item, "key");
      if (key != null) {
        requirements.add(
            new LabelSelector.Requirement(
                key, Read.string(item, "operator", ""), Read.strings(item, "values")));
      }
    }
    return requirements;
  }
}
