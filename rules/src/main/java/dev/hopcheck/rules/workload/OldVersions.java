package dev.hopcheck.rules.workload;

import dev.hopcheck.resource.Workload;

/** API versions that are served no more; admission does not look at their objects. */
final class OldVersions {
  private OldVersions() {}

  static boolean has(Workload workload) {
    return switch (workload.head().apiVersion()) {
      case "apps/v1beta1", "apps/v1beta2", "extensions/v1beta1" -> true;
      default -> false;
    };
  }
}
