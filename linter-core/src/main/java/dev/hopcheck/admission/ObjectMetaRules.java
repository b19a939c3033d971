package dev.hopcheck.admission;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.value.Dns1123Label;
import dev.hopcheck.value.NamePrefix;
import dev.hopcheck.value.PathSegment;

/** What every object's metadata must hold (spec section 7, META-01 to META-18). */
final class ObjectMetaRules {
  /** Where objects of a kind live. */
  enum Scope {
    NAMESPACED,
    CLUSTER
  }

  /** NS-02: a Namespace's own name, which the server writes over whatever is there. */
  private static final String NAME_LABEL = "kubernetes.io/metadata.name";

  private static final String[] OWNERSHIP = {"ownerReferences", "finalizers", "managedFields"};

  private ObjectMetaRules() {}

  /** Checks the metadata of an object in the server's order. */
  static void validate(ApiObject object, NameGrammar grammar, Scope scope, Causes causes) {
    common(object, grammar, scope, causes);
    Field meta = object.root().get("metadata");
    if (meta.has("finalizers")) {
      OwnershipRules.standardFinalizers(meta.get("finalizers"), causes);
    }
  }

  /**
   * The metadata of a kind that has no check of its own: the name need only fit into a URL, and a
   * finalizer need not be one of the server's own.
   */
  static void generic(ApiObject object, Scope scope, Causes causes) {
    common(object, NameGrammar.PATH_SEGMENT, scope, causes);
  }

  /**
   * The metadata of a kind outside of the core packages, where a finalizer need not be standard.
   */
  static void generic(ApiObject object, NameGrammar grammar, Scope scope, Causes causes) {
    common(object, grammar, scope, causes);
  }

  private static void common(ApiObject object, NameGrammar grammar, Scope scope, Causes causes) {
    Field meta = object.root().get("metadata");
    String kind = object.kind();
    validateName(kind, meta, grammar, causes);
    if (scope == Scope.NAMESPACED) {
      // META-04; an absent namespace is filled in from the request. META-06: others are cleared.
      Field namespace = meta.get("namespace");
      if (!namespace.text().isEmpty()) {
        causes.invalidEach(namespace, Dns1123Label.errors(namespace.text()));
      }
    }
    if (meta.number("generation") < 0 && keepsGeneration(kind)) {
      causes.negative(meta.get("generation"));
    }
    Field labels = meta.get("labels");
    boolean namedSpace = kind.equals("Namespace") && !meta.text("name").isEmpty();
    LabelRules.labels(labels, labels, "", namedSpace ? NAME_LABEL : "", causes);
    LabelRules.annotations(meta.get("annotations"), causes);
    if (meta.hasAny(OWNERSHIP)) {
      OwnershipRules.owners(meta.get("ownerReferences"), causes);
      OwnershipRules.finalizers(meta.get("finalizers"), causes);
      OwnershipRules.managers(meta.get("managedFields"), causes);
    }
  }

  /**
   * META-18: the generic second look at a name, which the server takes only where it found nothing
   * else.
   */
  static void secondPass(ApiObject object, Causes causes) {
    if (!causes.isEmpty()) {
      return;
    }
    Field name = object.root().get("metadata").get("name");
    if (!name.text().isEmpty()) {
      causes.invalidEach(name, PathSegment.errors(name.text()));
    }
  }

  /**
   * The name with which the server goes on: the written one, or the one that it would generate. The
   * ending of that is random; {@code xxxxx} stands for it. Empty where there is neither.
   */
  static String effectiveName(Field meta) {
    String name = meta.text("name");
    String prefix = meta.text("generateName");
    if (!name.isEmpty() || prefix.isEmpty()) {
      return name;
    }
    int kept = Math.min(prefix.length(), NamePrefix.MAX_KEPT_LENGTH);
    return prefix.substring(0, kept) + "xxxxx";
  }

  private static void validateName(String kind, Field meta, NameGrammar grammar, Causes causes) {
    if (!meta.text("generateName").isEmpty()) {
      Field prefix = meta.get("generateName");
      causes.invalidEach(prefix, grammar.prefixErrors(prefix.text()));
    }
    Field name = meta.get("name");
    String effective = effectiveName(meta);
    if (effective.isEmpty()) {
      causes
          .required(name, "name or generateName is required")
          .headline("the " + kind + " has no name");
      return;
    }
    for (String error : grammar.errors(effective)) {
      blame(kind, name, effective, error, causes);
    }
  }

  private static void blame(
      String kind, Field name, String effective, String error, Causes causes) {
    causes
        .invalid(name, effective, error)
        .rule(kind.equals("Service") ? InputRule.SERVICE_NAME_INVALID : InputRule.VALUE_INVALID)
        .headline("`" + effective + "` is no name of a " + kind);
  }

  /** META-17: kinds whose generation the server counts itself start at 1 whatever is written. */
  private static boolean keepsGeneration(String kind) {
    return switch (kind) {
      case "Pod",
          "PodTemplate",
          "ReplicationController",
          "ReplicaSet",
          "Deployment",
          "DaemonSet",
          "StatefulSet",
          "Job",
          "CronJob",
          "Ingress",
          "IngressClass",
          "NetworkPolicy",
          "EndpointSlice",
          "PriorityClass",
          "PodDisruptionBudget",
          "MutatingWebhookConfiguration",
          "ValidatingWebhookConfiguration",
          "MutatingAdmissionPolicy",
          "MutatingAdmissionPolicyBinding",
          "ValidatingAdmissionPolicy",
          "ValidatingAdmissionPolicyBinding",
          "FlowSchema",
          "PriorityLevelConfiguration",
          "CustomResourceDefinition" ->
          false;
      default -> true;
    };
  }
}
