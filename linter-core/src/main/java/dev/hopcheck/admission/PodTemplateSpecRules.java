package dev.hopcheck.admission;

import java.util.List;

/**
 * The template from which a workload makes its pods. The server leaves {@code metadata} out of the
 * paths of its labels and annotations (WL-06).
 */
final class PodTemplateSpecRules {
  private PodTemplateSpecRules() {}

  static void validate(Field template, ServerFacts facts, Causes causes) {
    validate(template, List.of(), facts, causes);
  }

  /**
   * @param claimTemplates claims that a StatefulSet makes for each pod; they are volumes too
   */
  static void validate(
      Field template, List<Field> claimTemplates, ServerFacts facts, Causes causes) {
    PodScope pod = new PodScope(template.get("spec"), false, facts, causes);
    metadata(template, pod);
    PodSpecRules.validate(pod, "", claimTemplates);
    PodAnnotationRules.matchFields(template.get("metadata").get("annotations"), pod);
    Field ephemeral = template.get("spec").get("ephemeralContainers");
    if (ephemeral.size() > 0) {
      causes.forbidden(ephemeral, "ephemeral containers not allowed in pod template");
    }
  }

  /** Labels and annotations alone, which is all that older servers check for a StatefulSet. */
  static void metadata(Field template, ServerFacts facts, Causes causes) {
    metadata(template, new PodScope(template.get("spec"), false, facts, causes));
  }

  private static void metadata(Field template, PodScope pod) {
    Field meta = template.get("metadata");
    LabelRules.labels(meta.get("labels"), template, ".labels", pod.causes());
    Field annotations = meta.get("annotations");
    LabelRules.annotations(annotations, template, ".annotations", pod.causes());
    PodAnnotationRules.validate(annotations, template, ".annotations", pod);
  }

  /** WL-08, WL-09: pods of a workload that runs on are always restarted and never run out. */
  static void runsOn(Field template, String kind, Causes causes) {
    Field spec = template.get("spec");
    Field restart = spec.get("restartPolicy");
    if (!restart.text().equals("Always")) {
      notRestarted(template, restart, causes);
    }
    Field deadline = spec.get("activeDeadlineSeconds");
    if (deadline.present()) {
      causes.forbidden(deadline, "activeDeadlineSeconds in " + kind + " is not Supported");
    }
  }

  private static void notRestarted(Field template, Field restart, Causes causes) {
    causes
        .notSupported(restart, restart.text(), List.of("Always"))
        .headline(
            "pods of a "
                + rootKind(template)
                + " are always restarted, `"
                + restart.text()
                + "` is not allowed")
        .note("use a Job for pods that end");
  }

  /** The kind of the object that holds the template; the server names the one it makes of it. */
  private static String rootKind(Field template) {
    Field at = template;
    for (Field above = at.parent(); above != null; above = at.parent()) {
      at = above;
    }
    return at.text("kind");
  }
}
