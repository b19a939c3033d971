package dev.hopcheck.schema;

import dev.hopcheck.finding.Problem;
import dev.hopcheck.source.Location;
import dev.hopcheck.yaml.Scalar;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rewrites a schema into plain draft 7: only keywords that judge values, no identities, no way out
 * of the document. What a CRD says in its own dialect ({@code nullable}, {@code
 * x-kubernetes-int-or-string}, boolean {@code exclusiveMinimum}) is said in draft 7's words.
 */
final class PlainSchema {
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private final boolean crd;
  private final SchemaLimits limits;
  private final List<Problem> problems;
  private final List<Reference> references = new ArrayList<>(0);

  /** A {@code $ref} and the schema that it became a part of. */
  private record Reference(YamlNode at, ObjectNode in) {}

  private PlainSchema(boolean crd, SchemaLimits limits, List<Problem> problems) {
    this.crd = crd;
    this.limits = limits;
    this.problems = problems;
  }

  /** The schema; what cannot be used is left out and told by the problems. */
  static JsonNode of(YamlNode schema, boolean crd, SchemaLimits limits, List<Problem> problems) {
    PlainSchema plain = new PlainSchema(crd, limits, problems);
    JsonNode root = plain.rewrite(schema);
    for (Reference reference : plain.references) {
      plain.follow(reference, root);
    }
    return root;
  }

  private JsonNode rewrite(YamlNode schema) {
    if (!schema.isMapping()) {
      return noMapping(schema);
    }
    ObjectNode plain = MAKE.objectNode();
    boolean intOrString = isTrue(schema.get("x-kubernetes-int-or-string"));
    for (YamlEntry entry : schema.entries()) {
      if (!(intOrString && (entry.key().equals("anyOf") || entry.key().equals("type")))) {
        keyword(entry, plain);
      }
    }
    if (crd) {
      kubernetes(schema, intOrString, plain);
    }
    return plain;
  }

  /** Truth values are schemas too, and null is an empty one to the server (DEC-17). */
  private JsonNode noMapping(YamlNode schema) {
    if (schema.isScalar() && schema.scalar().type() == Scalar.Type.BOOLEAN) {
      return JsonTree.of(schema);
    }
    if (!crd || !schema.isNull()) {
      refuse(schema.location(), "a schema is a mapping; what stands here is not applied");
    }
    return MAKE.objectNode();
  }

  private void keyword(YamlEntry entry, ObjectNode plain) {
    String key = entry.key();
    YamlNode value = entry.value();
    switch (key) {
      case "not",
          "additionalProperties",
          "additionalItems",
          "contains",
          "propertyNames",
          "if",
          "then",
          "else" ->
          plain.set(key, rewrite(value));
      case "items" -> plain.set(key, value.isSequence() ? list(value) : rewrite(value));
      case "allOf", "anyOf", "oneOf" -> plain.set(key, list(value));
      case "properties", "definitions" -> plain.set(key, map(value, false));
      case "dependencies" -> plain.set(key, dependencies(value));
      case "patternProperties" -> plain.set(key, map(value, true));
      case "$defs" -> plain.set("definitions", map(value, false));
      case "dependentSchemas" -> plain.set("dependencies", map(value, false));
      case "$ref" -> reference(value, plain);
      case "$dynamicRef", "$recursiveRef" ->
          refuse(value.location(), "`" + key + "` is not followed");
      case "pattern" -> {
        String why = LinearPattern.refusal(value.text(), limits);
        if (why == null) {
          judging(key, value, plain);
        } else {
          refuse(value.location(), "the pattern is not applied: " + why);
        }
      }
      case "type",
          "enum",
          "const",
          "required",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "uniqueItems",
          "minProperties",
          "maxProperties" ->
          judging(key, value, plain);
      default -> {
        // Descriptions, formats, identities and extensions judge nothing.
      }
    }
  }

  /** What does not have the form that its keyword needs judges nothing. */
  private void judging(String key, YamlNode value, ObjectNode plain) {
    JsonNode written = JsonTree.of(value);
    if (KeywordForm.fits(key, written, crd)) {
      plain.set(key, written);
    } else if (!crd || !value.isNull()) {
      refuse(value.location(), "`" + key + "` cannot have this value; it is not applied");
    }
  }

  private ArrayNode list(YamlNode schemas) {
    ArrayNode list = MAKE.arrayNode();
    for (YamlNode schema : schemas.items()) {
      list.add(rewrite(schema));
    }
    return list;
  }

  /** Each a schema, or names of fields. */
  private ObjectNode dependencies(YamlNode value) {
    ObjectNode map = MAKE.objectNode();
    for (YamlEntry entry : value.entries()) {
      JsonNode names = JsonTree.of(entry.value());
      if (KeywordForm.fits("required", names, crd)) {
        map.set(entry.key(), names);
      } else {
        map.set(entry.key(), rewrite(entry.value()));
      }
    }
    return map;
  }

  private ObjectNode map(YamlNode schemas, boolean patterns) {
    ObjectNode map = MAKE.objectNode();
    for (YamlEntry entry : schemas.entries()) {
      @Nullable String why = patterns ? LinearPattern.refusal(entry.key(), limits) : null;
      if (why == null) {
        map.set(entry.key(), rewrite(entry.value()));
      } else {
        refuse(entry.keyNode().location(), "the pattern is not applied: " + why);
      }
    }
    return map;
  }

  /** Only pointers into the same schema are followed; a CRD must not have any. */
  private void reference(YamlNode value, ObjectNode plain) {
    String target = value.text();
    boolean inside = target.equals("#") || target.startsWith("#/");
    if (crd || !inside) {
      refuse(value.location(), "`$ref` is not followed: only pointers into the same schema are");
    } else {
      plain.put("$ref", target.replace("/$defs/", "/definitions/"));
      references.add(new Reference(value, plain));
    }
  }

  /** Takes back a pointer that leads to no schema. */
  private void follow(Reference reference, JsonNode root) {
    String target = reference.in().get("$ref").asString();
    JsonNode schema = target.equals("#") ? root : root.at(target.substring(1));
    if (!schema.isObject() && !schema.isBoolean()) {
      reference.in().remove("$ref");
      refuse(reference.at().location(), "`$ref` is not followed: it leads to no schema");
    }
  }

  private static void kubernetes(YamlNode schema, boolean intOrString, ObjectNode plain) {
    if (intOrString) {
      plain.set("type", MAKE.arrayNode().add("integer").add("string"));
    }
    exclusive(plain, "exclusiveMinimum", "minimum");
    exclusive(plain, "exclusiveMaximum", "maximum");
    if (isTrue(schema.get("nullable"))) {
      JsonNode type = plain.get("type");
      if (type instanceof ArrayNode several) {
        several.add("null");
      } else if (type != null) {
        plain.set("type", MAKE.arrayNode().add(type).add("null"));
      }
      if (plain.get("enum") instanceof ArrayNode values) {
        values.add(MAKE.nullNode());
      }
    }
  }

  private static void exclusive(ObjectNode plain, String flag, String bound) {
    JsonNode exclusive = plain.remove(flag);
    if (exclusive != null
        && exclusive.isBoolean()
        && exclusive.booleanValue()
        && plain.get(bound) != null) {
      plain.set(flag, plain.remove(bound));
    }
  }

  private void refuse(Location at, String message) {
    problems.add(
        new Problem("schema-unusable", at.file().name(), at.start(), null, "schema: " + message));
  }

  private static boolean isTrue(@Nullable YamlNode node) {
    return node != null && node.isScalar() && node.scalar().text().equals("true");
  }
}
