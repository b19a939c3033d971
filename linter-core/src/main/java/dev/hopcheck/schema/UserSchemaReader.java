package dev.hopcheck.schema;

import dev.hopcheck.finding.Problem;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds for which kind a JSON Schema file of the user is: by {@code
 * x-kubernetes-group-version-kind}, by the only values that {@code apiVersion} and {@code kind} may
 * have, or by the path {@code GROUP/KIND_VERSION.json} of the well-known catalogues, in which the
 * kind is in lower case.
 */
final class UserSchemaReader {
  /** A schema whose kind is known from its path only, and so in lower case. */
  record ByPath(String apiVersion, String lowerKind, YamlNode schema) {}

  private final Kinds builtIn;
  private final List<CustomKind> kinds = new ArrayList<>();
  private final List<ByPath> byPath = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>(0);

  UserSchemaReader(Kinds builtIn) {
    this.builtIn = builtIn;
  }

  void read(YamlDocument document) {
    YamlNode root = document.root();
    YamlNode several = root.get("x-kubernetes-group-version-kind");
    if (several != null) {
      for (YamlNode one : several.items()) {
        String group = text(one.get("group"));
        String version = text(one.get("version"));
        add(document, group.isEmpty() ? version : group + "/" + version, text(one.get("kind")));
      }
      return;
    }
    String apiVersion = onlyValue(root, "apiVersion");
    String kind = onlyValue(root, "kind");
    if (!apiVersion.isEmpty() && !kind.isEmpty()) {
      add(document, apiVersion, kind);
    } else if (!addByPath(document)) {
      refuse(document, "schema: it does not say for which apiVersion and kind it is");
    }
  }

  List<CustomKind> kinds() {
    return kinds;
  }

  List<ByPath> byPath() {
    return byPath;
  }

  List<Problem> problems() {
    return problems;
  }

  private void add(YamlDocument document, String apiVersion, String kind) {
    if (builtIn.isBuiltInGroup(apiVersion)) {
      refuse(document, "schema: the built-in kind `" + kind + "` keeps its own schema");
    } else {
      kinds.add(new CustomKind(apiVersion, kind, true, document.root(), false, ""));
    }
  }

  private boolean addByPath(YamlDocument document) {
    String[] parts = document.file().name().replace('\\', '/').split("/", -1);
    String file = parts[parts.length - 1];
    int underscore = file.lastIndexOf('_');
    int dot = file.lastIndexOf('.');
    if (parts.length < 2 || underscore <= 0 || dot < underscore) {
      return false;
    }
    String apiVersion = parts[parts.length - 2] + "/" + file.substring(underscore + 1, dot);
    if (builtIn.isBuiltInGroup(apiVersion)) {
      return false;
    }
    String kind = file.substring(0, underscore).toLowerCase(Locale.ROOT);
    byPath.add(new ByPath(apiVersion, kind, document.root()));
    return true;
  }

  private void refuse(YamlDocument document, String message) {
    problems.add(
        new Problem(
            "schema-unusable",
            document.file().name(),
            Places.first(document.root()).start(),
            document.index(),
            message));
  }

  /** The only value that a property of the root may have. */
  private static String onlyValue(YamlNode root, String property) {
    YamlNode properties = root.get("properties");
    YamlNode schema = properties == null ? null : properties.get(property);
    YamlNode constant = schema == null ? null : schema.get("const");
    YamlNode values = schema == null ? null : schema.get("enum");
    if (constant != null) {
      return text(constant);
    }
    return values != null && values.items().size() == 1 ? text(values.items().get(0)) : "";
  }

  private static String text(@Nullable YamlNode node) {
    return node == null || !node.isScalar() ? "" : node.scalar().text();
  }
}
