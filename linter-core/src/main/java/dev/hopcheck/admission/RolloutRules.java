package dev.hopcheck.admission;

import dev.hopcheck.value.Percent;
import java.util.List;

/** Numbers or percentages of pods in the update strategies of workloads (WL-13). */
final class RolloutRules {
  private RolloutRules() {}

  /** A number of at least 0, or a percentage. */
  static void amount(Field amount, Causes causes) {
    if (amount.isString()) {
      causes.invalidEach(amount, Percent.errors(amount.text()));
    } else if (amount.number() < 0) {
      causes.negative(amount);
    }
  }

  /** No more than all. */
  static void notAboveAll(Field amount, Causes causes) {
    if (amount.isString() && percent(amount) > 100) {
      causes.invalid(amount, "must not be greater than 100%");
    }
  }

  /** Whether it comes to nothing; text that is no percentage does. */
  static boolean isZero(Field amount) {
    return amount.isString() ? percent(amount) == 0 && !isNumber(amount) : amount.number() == 0;
  }

  private static int percent(Field amount) {
    return Percent.parse(amount.text()).orElse(0);
  }

  /** A text such as {@code "3"} counts as the number, though it is refused as well. */
  private static boolean isNumber(Field amount) {
    try {
      return Integer.parseInt(amount.text()) != 0;
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }

  /** A count that may not be negative, where it is given. */
  static void count(Field field, Causes causes) {
    if (field.number() < 0) {
      causes.negative(field);
    }
  }

  /** WL-13 for Deployments. */
  static void deployment(Field strategy, Causes causes) {
    Field rolling = strategy.get("rollingUpdate");
    switch (strategy.text("type")) {
      case "Recreate" -> {
        if (rolling.present()) {
          causes
              .forbidden(rolling, "may not be specified when strategy `type` is 'Recreate'")
              .about(strategy.get("type"));
        }
      }
      case "RollingUpdate" -> {
        Field unavailable = rolling.get("maxUnavailable");
        Field surge = rolling.get("maxSurge");
        amount(unavailable, causes);
        amount(surge, causes);
        if (isZero(unavailable) && isZero(surge)) {
          causes
              .invalidBare(
                  unavailable, JsonText.of(unavailable), "may not be 0 when `maxSurge` is 0")
              .headline("a rollout with `maxUnavailable` and `maxSurge` of 0 cannot go on");
        }
        notAboveAll(unavailable, causes);
      }
      default -> unknownType(strategy, causes, "Recreate", "RollingUpdate");
    }
  }

  /** The server blames the strategy as a whole. */
  private static void unknownType(Field strategy, Causes causes, String... types) {
    Field type = strategy.get("type");
    String near = NearestWord.of(type.text(), types);
    Cause cause =
        causes.notSupportedBare(type, shown(strategy), List.of(types)).path(strategy.path());
    cause.headline("`" + type.text() + "` is no type of update");
    if (near != null) {
      cause.note("did you mean `" + near + "`?").replaceValue(near);
    }
  }

  /** The strategy as the server prints it, which is by the names of its own fields. */
  private static String shown(Field strategy) {
    Field rolling = strategy.get("rollingUpdate");
    String numbers = "null";
    if (rolling.present()) {
      numbers =
          "{\"MaxUnavailable\":"
              + JsonText.of(rolling.get("maxUnavailable"))
              + ",\"MaxSurge\":"
              + JsonText.of(rolling.get("maxSurge"))
              + "}";
    }
    return "{\"Type\":\"" + strategy.text("type") + "\",\"RollingUpdate\":" + numbers + "}";
  }

  /** Update strategy of a DaemonSet: exactly one of the two numbers is not 0. */
  static void daemonSet(Field strategy, Causes causes) {
    switch (strategy.text("type")) {
      case "OnDelete" -> {}
      case "RollingUpdate" -> {
        Field rolling = strategy.get("rollingUpdate");
        Field unavailable = rolling.get("maxUnavailable");
        Field surge = rolling.get("maxSurge");
        amount(unavailable, causes);
        amount(surge, causes);
        notAboveAll(unavailable, causes);
        notAboveAll(surge, causes);
        if (!isZero(unavailable) && !isZero(surge)) {
          causes.invalidBare(
              surge, JsonText.of(surge), "may not be set when maxUnavailable is non-zero");
        } else if (isZero(unavailable) && isZero(surge)) {
          causes.required(unavailable, "cannot be 0 when maxSurge is 0");
        }
      }
      default -> unknownType(strategy, causes, "OnDelete", "RollingUpdate");
    }
  }

  /**
   * Update strategy of a StatefulSet. Its {@code maxUnavailable} is never looked at: the gate that
   * keeps it is off in each version, and the server drops the value before it validates.
   */
  static void statefulSet(Field strategy, Causes causes) {
    Field rolling = strategy.get("rollingUpdate");
    switch (strategy.text("type")) {
      case "OnDelete" -> {
        if (rolling.present()) {
          causes.invalidBare(
              rolling, JsonText.of(rolling), "only allowed for updateStrategy 'RollingUpdate'");
        }
      }
      case "RollingUpdate" -> count(rolling.get("partition"), causes);
      default ->
          causes
              .invalidBare(
                  strategy.get("type"),
                  JsonText.of(strategy),
                  "must be 'RollingUpdate' or 'OnDelete'")
              .path(strategy.path());
    }
  }
}
