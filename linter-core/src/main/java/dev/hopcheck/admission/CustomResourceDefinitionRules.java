package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import dev.hopcheck.value.Dns1035Label;
import dev.hopcheck.value.Dns1123Subdomain;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the server checks of a CustomResourceDefinition (apiextensions.k8s.io/v1). */
final class CustomResourceDefinitionRules implements Validator {
  private static final String APPROVAL = "api-approved.kubernetes.io";

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.generic(object, NameGrammar.SUBDOMAIN, Scope.CLUSTER, causes);
    Field root = object.root();
    Field spec = root.get("spec");
    Field group = spec.get("group");
    Field names = spec.get("names");
    name(root.get("metadata", "name"), names.text("plural") + "." + group.text(), causes);
    group(group, causes);
    Field scope = spec.get("scope");
    if (scope.text().isEmpty()) {
      causes.required(scope, "");
    } else {
      WebhookRules.oneOf(scope, List.of("Cluster", "Namespaced"), causes);
    }
    Field versions = spec.get("versions");
    boolean stored = versions(versions, causes);
    CustomResourceVersionRules.validate(spec, versions, causes);
    names(names, causes);
    CustomResourceConversionRules.validate(spec.get("conversion"), causes);
    if (!stored) {
      causes
          .invalidBare(root, "null", "must have at least one stored version")
          .path("status.storedVersions")
          .follows(causes.first(versions.path()));
    }
    approval(root.get("metadata", "annotations"), group.text(), causes);
    Field preserve = spec.get("preserveUnknownFields");
    if (preserve.flag()) {
      causes.invalidBare(
          preserve,
          "true",
          "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in"
              + " spec.versions[*].schema instead");
    }
  }

  private static void name(Field name, String required, Causes causes) {
    if (!name.text().isEmpty() && !name.text().equals(required)) {
      causes
          .invalid(name, "must be spec.names.plural+\".\"+spec.group")
          .headline("name of the definition must be `" + required + "`");
    }
  }

  private static void group(Field group, Causes causes) {
    String text = group.text();
    List<String> errors = Dns1123Subdomain.errors(text);
    if (text.isEmpty()) {
      causes.required(group, "");
    } else if (!errors.isEmpty()) {
      causes.invalid(group, String.join(",", errors));
    } else if (text.indexOf('.') < 0) {
      causes.invalid(group, "should be a domain with at least one dot");
    }
  }

  /** Says whether one of the versions is stored. */
  private static boolean versions(Field versions, Causes causes) {
    Set<String> names = new HashSet<>();
    boolean unique = true;
    int stored = 0;
    for (Field version : versions.items()) {
      Field name = version.get("name");
      unique &= names.add(name.text());
      stored += version.flag("storage") ? 1 : 0;
      List<String> errors = Dns1035Label.errors(name.text());
      if (!errors.isEmpty()) {
        causes.invalid(name, String.join(",", errors));
      }
    }
    if (!unique) {
      causes.invalidBare(versions, JsonText.of(versions), "must contain unique version names");
    }
    if (stored != 1) {
      causes
          .invalidBare(
              versions,
              JsonText.of(versions),
              "must have exactly one version marked as storage version")
          .headline(
              (stored == 0 ? "no version" : "more than one version") + " has `storage: true`");
    }
    return stored > 0;
  }

  /** What is not given is made of the kind first. */
  private static void names(Field names, Causes causes) {
    Field plural = names.get("plural");
    Field kind = names.get("kind");
    Field singular = names.get("singular");
    Field list = names.get("listKind");
    boolean hasKind = !kind.text().isEmpty();
    for (Field part : List.of(plural, singular, kind, list)) {
      boolean made = hasKind && (part == singular || part == list);
      if (part.text().isEmpty() && !made) {
        causes.required(part, "");
      }
    }
    label(plural, plural.text(), causes);
    label(singular, singular.text(), causes);
    label(kind, kind.text().toLowerCase(Locale.ROOT), causes);
    label(list, list.text().toLowerCase(Locale.ROOT), causes);
    for (Field name : names.items("shortNames")) {
      label(name, name.text().isEmpty() ? " " : name.text(), causes);
    }
    if (hasKind && kind.text().equals(list.text())) {
      causes.invalid(list, "kind and listKind may not be the same");
    }
    for (Field category : names.items("categories")) {
      label(category, category.text().isEmpty() ? " " : category.text(), causes);
    }
  }

  private static void label(Field field, String text, Causes causes) {
    List<String> errors = text.isEmpty() ? List.of() : Dns1035Label.errors(text);
    if (!errors.isEmpty()) {
      causes.invalid(field, String.join(",", errors));
    }
  }

  /** Kubernetes' own groups are reserved for what its API reviewers have seen. */
  private static void approval(Field annotations, String group, Causes causes) {
    String suffixed = "." + group;
    if (!suffixed.endsWith(".k8s.io") && !suffixed.endsWith(".kubernetes.io")) {
      return;
    }
    Field annotation = annotations.get(APPROVAL);
    String text = annotation.text();
    String path = "metadata.annotations[" + APPROVAL + "]";
    if (text.isEmpty()) {
      causes
          .required(
              annotation, "protected groups must have approval annotation \"" + APPROVAL + '"')
          .path(path);
      return;
    }
    int scheme = text.indexOf("://");
    boolean url = scheme > 0 && scheme + 3 < text.length() && text.charAt(scheme + 3) != '/';
    if (!text.startsWith("unapproved") && !url) {
      causes
          .invalid(
              annotation,
              "protected groups must have approval annotation \""
                  + APPROVAL
                  + "\" with either a URL or a reason starting with \"unapproved\"")
          .path(path);
    }
  }
}
