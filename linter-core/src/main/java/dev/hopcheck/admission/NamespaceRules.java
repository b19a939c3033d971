package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import dev.hopcheck.value.LabelValue;
import dev.hopcheck.value.QualifiedName;

/** What the server checks of a Namespace (v1): NS-01, NS-02 and the labels of pod security. */
final class NamespaceRules implements Validator {
  private static final String POD_SECURITY = "pod-security.kubernetes.io/";

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.LABEL, Scope.CLUSTER, causes);
    nameLabel(object.root().get("metadata", "name"), causes);
    Field finalizers = object.root().get("spec", "finalizers");
    for (Field finalizer : finalizers.items()) {
      for (String error : QualifiedName.errors(finalizer.text())) {
        causes.invalid(finalizer, error).path(finalizers.path());
      }
      OwnershipRules.standardName(finalizer, finalizers.path(), causes);
    }
    if (causes.isEmpty()) {
      // The admission plug-in of pod security only sees what validation let through.
      podSecurity(object.root().get("metadata", "labels"), causes);
    }
  }

  /** NS-02: the server makes a label of the name first, which a bad name can break as well. */
  private static void nameLabel(Field name, Causes causes) {
    Cause named = causes.first("metadata.name");
    for (String error : LabelValue.errors(name.text())) {
      causes.invalid(name, error).path("metadata.labels").follows(named);
    }
  }

  private static void podSecurity(Field labels, Causes causes) {
    for (Field label : labels.entries()) {
      if (!label.name().startsWith(POD_SECURITY)) {
        continue;
      }
      switch (label.name().substring(POD_SECURITY.length())) {
        case "enforce", "audit", "warn" -> level(label, causes);
        case "enforce-version", "audit-version", "warn-version" -> version(label, causes);
        default -> {
          // a label of someone else's
        }
      }
    }
  }

  private static void level(Field label, Causes causes) {
    switch (label.text()) {
      case "privileged", "baseline", "restricted" -> {}
      default ->
          causes
              .invalid(label, label.text(), "must be one of privileged, baseline, restricted")
              .headline("`" + label.text() + "` is no level of pod security");
    }
  }

  private static void version(Field label, Causes causes) {
    String text = label.text();
    if (text.equals("latest") || (text.startsWith("v1.") && isNumber(text, 3))) {
      return;
    }
    causes
        .invalid(label, text, "must be \"latest\" or \"v1.x\"")
        .headline("`" + text + "` is no version of the levels of pod security");
  }

  /** Digits without a leading zero. */
  private static boolean isNumber(String text, int from) {
    int digits = text.length() - from;
    if (digits < 1 || (digits > 1 && text.charAt(from) == '0')) {
      return false;
    }
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
