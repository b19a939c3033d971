package dev.hopcheck.admission;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Set;

/**
 * Whether the schema of a custom resource is structural: each part has a type, and what only tests
 * values says nothing about the structure. Defaults and the expressions of {@code
 * x-kubernetes-validations} are not evaluated here.
 */
final class CustomResourceSchemaRules {
  private enum Level {
    ROOT("must not be empty at the root"),
    ITEM("must not be empty for specified array items"),
    FIELD("must not be empty for specified object fields");

    private final String untyped;

    Level(String untyped) {
      this.untyped = untyped;
    }
  }

  private static final List<String> TYPES =
      List.of("array", "boolean", "integer", "number", "object", "string");

  /** Members that a schema must not have, whatever they hold. */
  private static final List<String> UNSUPPORTED =
      List.of("id", "additionalItems", "patternProperties", "definitions", "dependencies", "$ref");

  /**
   * Members that say something about the structure and have no place below {@code anyOf} and the
   * like.
   */
  private static final List<String> STRUCTURE =
      List.of(
          "type",
          "additionalProperties",
          "default",
          "title",
          "description",
          "x-kubernetes-list-map-keys",
          "x-kubernetes-list-type",
          "x-kubernetes-map-type",
          "x-kubernetes-validations");

  private static final List<String> STRUCTURE_FLAGS =
      List.of(
          "nullable",
          "x-kubernetes-preserve-unknown-fields",
          "x-kubernetes-embedded-resource",
          "x-kubernetes-int-or-string");

  private static final Set<String> NAMES = Set.of("name", "generateName");

  private final Causes causes;

  private CustomResourceSchemaRules(Causes causes) {
    this.causes = causes;
  }

  /** Checks the schema of a version; the path is what the server calls it. */
  static void validate(Field schema, String path, Causes causes) {
    CustomResourceSchemaRules rules = new CustomResourceSchemaRules(causes);
    if (schema.get("nullable").flag()) {
      causes
          .forbidden(schema.get("nullable"), "nullable cannot be true at the root")
          .path(path + ".nullable");
    }
    rules.structure(schema, Level.ROOT, path);
  }

  private void structure(Field schema, Level level, String path) {
    for (String name : UNSUPPORTED) {
      if (isSet(schema.get(name))) {
        forbidden(schema.get(name), name + " is not supported", path + "." + name);
      }
    }
    if (schema.get("uniqueItems").flag()) {
      forbidden(
          schema.get("uniqueItems"),
          "uniqueItems cannot be set to true since the runtime complexity becomes quadratic",
          path + ".uniqueItems");
    }
    type(schema, level, path);
    lists(schema, path);
    children(schema, level, path);
    metadata(schema, level, path);
    pattern(schema, path);
    for (String name : new String[] {"anyOf", "allOf", "oneOf"}) {
      if (!name.equals("anyOf") || !isIntOrString(schema)) {
        junctors(schema, name, level, path, name.equals("allOf"));
      }
    }
    Field not = schema.get("not");
    if (not.written()) {
      values(not, false, path + ".not");
    }
  }

  private void type(Field schema, Level level, String path) {
    Field type = schema.get("type");
    String text = type.text();
    boolean intOrString = schema.get("x-kubernetes-int-or-string").flag();
    boolean open = schema.get("x-kubernetes-preserve-unknown-fields").flag();
    boolean embedded = schema.get("x-kubernetes-embedded-resource").flag();
    if (embedded && !text.equals("object")) {
      String detail = "must be object if x-kubernetes-embedded-resource is true";
      blame(text.isEmpty() ? causes.required(type, detail) : causes.invalid(type, detail), path);
    } else if (text.isEmpty() && !intOrString && !open) {
      causes
          .required(type, level.untyped)
          .path(path + ".type")
          .headline("`" + path + "` says no type");
    }
    if (!text.isEmpty() && !TYPES.contains(text)) {
      causes.notSupported(type, TYPES).path(path + ".type");
    }
    if (level == Level.ROOT && !text.isEmpty() && !text.equals("object")) {
      causes.invalid(type, "must be object at the root").path(path + ".type");
    }
    if (text.equals("array") && !schema.get("items").written()) {
      causes.required(schema.get("items"), "must be specified").path(path + ".items");
    }
    if (intOrString && open) {
      Field field = schema.get("x-kubernetes-preserve-unknown-fields");
      causes
          .invalidBare(field, "true", "must be false if x-kubernetes-int-or-string is true")
          .path(path + "." + field.name());
    }
  }

