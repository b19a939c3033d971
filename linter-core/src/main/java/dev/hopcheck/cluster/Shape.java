package dev.hopcheck.cluster;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.admission.Field;
import java.util.Set;

/** Whether a document looks like a whole resource, by what the server could never do without. */
enum Shape {
  WHOLE,
  /** A workload whose containers lack an image, though it has a selector. */
  LACKS_IMAGE,
  /** A workload with containers and images whose selector or template labels are absent. */
  LACKS_LABELS,
  /** A part: so much is missing that no one can have meant it to stand alone. */
  PART;

  private static final Set<String> BUILT_IN = Set.of("apps", "batch", "extensions");

  static Shape of(ApiObject object) {
    String version = object.apiVersion();
    int slash = version.indexOf('/');
    if (object.kind().equals("CustomResourceDefinition")) {
      return ofDefinition(object.root().get("spec"));
    }
    if (slash >= 0 && !BUILT_IN.contains(version.substring(0, slash))) {
      return WHOLE;
    }
    Field spec = object.root().get("spec");
    return switch (object.kind()) {
      case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet" ->
          ofWorkload(spec, !spec.get("selector").written());
      case "Job" -> ofWorkload(spec, !spec.get("template", "spec").get("restartPolicy").written());
      case "CronJob" -> {
        Field job = spec.get("jobTemplate", "spec");
        yield ofWorkload(job, !job.get("template", "spec").get("restartPolicy").written());
      }
      case "Service" -> ofService(spec);
      default -> WHOLE;
    };
  }

  /** Generators write patches that add a webhook or an annotation to a definition by its name. */
  private static Shape ofDefinition(Field spec) {
    boolean bare =
        !spec.get("group").written()
            && !spec.get("names").written()
            && !spec.get("versions").written()
            && !spec.get("version").written();
    return bare ? PART : WHOLE;
  }

  private static Shape ofWorkload(Field spec, boolean lacksMore) {
    Field template = spec.get("template");
    Field containers = template.get("spec").get("containers");
    boolean complete = containers.size() > 0;
    for (Field container : containers.items()) {
      complete &= container.get("image").present();
    }
    if (!complete) {
      boolean misplaced = spec.get("containers").written();
      return lacksMore && !misplaced ? PART : LACKS_IMAGE;
    }
    boolean labels = template.get("metadata").get("labels").size() > 0;
    return lacksMore || !labels ? LACKS_LABELS : WHOLE;
  }

  /**
   * Patches of Services set a type or an annotation; who forgets the ports has a selector, and who
   * forgets the type has an external name.
   */
  private static Shape ofService(Field spec) {
    boolean needsPorts =
        !spec.get("type").text().equals("ExternalName")
            && !spec.get("clusterIP").text().equals("None");
    boolean bare =
        !spec.get("ports").written()
            && !spec.get("selector").written()
            && !spec.get("externalName").written();
    return needsPorts && bare && spec.memberNames().size() < 3 ? PART : WHOLE;
  }
}
