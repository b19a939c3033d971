package dev.hopcheck.admission;

import org.jspecify.annotations.Nullable;

/** Defaults of the kinds that carry no traffic themselves. */
final class MoreDefaults {
  private MoreDefaults() {}

  static @Nullable String of(String type, Field owner, String name, boolean absent) {
    return switch (type) {
      case "JobSpec" -> ofJob(owner, name, absent);
      case "CronJobSpec" -> ofCronJob(name, absent);
      default -> null;
    };
  }

  private static @Nullable String ofJob(Field spec, String name, boolean absent) {
    if (!absent) {
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
