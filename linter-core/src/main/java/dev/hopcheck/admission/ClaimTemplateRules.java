package dev.hopcheck.admission;

/** Templates of volume claims in a pod's ephemeral volumes. */
final class ClaimTemplateRules {
  private ClaimTemplateRules() {}

  static void validate(Field template, ServerFacts facts, Causes causes) {
    Field meta = template.get("metadata");
    LabelRules.annotations(meta.get("annotations"), causes);
    LabelRules.labels(meta.get("labels"), causes);
    for (String name : meta.memberNames()) {
      Field field = meta.get(name);
      boolean allowed = name.equals("labels") || name.equals("annotations");
      boolean set = field.present() && !(field.isString() && field.text().isEmpty());
      if (!allowed && set) {
        causes.forbidden(field, "cannot be set");
      }
    }
    PersistentVolumeClaimRules.ofTemplate(template.get("spec"), facts, causes);
  }
}