  private static void blame(Cause cause, String path) {
    cause.path(path + ".type");
  }

  private void lists(Field schema, String path) {
    Field list = schema.get("x-kubernetes-list-type");
    if (list.written()) {
      typed(schema, "array", "x-kubernetes-list-type", path);
      if (!Set.of("atomic", "set", "map").contains(list.text())) {
        causes
            .notSupported(list, List.of("atomic", "set", "map"))
            .path(path + ".x-kubernetes-list-type");
      }
    }
    Field map = schema.get("x-kubernetes-map-type");
    if (map.written()) {
      typed(schema, "object", "x-kubernetes-map-type", path);
      if (!Set.of("atomic", "granular").contains(map.text())) {
        causes
            .notSupported(map, List.of("atomic", "granular"))
            .path(path + ".x-kubernetes-map-type");
      }
    }
    Field keys = schema.get("x-kubernetes-list-map-keys");
    if (list.text().equals("map")) {
      if (keys.size() == 0) {
        causes
            .required(keys, "must not be empty if x-kubernetes-list-type is map")
            .path(path + ".x-kubernetes-list-map-keys");
      }
      keys(schema, keys, path);
    } else if (keys.size() > 0) {
      String detail = "must be map if x-kubernetes-list-map-keys is non-empty";
      Cause cause = list.written() ? causes.invalid(list, detail) : causes.required(list, detail);
      cause.path(path + ".x-kubernetes-list-type");
    }
  }

  private void typed(Field schema, String wanted, String because, String path) {
    Field type = schema.get("type");
    String detail = "must be " + wanted + " if " + because + " is specified";
    if (type.text().isEmpty()) {
      causes.required(type, detail).path(path + ".type");
    } else if (!type.text().equals(wanted)) {
      causes.invalid(type, detail).path(path + ".type");
    }
  }

  /** What tells the items of a list apart must be there in each of them. */
  private void keys(Field schema, Field keys, String path) {
    Field items = schema.get("items");
    if (!items.get("type").text().equals("object")) {
      return;
    }
    Field properties = items.get("properties");
    for (Field key : keys.items()) {
      Field property = properties.get(key.text());
      String at = path + ".items.properties[" + key.text() + "]";
      if (!property.written()) {
        causes
            .invalidBare(keys, JsonText.of(keys), "entries must all be names of item properties")
            .path(path + ".x-kubernetes-list-map-keys")
            .at(key.location());
        continue;
      }
      boolean required = false;
      for (Field name : items.get("required").items()) {
        required |= name.text().equals(key.text());
      }
      if (!required && !property.get("default").written()) {
        causes
            .required(
                property.get("default"),
                "this property is in x-kubernetes-list-map-keys, so it must have a default or be a"
                    + " required property")
            .path(at + ".default");
      }
    }
  }

  private void children(Field schema, Level level, String path) {
    Field items = schema.get("items");
    if (items.written() && items.node() != null && items.node().isMapping()) {
      structure(items, Level.ITEM, path + ".items");
    }
    Field properties = schema.get("properties");
    for (Field property : properties.entries()) {
      structure(property, Level.FIELD, path + ".properties[" + property.name() + "]");
    }
    Field additional = schema.get("additionalProperties");
    if (!additional.written()) {
      return;
    }
    if (level == Level.ROOT) {
      forbidden(additional, "must not be used at the root", path + ".additionalProperties");
    }
    boolean isSchema = additional.node() != null && additional.node().isMapping();
    if (properties.size() > 0 && (isSchema || !additional.flag())) {
      forbidden(
          additional,
          "additionalProperties and properties are mutual exclusive",
          path + ".additionalProperties");
    }
    if (isSchema) {
      structure(additional, Level.FIELD, path + ".additionalProperties");
    }
  }

