package dev.hopcheck.admission;

import org.jspecify.annotations.Nullable;

/** Which validator stands for which kind. */
final class Validators {
  private Validators() {}

  /** The validator of a served version and kind; null where there is none. */
  static @Nullable Validator of(String apiVersion, String kind) {
    String versionAndKind = apiVersion + "/" + kind;
    return switch (versionAndKind) {
      case "v1/Pod" -> new PodRules();
      case "apps/v1/Deployment" -> new DeploymentRules();
      case "apps/v1/ReplicaSet" -> new ReplicaSetRules();
      case "apps/v1/DaemonSet" -> new DaemonSetRules();
      case "apps/v1/StatefulSet" -> new StatefulSetRules();
      case "v1/ReplicationController" -> new ReplicationControllerRules();
      case "v1/PodTemplate" -> new PodTemplateRules();
      case "batch/v1/Job" -> new JobRules();
      case "batch/v1/CronJob" -> new CronJobRules();
      case "v1/Endpoints" -> new EndpointsRules();
      case "discovery.k8s.io/v1/EndpointSlice" -> new EndpointSliceRules();
      case "v1/Service" -> new ServiceRules();
      default -> MoreValidators.of(versionAndKind);
    };
  }
}
