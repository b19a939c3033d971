package dev.hopcheck.admission;

import org.jspecify.annotations.Nullable;

/** Which validator stands for which kind. */
final class Validators {
  private Validators() {}

  /** The validator of a served version and kind; null where there is none. */
  static @Nullable Validator of(String apiVersion, String kind) {
    return switch (apiVersion + "/" + kind) {
      case "v1/Pod" -> new PodRules();
      case "v1/Service" -> new ServiceRules();
      default -> MoreValidators.of(apiVersion + "/" + kind);
    };
  }
}
