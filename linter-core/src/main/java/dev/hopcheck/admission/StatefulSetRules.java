package dev.hopcheck.admission;

import dev.hopcheck.value.Dns1123Label;
import java.util.List;

/** StatefulSet of apps/v1 (spec section 12); its template is checked in full from 1.34 on. */
final class StatefulSetRules implements Validator {
  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.LABEL, ObjectMetaRules.Scope.NAMESPACED, causes);
    Field spec = object.root().get("spec");
    Field service = spec.get("serviceName");
    if (facts.version().isAtLeast(33) && !service.text().isEmpty()) {
      causes.invalidEach(service, Dns1123Label.errors(service.text()));
    }
    Field management = spec.get("podManagementPolicy");
    switch (management.text()) {
      case "OrderedReady", "Parallel" -> {}
      default -> causes.invalid(management, "must be 'OrderedReady' or 'Parallel'");
    }
    RolloutRules.statefulSet(spec.get("updateStrategy"), causes);
    retention(spec.get("persistentVolumeClaimRetentionPolicy"), causes);
    RolloutRules.count(spec.get("replicas"), causes);
    RolloutRules.count(spec.get("minReadySeconds"), causes);
    RolloutRules.count(spec.get("ordinals").get("start"), causes);
    selectorAndTemplate(spec, facts, causes);
    ObjectMetaRules.secondPass(object, causes);
  }

  private static void retention(Field policy, Causes causes) {
    for (String when : new String[] {"whenDeleted", "whenScaled"}) {
      Field field = policy.get(when);
      switch (field.text()) {
        case "", "Retain", "Delete" -> {}
        default -> causes.notSupported(field, "Retain", "Delete");
      }
    }
  }

  private static void selectorAndTemplate(Field spec, ServerFacts facts, Causes causes) {
    Field selector = spec.get("selector");
    Field template = spec.get("template");
    if (facts.version().isAtLeast(34)) {
      for (Field claim : spec.items("volumeClaimTemplates")) {
        PersistentVolumeClaimRules.ofTemplate(claim.get("spec"), facts, causes);
      }
    }
    if (WorkloadSelectorRules.selector(selector, "statefulset", causes)) {
      WorkloadSelectorRules.matches(selector, template, causes);
      template(spec, facts, causes);
    } else {
      causes.invalidBare(selector, JsonText.of(selector), "").follows(causes.last());
    }
    PodTemplateSpecRules.runsOn(template, "StatefulSet", causes);
  }

  private static void template(Field spec, ServerFacts facts, Causes causes) {
    Field template = spec.get("template");
    if (!facts.version().isAtLeast(34)) {
      PodTemplateSpecRules.metadata(template, facts, causes);
      return;
    }
    List<Field> claims = spec.items("volumeClaimTemplates");
    PodTemplateSpecRules.validate(template, claims, facts, causes);
  }
}
