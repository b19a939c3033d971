package dev.hopcheck.admission;

import dev.hopcheck.finding.Severity;
import java.util.List;

/** Pod of v1. */
final class PodRules implements Validator {
  private static final String[] WITH_IMAGES = {"containers", "initContainers"};

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(
        object, NameGrammar.SUBDOMAIN, ObjectMetaRules.Scope.NAMESPACED, causes);
    Field meta = object.root().get("metadata");
    PodScope pod = new PodScope(object.root().get("spec"), true, facts, causes);
    Field annotations = meta.get("annotations");
    PodAnnotationRules.validate(annotations, annotations, "", pod);
    PodSpecRules.validate(pod, ObjectMetaRules.effectiveName(meta), List.of());
    tokenWithoutAccount(pod);
    for (String list : WITH_IMAGES) {
      for (Field container : pod.spec().items(list)) {
        ContainerRules.imageForPod(container, causes);
      }
    }
    Field ephemeral = pod.spec().get("ephemeralContainers");
    if (ephemeral.size() > 0) {
      causes.forbidden(ephemeral, "cannot be set on create");
    }
    Field node = pod.spec().get("nodeName");
    if (!node.text().isEmpty() && pod.spec().size("schedulingGates") > 0) {
      causes.forbidden(node, "cannot be set until all schedulingGates have been cleared");
    }
    PodAnnotationRules.matchFields(annotations, pod);
    ObjectMetaRules.secondPass(object, causes);
  }

  /** Most servers fill in the account {@code default} before they look. */
  private static void tokenWithoutAccount(PodScope pod) {
    boolean named =
        !pod.spec().text("serviceAccountName").isEmpty()
            || !pod.spec().text("serviceAccount").isEmpty();
    if (named) {
      return;
    }
    for (Field volume : pod.spec().items("volumes")) {
      for (Field source : volume.get("projected").items("sources")) {
        Field token = source.get("serviceAccountToken");
        if (token.present()) {
          pod.causes()
              .forbidden(token, "must not be specified when serviceAccountName is not set")
              .severity(Severity.INFO)
              .note("servers with the ServiceAccount plug-in set the name to `default` first");
        }
      }
    }
  }
}
