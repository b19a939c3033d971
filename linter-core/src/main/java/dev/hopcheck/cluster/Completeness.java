package dev.hopcheck.cluster;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.Location;
import org.jspecify.annotations.Nullable;

/**
 * Whether all pods of a namespace are known. "Nothing matches" is certain in a closed namespace
 * only.
 *
 * @param reason why it is open, or closed
 * @param what which resource, file or field the reason is about; may be empty
 * @param at where that is written; null where it is nowhere
 */
public record Completeness(Reason reason, String what, @Nullable Location at) {
  /** Why a namespace counts as open or closed. */
  public enum Reason {
    /** The user says that the input is all there is. */
    DECLARED_CLOSED,
    /** It has workloads, and nothing that makes further pods. */
    WORKLOADS_GIVEN,
    /** No workload of it is in the unit. */
    NO_WORKLOAD,
    /** A custom resource that an operator may turn into pods. */
    CUSTOM_RESOURCE,
    /** A kustomization stands beside, which may add or change resources. */
    KUSTOMIZATION,
    /** The unit is what a kustomization makes, and not all that it does is followed. */
    KUSTOMIZATION_UNCLEAR,
    /** A Helm release or the like stands beside, which installs more. */
    RELEASE,
    /** Labels or namespaces of workloads are filled in later. */
    PLACEHOLDERS,
    /** A file of the unit could not be read. */
    UNREAD_FILE
  }

  /** Whether pods may exist that were not given. */
  public boolean open() {
    return reason != Reason.DECLARED_CLOSED && reason != Reason.WORKLOADS_GIVEN;
  }

  /** Whether the user said that the input is all there is. */
  public boolean declared() {
    return reason == Reason.DECLARED_CLOSED;
  }

  /** Whether a kustomization may add or change what is written. */
  public boolean kustomized() {
    return reason == Reason.KUSTOMIZATION || reason == Reason.KUSTOMIZATION_UNCLEAR;
  }

  /** One clause for notes, such as "a kustomization stands beside". */
  public String because() {
    String subject = what.isEmpty() ? "" : " (`" + what + "`)";
    return switch (reason) {
      case DECLARED_CLOSED -> "the input is said to be complete";
      case WORKLOADS_GIVEN -> "the workloads of the namespace are in the input";
      case NO_WORKLOAD -> "the input has no workload of this namespace";
      case CUSTOM_RESOURCE -> "a custom resource may make further pods" + subject;
      case KUSTOMIZATION -> "a kustomization stands beside and may change labels" + subject;
      case KUSTOMIZATION_UNCLEAR -> "the kustomization may change this: " + what;
      case RELEASE -> "a release stands beside and may install further pods" + subject;
      case PLACEHOLDERS -> "labels of workloads are filled in later" + subject;
      case UNREAD_FILE -> "a file beside could not be read" + subject;
    };
  }

  /**
   * How much "nothing matches" weighs here: certain and probably not meant is an error, a namespace
   * that may have further pods makes it less. That a namespace has no workload is no doubt where
   * the pods are seen to be in another.
   *
   * @param nearest what comes closest; null where there is nothing to compare with
   */
  public Severity severity(@Nullable NearMiss nearest) {
    boolean near = nearest != null && nearest.near();
    boolean elsewhere = nearest != null && near && nearest.kind() == NearMiss.Kind.OTHER_NAMESPACE;
    if (reason == Reason.NO_WORKLOAD && elsewhere) {
      return Severity.ERROR;
    }
    if (!open()) {
      boolean slip = nearest != null && near && nearest.likely();
      return slip || declared() ? Severity.ERROR : Severity.WARNING;
    }
    return nearest != null && nearest.strong() ? Severity.WARNING : Severity.INFO;
  }
}
