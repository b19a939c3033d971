package dev.hopcheck.admission;

import org.jspecify.annotations.Nullable;

/** Defaults of the kinds that carry no traffic themselves. */
final class MoreDefaults {
  private static final String RBAC = "rbac.authorization.k8s.io";

  private MoreDefaults() {}

  static @Nullable String of(Defaults.Owner kind, Field owner, String name, boolean absent) {
    return switch (kind) {
      case JOB -> ofJob(owner, name, absent);
      case CRON_JOB -> ofCronJob(name, absent);
      case STORAGE_CLASS -> ofStorageClass(name, absent);
      case PRIORITY_CLASS ->
          absent && name.equals("preemptionPolicy") ? "PreemptLowerPriority" : null;
      case ROLE_REF -> name.equals("apiGroup") ? RBAC : null;
      case SUBJECT -> ofSubject(owner, name);
      case AUTOSCALER -> absent && name.equals("minReplicas") ? "1" : null;
      case SECRET -> name.equals("type") ? "Opaque" : null;
      case CLAIM -> absent && name.equals("volumeMode") ? "Filesystem" : null;
      case VOLUME -> ofPersistentVolume(name, absent);
      case SERVICE_REFERENCE -> absent && name.equals("port") ? "443" : null;
      default -> null;
    };
  }

  private static @Nullable String ofStorageClass(String name, boolean absent) {
    if (!absent) {
      return null;
    }
    return switch (name) {
      case "reclaimPolicy" -> "Delete";
      case "volumeBindingMode" -> "Immediate";
      default -> null;
    };
  }

  /** Who is no ServiceAccount belongs to the group of RBAC itself. */
  private static @Nullable String ofSubject(Field subject, String name) {
    if (!name.equals("apiGroup")) {
      return null;
    }
    String kind = subject.text("kind");
    return kind.equals("User") || kind.equals("Group") ? RBAC : null;
  }

  private static @Nullable String ofPersistentVolume(String name, boolean absent) {
    return switch (name) {
      case "persistentVolumeReclaimPolicy" -> "Retain";
      case "volumeMode" -> absent ? "Filesystem" : null;
      default -> null;
    };
  }

  private static @Nullable String ofJob(Field spec, String name, boolean absent) {
    // The server does not default the Job in a CronJob until it makes one.
    if (!absent || !spec.path().equals("spec")) {
      return null;
    }
    boolean neither =
        !spec.memberNames().contains("completions") && !spec.memberNames().contains("parallelism");
    return switch (name) {
      case "completions" -> neither ? "1" : null;
      case "parallelism" -> "1";
      case "backoffLimit" -> "6";
      case "completionMode" -> "NonIndexed";
      case "suspend" -> "false";
      default -> null;
    };
  }

  private static @Nullable String ofCronJob(String name, boolean absent) {
    return switch (name) {
      case "concurrencyPolicy" -> "Allow";
      case "suspend" -> absent ? "false" : null;
      case "successfulJobsHistoryLimit" -> absent ? "3" : null;
      case "failedJobsHistoryLimit" -> absent ? "1" : null;
      default -> null;
    };
  }
}
