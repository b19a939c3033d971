package dev.hopcheck.admission;

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

  private static final Set<String> NAMES = Set.of("name", "generateName");

  private final Causes causes;

  private CustomResourceSchemaRules(Causes causes) {
    this.causes = causes;
  }

  /** Checks the schema of a version; the path is what the server calls it. */
  static void validate(Field schema, String path, Causes causes) {
    CustomResourceSchemaRules rules = new CustomResourceSchemaRules(causes);
    if (schema.flag("nullable")) {
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
    if (schema.flag("uniqueItems")) {
      forbidden(
          schema.get("uniqueItems"),
          "uniqueItems cannot be set to true since the runtime complexity becomes quadratic",
          path + ".uniqueItems");
    }
    type(schema, level, path);
    CustomResourceListRules.validate(schema, path, causes);
    children(schema, level, path);
    metadata(schema, level, path);
    CustomResourceValueRules.pattern(schema, path, causes);
    for (String name : new String[] {"anyOf", "allOf", "oneOf"}) {
      if (!name.equals("anyOf") || !CustomResourceValueRules.isIntOrString(schema)) {
        junctors(schema, name, path, name.equals("allOf"));
      }
    }
    Field not = schema.get("not");
    if (not.written()) {
      CustomResourceValueRules.validate(not, false, path + ".not", causes);
    }
  }

  private void type(Field schema, Level level, String path) {
    Field type = schema.get("type");
    String text = type.text();
    boolean intOrString = schema.flag("x-kubernetes-int-or-string");
    boolean open = schema.flag("x-kubernetes-preserve-unknown-fields");
    boolean embedded = schema.flag("x-kubernetes-embedded-resource");
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
    boolean whole = level == Level.ROOT || schema.flag("x-kubernetes-embedded-resource");
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
    if (!metadata.text("type").equals("object")) {
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

  private void junctors(Field schema, String name, String path, boolean mayBeIntOrString) {
    int index = 0;
    for (Field clause : schema.items(name)) {
      boolean skip =
          mayBeIntOrString && index == 0 && CustomResourceValueRules.isIntOrString(clause);
      CustomResourceValueRules.validate(
          clause, skip, path + "." + name + "[" + index++ + "]", causes);
    }
  }

  private void forbidden(Field field, String detail, String path) {
    causes.forbidden(field, detail).path(path);
  }

  /** Whether a member holds anything but an empty value. */
  static boolean isSet(Field member) {
    if (!member.written()) {
      return false;
    }
    boolean scalar = member.node() != null && member.node().isScalar();
    return scalar ? !member.text().isEmpty() && !member.text().equals("false") : member.size() > 0;
  }
}
