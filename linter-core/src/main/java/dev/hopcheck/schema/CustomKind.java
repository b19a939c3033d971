package dev.hopcheck.schema;

import dev.hopcheck.finding.Problem;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One version of a custom kind with its schema, which is compiled when the first object asks for
 * it.
 */
final class CustomKind {
  private final String apiVersion;
  private final String kind;
  private final boolean namespaced;
  private final YamlNode schema;
  private final boolean crd;
  private final String folder;
  private @Nullable SchemaValidator validator;
  private final List<Problem> problems = new ArrayList<>(0);

  /**
   * @param crd whether the schema is a CRD's; else it is a JSON Schema of the user
   * @param folder the objects below it are judged; empty: all
   */
  CustomKind(
      String apiVersion,
      String kind,
      boolean namespaced,
      YamlNode schema,
      boolean crd,
      String folder) {
    this.apiVersion = apiVersion;
    this.kind = kind;
    this.namespaced = namespaced;
    this.schema = schema;
    this.crd = crd;
    this.folder = folder;
  }

  /** Whether an object of that file is judged. */
  boolean covers(SourceFile file) {
    return folder.isEmpty() || file.name().startsWith(folder + "/");
  }

  String key() {
    return apiVersion + " " + kind;
  }

  boolean isNamespaced() {
    return namespaced;
  }

  YamlNode schema() {
    return schema;
  }

  /** Whether unknown fields are told by the structure of the schema, as the server prunes. */
  boolean isCrd() {
    return crd;
  }

  /** What an object breaks of the schema. */
  synchronized SchemaValidator.Judgement validate(YamlNode root, SchemaLimits limits) {
    SchemaValidator compiled = validator;
    if (compiled == null) {
      compiled = new SchemaValidator(PlainSchema.of(schema, crd, limits, problems), limits);
      validator = compiled;
    }
    JsonNode value = JsonTree.of(root);
    if (crd) {
      CustomDefaults.apply(value, schema);
    }
    return compiled.validate(value);
  }

  /**
   * The expressions of the schema that an object was validated against, and that nobody evaluated;
   * null where there are none, or no object.
   */
  synchronized @Nullable YamlEntry unevaluated() {
    return validator == null || !crd ? null : expressions(schema);
  }

  private static @Nullable YamlEntry expressions(YamlNode node) {
    YamlEntry own = node.entry("x-kubernetes-validations");
    if (own != null && !own.value().items().isEmpty()) {
      return own;
    }
    for (YamlEntry entry : node.entries()) {
      YamlEntry below = expressions(entry.value());
      if (below != null) {
        return below;
      }
    }
    for (YamlNode item : node.items()) {
      YamlEntry below = expressions(item);
      if (below != null) {
        return below;
      }
    }
    return null;
  }

  String apiVersion() {
    return apiVersion;
  }

  String kind() {
    return kind;
  }

  /** What of the schema could not be used; complete once an object was validated. */
  synchronized List<Problem> problems() {
    return List.copyOf(problems);
  }
}
