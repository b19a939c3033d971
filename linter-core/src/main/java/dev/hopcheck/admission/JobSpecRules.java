package dev.hopcheck.admission;

import dev.hopcheck.value.DomainPrefixedPath;
import dev.hopcheck.value.Fault;
import org.jspecify.annotations.Nullable;

/** The spec that Jobs and CronJobs share. */
final class JobSpecRules {
  private static final long MAX_INDEXED = 100_000;
  private static final long MAX_WITH_MANY_COMPLETIONS = 10_000;
  private static final int MAX_MANAGED_BY = 63;

  private static final String[] COUNTS = {
    "parallelism",
    "completions",
    "activeDeadlineSeconds",
    "backoffLimit",
    "ttlSecondsAfterFinished",
    "backoffLimitPerIndex",
    "maxFailedIndexes"
  };

  private JobSpecRules() {}

  /**
   * @param jobName the name that the server makes a label of the pods; null where it does not
   */
  static void validate(Field spec, @Nullable String jobName, ServerFacts facts, Causes causes) {
    boolean perIndex = facts.version().isAtLeast(29);
    for (String count : COUNTS) {
      if (perIndex
          || (!count.equals("backoffLimitPerIndex") && !count.equals("maxFailedIndexes"))) {
        RolloutRules.count(spec.get(count), causes);
      }
    }
    Field failed = spec.get("maxFailedIndexes");
    Field limit = spec.get("backoffLimitPerIndex");
    if (perIndex && failed.present() && !limit.present()) {
      causes.required(limit, "when maxFailedIndexes is specified");
    }
    managedBy(spec.get("managedBy"), facts, causes);
    mode(spec, perIndex, causes);
    if (spec.present("podFailurePolicy")) {
      PodFailurePolicyRules.validate(spec, causes);
    }
    if (spec.present("successPolicy") && facts.version().isAtLeast(31)) {
      SuccessPolicyRules.validate(spec, causes);
    }
    if (perIndex) {
      replacement(spec, causes);
    }
    Field template = spec.get("template");
    if (jobName != null) {
      JobRules.nameAsLabel(template, jobName, causes);
    }
    PodTemplateSpecRules.validate(template, facts, causes);
    restartPolicy(spec, causes);
  }

  private static void managedBy(Field field, ServerFacts facts, Causes causes) {
    if (!field.present() || !facts.version().isAtLeast(32)) {
      return;
    }
    for (Fault fault : DomainPrefixedPath.faults(field.text())) {
      causes.invalid(field, fault.value(), fault.text());
    }
    if (field.text().length() > MAX_MANAGED_BY) {
      causes.tooLong(field, MAX_MANAGED_BY);
    }
  }

  private static void mode(Field spec, boolean perIndex, Causes causes) {
    Field mode = spec.get("completionMode");
    switch (mode.present() ? mode.text() : "NonIndexed") {
      case "Indexed" -> indexed(spec, perIndex, causes);
      case "NonIndexed" -> {
        for (String name : new String[] {"backoffLimitPerIndex", "maxFailedIndexes"}) {
          Field field = spec.get(name);
          if (perIndex && field.present()) {
            causes.invalidNumber(field, field.number(), "requires indexed completion mode");
          }
        }
      }
      default -> causes.notSupported(mode, "NonIndexed", "Indexed");
    }
  }

  private static void indexed(Field spec, boolean perIndex, Causes causes) {
    Field completions = spec.get("completions");
    Field parallelism = spec.get("parallelism");
    Field failed = spec.get("maxFailedIndexes");
    if (!completions.present()) {
      causes.required(completions, "when completion mode is Indexed");
    }
    if (parallelism.number() > MAX_INDEXED) {
      above(parallelism, MAX_INDEXED + " when completion mode is Indexed", causes);
    }
    if (!perIndex) {
      return;
    }
    if (completions.present() && failed.present() && failed.number() > completions.number()) {
      above(failed, "completions", causes);
    }
    if (failed.number() > MAX_INDEXED) {
      above(failed, Long.toString(MAX_INDEXED), causes);
    }
    boolean many = completions.number() > MAX_INDEXED;
    if (!many || !spec.present("backoffLimitPerIndex")) {
      return;
    }
    String when =
        MAX_WITH_MANY_COMPLETIONS
            + " when completions are above "
            + MAX_INDEXED
            + " and used with backoff limit per index";
    if (!failed.present()) {
      causes.required(failed, "must be specified when completions is above " + MAX_INDEXED);
    }
    if (parallelism.number() > MAX_WITH_MANY_COMPLETIONS) {
      above(parallelism, when, causes);
    }
    if (failed.number() > MAX_WITH_MANY_COMPLETIONS) {
      above(failed, when, causes);
    }
  }

  private static void above(Field field, String limit, Causes causes) {
    causes.invalidNumber(field, field.number(), "must be less than or equal to " + limit);
  }

  private static void replacement(Field spec, Causes causes) {
    Field policy = spec.get("podReplacementPolicy");
    if (!policy.present()) {
      return;
    }
    if (spec.present("podFailurePolicy")) {
      if (!policy.text().equals("Failed")) {
        causes.notSupported(policy, "Failed");
      }
    } else if (!policy.text().equals("Failed") && !policy.text().equals("TerminatingOrFailed")) {
      causes.notSupported(policy, "Failed", "TerminatingOrFailed");
    }
  }

  private static void restartPolicy(Field spec, Causes causes) {
    Field policy = spec.get("template").get("spec").get("restartPolicy");
    switch (policy.text()) {
      case "Never" -> {}
      case "OnFailure" -> {
        if (spec.present("podFailurePolicy")) {
          causes.invalid(policy, "only \"Never\" is supported when podFailurePolicy is specified");
        }
      }
      case "Always" ->
          causes
              .required(policy, "valid values: \"OnFailure\", \"Never\"")
              .headline("pods of a Job must end: they cannot have `restartPolicy: Always`")
              .note("write `restartPolicy: OnFailure` or `Never`; without it, `Always` is assumed");
      default -> causes.notSupported(policy, "OnFailure", "Never");
    }
  }
}
