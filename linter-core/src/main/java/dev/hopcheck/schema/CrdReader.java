package dev.hopcheck.schema;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.finding.ResourceRef;
import dev.hopcheck.source.Location;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the kinds out of a CustomResourceDefinition (apiextensions.k8s.io/v1). */
final class CrdReader {
  private final Kinds builtIn;
  private final List<CustomKind> kinds = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>(0);

  CrdReader(Kinds builtIn) {
    this.builtIn = builtIn;
  }

  /** Whether a node is such a definition. */
  static boolean isDefinition(YamlNode node) {
    return text(node.get("kind")).equals("CustomResourceDefinition")
        && text(node.get("apiVersion")).equals("apiextensions.k8s.io/v1");
  }

  /** Takes a definition for the objects below a folder; empty: for all. */
  void read(YamlDocument document, YamlNode definition, String folder) {
    YamlNode spec = definition.get("spec");
    if (spec == null) {
      return;
    }
    YamlNode group = spec.get("group");
    YamlNode names = spec.get("names");
    String kind = names == null ? "" : text(names.get("kind"));
    YamlNode versions = spec.get("versions");
    if (group == null || text(group).isEmpty() || kind.isEmpty() || versions == null) {
      return;
    }
    if (builtIn.isBuiltInGroup(text(group) + "/")) {
      findings.add(shadows(document, definition, group));
      return;
    }
    boolean namespaced = !text(spec.get("scope")).equals("Cluster");
    for (YamlNode version : versions.items()) {
      YamlNode schema = version.get("schema");
      YamlNode root = schema == null ? null : schema.get("openAPIV3Schema");
      if (root != null && root.isMapping() && !text(version.get("served")).equals("false")) {
        String apiVersion = text(group) + "/" + text(version.get("name"));
        kinds.add(new CustomKind(apiVersion, kind, namespaced, root, true, folder));
      }
    }
  }

  /** The kinds that are served and have a schema. */
  List<CustomKind> kinds() {
    return kinds;
  }

  List<Finding> findings() {
    return findings;
  }

  private static Finding shadows(YamlDocument document, YamlNode definition, YamlNode group) {
    YamlNode metadata = definition.get("metadata");
    Location at = Places.first(group);
    return Finding.of(
            InputRule.VALUE_FORBIDDEN.id(),
            InputRule.VALUE_FORBIDDEN.severity(),
            "`" + Places.cut(text(group)) + "` is a group of Kubernetes itself",
            at)
        .field("spec.group")
        .label("a custom resource cannot replace built-in kinds")
        .note("the schemas of built-in kinds are used, and this one is not")
        .resource(
            new ResourceRef(
                text(definition.get("apiVersion")),
                text(definition.get("kind")),
                "",
                metadata == null ? "" : text(metadata.get("name"))),
            document.index())
        .build();
  }

  private static String text(@Nullable YamlNode node) {
    return node == null || !node.isScalar() ? "" : node.scalar().text();
  }
}
