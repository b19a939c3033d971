package dev.hopcheck.admission;

/** ReplicationController of v1 (WL-17). */
final class ReplicationControllerRules implements Validator {
  private static final int ANY_PREFIX_SINCE = 35;

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    NameGrammar names =
        facts.version().isAtLeast(ANY_PREFIX_SINCE)
            ? NameGrammar.SUBDOMAIN_ANY_PREFIX
            : NameGrammar.SUBDOMAIN;
    ObjectMetaRules.validate(object, names, ObjectMetaRules.Scope.NAMESPACED, causes);
    Field spec = object.root().get("spec");
    Field template = spec.get("template");
    Field templateLabels = template.get("metadata").get("labels");
    if (object.root().get("metadata").size("labels") == 0) {
      // DEF-07: a controller without labels takes those of its template.
      LabelRules.labels(templateLabels, object.root(), "metadata.labels", causes);
    }
    RolloutRules.count(spec.get("minReadySeconds"), causes);
    Field selector = spec.get("selector");
    if (selector.size() == 0 && templateLabels.size() == 0) {
      causes
          .required(selector, "")
          .headline("the controller has no selector, and its template has no labels to take");
    }
    RolloutRules.count(spec.get("replicas"), causes);
    if (!template.present()) {
      causes.required(template, "").headline("the controller has no template");
    } else {
      WorkloadSelectorRules.matchesMap(selector, template, causes);
      PodTemplateSpecRules.validate(template, facts, causes);
      PodTemplateSpecRules.runsOn(template, "ReplicationController", causes);
    }
    ObjectMetaRules.secondPass(object, causes);
  }
}
