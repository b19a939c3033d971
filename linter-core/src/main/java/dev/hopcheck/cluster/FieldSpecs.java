package dev.hopcheck.cluster;

import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import dev.hopcheck.yaml.YamlStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files in which kustomizations say to which further fields names, namespaces and labels
 * go: mostly those of custom resources and webhooks, which have no part in routes.
 */
final class FieldSpecs {
  /** What only fills in placeholders or images, wherever it is. */
  private static final Set<String> HARMLESS =
      Set.of("varReference", "commonAnnotations", "images", "replicas");

  private static final Set<String> ROUTED =
      Set.of(
          "ConfigMap",
          "CronJob",
          "DaemonSet",
          "Deployment",
          "EndpointSlice",
          "Endpoints",
          "HorizontalPodAutoscaler",
          "Ingress",
          "Job",
          "Namespace",
          "Pod",
          "ReplicaSet",
          "ReplicationController",
          "Secret",
          "Service",
          "StatefulSet");

  private FieldSpecs() {}

  /** What in the file may change routes; null for nothing. */
  static @Nullable String routed(YamlStream stream) {
    if (!stream.problems().isEmpty()) {
      return "text that cannot be read";
    }
    for (YamlDocument document : stream.documents()) {
      for (YamlEntry entry : document.root().entries()) {
        if (!HARMLESS.contains(entry.key()) && isRouted(entry.key(), entry.value())) {
          return "`" + entry.key() + "`";
        }
      }
    }
    return null;
  }

  private static boolean isRouted(String key, YamlNode specs) {
    for (YamlNode spec : specs.items()) {
      if (key.equals("nameReference")) {
        YamlNode inner = spec.get("fieldSpecs");
        if (inner == null || isRouted("fieldSpecs", inner)) {
          return true;
        }
      } else if (isRouted(spec)) {
        return true;
      }
    }
    return !specs.isSequence() && !specs.isNull();
  }

  /** Without a kind it is for all; annotations, and fields that only others have, do not matter. */
  private static boolean isRouted(YamlNode spec) {
    YamlNode kind = spec.get("kind");
    YamlNode path = spec.get("path");
    if (path != null && path.text().startsWith("metadata/annotations")) {
      return false;
    }
    return kind == null || ROUTED.contains(kind.text());
  }
}
