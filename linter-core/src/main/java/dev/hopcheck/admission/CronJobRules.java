package dev.hopcheck.admission;

import dev.hopcheck.value.CronExpression;
import dev.hopcheck.value.TimeZoneName;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** CronJob of batch/v1. */
final class CronJobRules implements Validator {
  /** The controller adds 11 characters to make the name of each Job, a label of at most 63. */
  private static final int MAX_NAME = 52;

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(
        object, NameGrammar.SUBDOMAIN, ObjectMetaRules.Scope.NAMESPACED, causes);
    Field spec = object.root().get("spec");
    Field schedule = spec.get("schedule");
    if (schedule.text().isEmpty()) {
      causes.required(schedule, "").headline("the CronJob has no schedule");
    } else {
      for (String error : CronExpression.errors(schedule.text())) {
        causes
            .invalid(schedule, error)
            .headline("schedule `" + schedule.text() + "` cannot be read");
      }
    }
    RolloutRules.count(spec.get("startingDeadlineSeconds"), causes);
    Field zone = spec.get("timeZone");
    if (zone.present()) {
      causes.invalidEach(zone, TimeZoneName.errors(zone.text()));
    }
    Field concurrency = spec.get("concurrencyPolicy");
    switch (concurrency.text()) {
      case "Allow", "Forbid", "Replace" -> {}
      default -> causes.notSupported(concurrency, "Allow", "Forbid", "Replace");
    }
    jobTemplate(spec.get("jobTemplate").get("spec"), facts, causes);
    RolloutRules.count(spec.get("successfulJobsHistoryLimit"), causes);
    RolloutRules.count(spec.get("failedJobsHistoryLimit"), causes);
    Field meta = object.root().get("metadata");
    String name = ObjectMetaRules.effectiveName(meta);
    if (name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME) {
      causes.invalid(meta.get("name"), name, "must be no more than 52 characters");
    }
    ObjectMetaRules.secondPass(object, causes);
  }

  private static void jobTemplate(Field spec, ServerFacts facts, Causes causes) {
    JobSpecRules.validate(spec, null, facts, causes);
    Field selector = spec.get("selector");
    if (selector.present()) {
      causes.invalidBare(selector, JsonText.of(selector), "`selector` will be auto-generated");
    }
    Field manual = spec.get("manualSelector");
    if (manual.flag()) {
      causes.notSupported(manual, "true", List.of("nil", "false"));
    }
  }
}