  /** The server adds the metadata itself; a schema may only narrow the names. */
  private void metadata(Field schema, Level level, String path) {
    boolean whole = level == Level.ROOT || schema.get("x-kubernetes-embedded-resource").flag();
    if (!whole) {
      return;
    }
    Field properties = schema.get("properties");
    for (String name : new String[] {"kind", "apiVersion"}) {
      Field type = properties.get(name).get("type");
      if (properties.get(name).written() && !type.text().equals("string")) {
        causes.invalid(type, "must be string").path(path + ".properties[" + name + "].type");
      }
    }
    Field metadata = properties.get("metadata");
    if (!metadata.written()) {
      return;
    }
    String at = path + ".properties[metadata]";
    if (!metadata.get("type").text().equals("object")) {
      causes.invalid(metadata.get("type"), "must be object").path(at + ".type");
    }
    if (level == Level.ROOT && saysMore(metadata)) {
      forbidden(
          metadata,
          "must not specify anything other than name and generateName, but metadata is implicitly"
              + " specified",
          at);
    }
  }

  private static boolean saysMore(Field metadata) {
    for (String member : metadata.memberNames()) {
      switch (member) {
        case "type", "default" -> {}
        case "properties" -> {
          if (!NAMES.containsAll(metadata.get("properties").memberNames())) {
            return true;
          }
        }
        default -> {
          if (isSet(metadata.get(member))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void pattern(Field schema, String path) {
    Field pattern = schema.get("pattern");
    if (pattern.text().isEmpty()) {
      return;
    }
    try {
      Pattern.compile(pattern.text());
    } catch (PatternSyntaxException wrong) {
      causes
          .invalid(
              pattern, "must be a valid regular expression, but isn't: " + wrong.getDescription())
          .path(path + ".pattern");
    }
  }

  private void junctors(
      Field schema, String name, Level level, String path, boolean mayBeIntOrString) {
    int index = 0;
    for (Field clause : schema.get(name).items()) {
      boolean skip = mayBeIntOrString && index == 0 && isIntOrString(clause);
      values(clause, skip, path + "." + name + "[" + index++ + "]");
    }
  }

  /** A schema that only tests values: below {@code anyOf} and the like. */
  private void values(Field schema, boolean skipAnyOf, String path) {
    for (String name : STRUCTURE) {
      Field member = schema.get(name);
      if (isSet(member)) {
        String must =
            switch (name) {
              case "type",
                  "title",
                  "description",
                  "x-kubernetes-list-map-keys",
                  "x-kubernetes-validations" ->
                  "must be empty to be structural";
              default -> "must be undefined to be structural";
            };
        forbidden(member, must, path + "." + name);
      }
    }
    for (String name : STRUCTURE_FLAGS) {
      if (schema.get(name).flag()) {
        forbidden(schema.get(name), "must be false to be structural", path + "." + name);
      }
    }
    pattern(schema, path);
    Field items = schema.get("items");
    if (items.written() && items.node() != null && items.node().isMapping()) {
      values(items, false, path + ".items");
    }
    for (Field property : schema.get("properties").entries()) {
      String at = path + ".properties[" + property.name() + "]";
      if (property.name().equals("metadata")) {
        forbidden(property, "must not be specified in a nested context", at);
      }
      values(property, false, at);
    }
    for (String name : new String[] {"anyOf", "allOf", "oneOf"}) {
      if (name.equals("anyOf") && skipAnyOf) {
        continue;
      }
      int index = 0;
      for (Field clause : schema.get(name).items()) {
        values(clause, false, path + "." + name + "[" + index++ + "]");
      }
    }
    if (schema.get("not").written()) {
      values(schema.get("not"), false, path + ".not");
    }
  }

  /** The one {@code anyOf} that may name types: an integer or a string. */
  private static boolean isIntOrString(Field schema) {
    List<Field> clauses = schema.get("anyOf").items();
    return clauses.size() == 2
        && isOnlyType(clauses.get(0), "integer")
        && isOnlyType(clauses.get(1), "string");
  }

  private static boolean isOnlyType(Field clause, String type) {
    return clause.size() == 1 && clause.get("type").text().equals(type);
  }

  private void forbidden(Field field, String detail, String path) {
    causes.forbidden(field, detail).path(path);
  }

  /** Whether a member holds anything but an empty value. */
  private static boolean isSet(Field member) {
    if (!member.written()) {
      return false;
    }
    boolean scalar = member.node() != null && member.node().isScalar();
    return scalar ? !member.text().isEmpty() && !member.text().equals("false") : member.size() > 0;
  }
}
