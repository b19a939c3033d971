package dev.hopcheck.cluster;

import dev.hopcheck.resource.Workload;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Labels that a controller puts on the pods of a workload without their being written (SEL-14).
 *
 * @param fixed those with the same known value on all pods
 * @param unknown keys whose value is known only at run time
 * @param ordinal whether pods carry their StatefulSet name and index
 */
record AddedLabels(Map<String, String> fixed, Set<String> unknown, boolean ordinal) {
  static final String POD_NAME = "statefulset.kubernetes.io/pod-name";
  static final String POD_INDEX = "apps.kubernetes.io/pod-index";

  /** Copied from the node to each pod, whatever made it. */
  private static final Set<String> FROM_NODE =
      Set.of("topology.kubernetes.io/zone", "topology.kubernetes.io/region");

  static final AddedLabels NONE = new AddedLabels(Map.of(), Set.of(), false);

  AddedLabels {
    fixed = Collections.unmodifiableMap(new LinkedHashMap<>(fixed));
    unknown = Collections.unmodifiableSet(new LinkedHashSet<>(unknown));
  }

  static AddedLabels of(Workload workload) {
    return switch (workload.type()) {
      case DEPLOYMENT -> unknown("pod-template-hash");
      case STATEFUL_SET -> new AddedLabels(Map.of(), Set.of("controller-revision-hash"), true);
      case DAEMON_SET -> unknown("controller-revision-hash", "pod-template-generation");
      case JOB -> ofJob(workload);
      case CRON_JOB ->
          unknown(
              "job-name",
              "batch.kubernetes.io/job-name",
              "controller-uid",
              "batch.kubernetes.io/controller-uid",
              "batch.kubernetes.io/job-completion-index");
      case CUSTOM ->
          unknown(
              "pod-template-hash",
              "rollouts-pod-template-hash",
              "controller-revision-hash",
              "deployment",
              "deploymentconfig");
      case REPLICA_SET, REPLICATION_CONTROLLER -> NONE;
    };
  }

  static boolean fromNode(String key) {
    return FROM_NODE.contains(key);
  }

  private static AddedLabels ofJob(Workload job) {
    Map<String, String> fixed = new LinkedHashMap<>();
    fixed.put("job-name", job.name());
    fixed.put("batch.kubernetes.io/job-name", job.name());
    Set<String> unknown = new LinkedHashSet<>();
    unknown.add("controller-uid");
    unknown.add("batch.kubernetes.io/controller-uid");
    if (job.job() != null && job.job().indexed()) {
      unknown.add("batch.kubernetes.io/job-completion-index");
    }
    return new AddedLabels(fixed, unknown, false);
  }

  private static AddedLabels unknown(String... keys) {
    Set<String> unknown = new LinkedHashSet<>();
    Collections.addAll(unknown, keys);
    return new AddedLabels(Map.of(), unknown, false);
  }
}
