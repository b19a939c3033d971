package dev.hopcheck.admission;

import dev.hopcheck.value.Dns1123Label;
import dev.hopcheck.value.LabelValue;
import java.util.HashMap;
import java.util.Map;

/** Job of batch/v1. The server labels its pods and selects them by that (WL-02 does not apply). */
final class JobRules implements Validator {
  private static final String[] NAME_LABELS = {"job-name", "batch.kubernetes.io/job-name"};
  private static final String[] UID_LABELS = {
    "controller-uid", "batch.kubernetes.io/controller-uid"
  };

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(
        object, NameGrammar.SUBDOMAIN, ObjectMetaRules.Scope.NAMESPACED, causes);
    Field spec = object.root().get("spec");
    Field meta = object.root().get("metadata");
    if (meta.size("labels") == 0) {
      // A Job without labels takes those of its template.
      Field ofTemplate = spec.get("template").get("metadata").get("labels");
      LabelRules.labels(ofTemplate, object.root(), "metadata.labels", causes);
    }
    String name = ObjectMetaRules.effectiveName(meta);
    boolean manual = spec.flag("manualSelector");
    if (!manual) {
      generatedLabels(spec, name, causes);
    }
    JobSpecRules.validate(spec, manual ? null : name, facts, causes);
    selector(spec, manual, name, causes);
    lastPodName(spec, meta, name, causes);
    ObjectMetaRules.secondPass(object, causes);
  }

  /**
   * Labels that the server sets may not be written otherwise, nor may the selector ask for more.
   */
  private static void generatedLabels(Field spec, String name, Causes causes) {
    Field labels = spec.get("template").get("metadata").get("labels");
    for (Field label : labels.entries()) {
      for (int i = 0; i < NAME_LABELS.length; i++) {
        boolean wrongName = label.name().equals(NAME_LABELS[i]) && !label.text().equals(name);
        if (wrongName || label.name().equals(UID_LABELS[i])) {
          causes.invalidBare(
              label,
              JsonText.of(labels),
              "must be '" + (wrongName ? name : "the uid of the Job") + "'");
        }
      }
    }
    Field selector = spec.get("selector");
    if (!isReadable(selector)) {
      return;
    }
    Map<String, String> expected = new HashMap<>();
    for (int i = 0; i < NAME_LABELS.length; i++) {
      expected.put(NAME_LABELS[i], name);
      expected.put(UID_LABELS[i], "");
    }
    if (selector.present() && !LabelSelectorRules.matches(selector, expected)) {
      causes
          .invalidBare(selector, JsonText.of(selector), "`selector` not auto-generated")
          .headline("the server makes the selector of a Job itself")
          .note("leave `selector` out");
    }
  }

  private static boolean isReadable(Field selector) {
    Causes own = new Causes();
    LabelSelectorRules.validate(selector, own);
    return own.isEmpty();
  }

  private static void selector(Field spec, boolean manual, String name, Causes causes) {
    Field selector = spec.get("selector");
    Field template = spec.get("template");
    if (manual && !selector.present()) {
      causes.required(selector, "");
      WorkloadSelectorRules.mismatch(template, causes).follows(causes.first(selector.path()));
      return;
    }
    LabelSelectorRules.validate(selector, causes);
    if (!selector.present() || !isReadable(selector)) {
      return;
    }
    Map<String, String> labels = WorkloadSelectorRules.labels(template);
    if (!manual) {
      for (int i = 0; i < NAME_LABELS.length; i++) {
        labels.putIfAbsent(NAME_LABELS[i], name);
        labels.putIfAbsent(UID_LABELS[i], "");
      }
    }
    if (!LabelSelectorRules.matches(selector, labels)) {
      WorkloadSelectorRules.mismatch(template, causes);
    }
  }

  /** Pods of an indexed Job carry their number in their host name. */
  private static void lastPodName(Field spec, Field meta, String name, Causes causes) {
    Field completions = spec.get("completions");
    boolean indexed = spec.text("completionMode").equals("Indexed");
    if (!indexed || completions.number() <= 0) {
      return;
    }
    String last = name + "-" + (completions.number() - 1);
    if (!Dns1123Label.isValid(last)) {
      causes.invalid(
          meta.get("name"), name, "will not able to create pod with invalid DNS label: " + last);
    }
  }

  /** The name becomes a label of each pod, and may be too long or end badly for one. */
  static void nameAsLabel(Field template, String name, Causes causes) {
    Field labels = template.get("metadata").get("labels");
    boolean given = false;
    for (Field label : labels.entries()) {
      given |= label.name().equals(NAME_LABELS[0]) && label.name().equals(NAME_LABELS[1]);
    }
    if (given) {
      return;
    }
    Field object = template;
    for (Field at = template.parent(); at != null; at = at.parent()) {
      object = at;
    }
    for (String error : LabelValue.errors(name)) {
      causes
          .invalid(object.get("metadata").get("name"), name, error)
          .path(template.path() + ".labels")
          .headline(
              "`" + name + "` becomes the label `job-name` of each pod, and is no label value");
    }
  }
}
