package dev.hopcheck.resource;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.admission.Field;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads objects into resources, old API groups into the same records as new ones; never throws. */
public final class ResourceReader {
  /** Below these keys {@code $(VAR)} is the kubelet's own expansion, or text of other programs. */
  private static final Set<String> NOT_MANIFEST =
      Set.of("args", "command", "env", "data", "stringData", "binaryData", "annotations", "status");

  private ResourceReader() {}

  /**
   * Reads one object.
   *
   * @param namespaced whether the kind lives in namespaces
   * @param fragment whether the object is never sent as it stands
   */
  public static Resource read(ApiObject object, boolean namespaced, boolean fragment) {
    ResourceHead head = head(object, namespaced, fragment);
    Field root = object.root();
    if (KustomizationReader.isKustomization(object)) {
      return KustomizationReader.read(head, root);
    }
    return switch (head.group()) {
      case "" -> core(head, root);
      case "apps", "extensions", "batch" -> workload(head, root);
      case "networking.k8s.io" -> networking(head, root);
      case "discovery.k8s.io" ->
          head.kind().equals("EndpointSlice")
              ? EndpointReader.slice(head, root)
              : other(head, root);
      case "autoscaling", "keda.sh" -> autoscaler(head, root);
      default -> other(head, root);
    };
  }

  private static Resource core(ResourceHead head, Field root) {
    return switch (head.kind()) {
      case "Service" -> ServiceReader.read(head, root);
      case "Pod" -> PodReader.pod(head, root);
      case "ReplicationController" ->
          WorkloadReader.read(head, root, Workload.Type.REPLICATION_CONTROLLER);
      case "Endpoints" -> EndpointReader.endpoints(head, root);
      case "Namespace" -> new Namespace(head);
      case "Node" -> PodReader.node(head, root);
      case "ConfigMap" -> new ConfigMap(head, configData(root));
      case "Secret" ->
          new Secret(
              head,
              Read.text(root, "type"),
              Read.labels(root, "data").withoutValues(),
              Read.labels(root, "stringData"));
      default -> workload(head, root); // the server refuses the group, the intent is plain
    };
  }

  private static Resource workload(ResourceHead head, Field root) {
    return switch (head.kind()) {
      case "Deployment" -> WorkloadReader.read(head, root, Workload.Type.DEPLOYMENT);
      case "StatefulSet" -> WorkloadReader.read(head, root, Workload.Type.STATEFUL_SET);
      case "DaemonSet" -> WorkloadReader.read(head, root, Workload.Type.DAEMON_SET);
      case "ReplicaSet" -> WorkloadReader.read(head, root, Workload.Type.REPLICA_SET);
      case "Job" -> WorkloadReader.read(head, root, Workload.Type.JOB);
      case "CronJob" -> WorkloadReader.read(head, root, Workload.Type.CRON_JOB);
      case "Ingress" -> IngressReader.read(head, root);
      default -> new OtherResource(head);
    };
  }

  private static Resource networking(ResourceHead head, Field root) {
    return switch (head.kind()) {
      case "Ingress" -> IngressReader.read(head, root);
      case "IngressClass" ->
          new IngressClass(
              head,
              Read.text(root.get("spec"), "controller"),
              "true"
                  .equals(head.annotations().value("ingressclass.kubernetes.io/is-default-class")));
      default -> new OtherResource(head);
    };
  }

  private static Resource autoscaler(ResourceHead head, Field root) {
    Field spec = root.get("spec");
    Field target = spec.get("scaleTargetRef");
    return switch (head.kind()) {
      case "HorizontalPodAutoscaler" ->
          new Autoscaler(
              head,
              target.get("kind").text(),
              Read.text(target, "name"),
              Read.plainNumber(spec, "minReplicas"),
              Read.plainNumber(spec, "maxReplicas"));
      case "ScaledObject" ->
          new Autoscaler(
              head,
              target.get("kind").present() ? target.get("kind").text() : "Deployment",
              Read.text(target, "name"),
              Read.plainNumber(spec, "minReplicaCount"),
              Read.plainNumber(spec, "maxReplicaCount"));
      default -> new OtherResource(head);
    };
  }

  /** A custom kind with a pod template is a workload (WL-07); any other stays as it is. */
  private static Resource other(ResourceHead head, Field root) {
    boolean makesPods =
        !root.get("spec", "template", "spec", "containers").items().isEmpty()
            && !head.kind().equals("PodTemplate");
    return makesPods
        ? WorkloadReader.read(head, root, Workload.Type.CUSTOM)
        : new OtherResource(head);
  }

  private static ResourceHead head(ApiObject object, boolean namespaced, boolean fragment) {
    Field root = object.root();
    Field metadata = root.get("metadata");
    Located<String> namespace = Read.text(metadata, "namespace");
    return new ResourceHead(
        object,
        object.ref(),
        new Places.Member(root, "kind"),
        namespaced,
        namespaced && namespace != null ? namespace.value() : "",
        namespace,
        Read.string(metadata, "name", ""),
        Read.labels(metadata, "labels"),
        Read.labels(metadata, "annotations"),
        owners(metadata.items("ownerReferences")),
        metadata.text("uid"),
        metadata.has("deletionTimestamp"),
        fragment,
        hasPlaceholders(root.node()));
  }

  private static List<OwnerReference> owners(List<Field> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    List<OwnerReference> owners = new ArrayList<>(items.size());
    for (Field item : items) {
      owners.add(
          new OwnerReference(
              item.get("apiVersion").text(),
              item.get("kind").text(),
              item.get("name").text(),
              item.get("uid").text(),
              item.get("controller").flag()));
    }
    return owners;
  }

  private static boolean hasPlaceholders(@Nullable YamlNode node) {
    if (node == null || node.document().isClean(node.id())) {
      return false;
    }
    if (node.isPlaceholder()) {
      return true;
    }
    for (YamlNode item : node.items()) {
      if (hasPlaceholders(item)) {
        return true;
      }
    }
    for (YamlEntry entry : node.entries()) {
      if (!NOT_MANIFEST.contains(entry.key())
          && (entry.keyNode().isPlaceholder() || hasPlaceholders(entry.value()))) {
        return true;
      }
    }
    return false;
  }

  private static Labels configData(Field root) {
    Labels data = Read.labels(root, "data");
    return data.with(Read.labels(root, "binaryData").withoutValues());
  }
}
