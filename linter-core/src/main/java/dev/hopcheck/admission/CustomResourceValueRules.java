package dev.hopcheck.admission;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.hopcheck.schema.PatternRepeats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of a custom resource that only test values: what stands below {@code anyOf} and the like.
 */
final class CustomResourceValueRules {
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

  private CustomResourceValueRules() {}

  /** A schema that only tests values: below {@code anyOf} and the like. */
  static void validate(Field schema, boolean skipAnyOf, String path, Causes causes) {
    for (String name : STRUCTURE) {
      Field member = schema.get(name);
      if (CustomResourceSchemaRules.isSet(member)) {
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
        causes.forbidden(member, must).path(path + "." + name);
      }
    }
    for (String name : STRUCTURE_FLAGS) {
      if (schema.flag(name)) {
        causes
            .forbidden(schema.get(name), "must be false to be structural")
            .path(path + "." + name);
      }
    }
    pattern(schema, path, causes);
    Field items = schema.get("items");
    if (items.written() && items.node() != null && items.node().isMapping()) {
      validate(items, false, path + ".items", causes);
    }
    for (Field property : schema.entries("properties")) {
      String at = path + ".properties[" + property.name() + "]";
      if (property.name().equals("metadata")) {
        causes.forbidden(property, "must not be specified in a nested context").path(at);
      }
      validate(property, false, at, causes);
    }
    for (String name : new String[] {"anyOf", "allOf", "oneOf"}) {
      if (name.equals("anyOf") && skipAnyOf) {
        continue;
      }
      int index = 0;
      for (Field clause : schema.items(name)) {
        validate(clause, false, path + "." + name + "[" + index++ + "]", causes);
      }
    }
    if (schema.get("not").written()) {
      validate(schema.get("not"), false, path + ".not", causes);
    }
  }

  /** A pattern must be a regular expression of the kind that Go has. */
  static void pattern(Field schema, String path, Causes causes) {
    Field pattern = schema.get("pattern");
    if (pattern.text().isEmpty()) {
      return;
    }
    String wrong = wrong(pattern.text());
    if (wrong != null) {
      causes
          .invalid(pattern, "must be a valid regular expression, but isn't: " + wrong)
          .path(path + ".pattern");
    }
  }

  /** A pattern that grows too large is never compiled. */
  private static @Nullable String wrong(String pattern) {
    String refusal = PatternRepeats.refusal(pattern);
    if (refusal != null || !PatternRepeats.isBearable(pattern)) {
      return refusal;
    }
    try {
      Pattern.compile(pattern);
      return null;
    } catch (PatternSyntaxException wrong) {
      return wrong.getDescription();
    }
  }

  /** The one {@code anyOf} that may name types: an integer or a string. */
  static boolean isIntOrString(Field schema) {
    List<Field> clauses = schema.items("anyOf");
    return clauses.size() == 2
        && isOnlyType(clauses.get(0), "integer")
        && isOnlyType(clauses.get(1), "string");
  }

  private static boolean isOnlyType(Field clause, String type) {
    return clause.size() == 1 && clause.text("type").equals(type);
  }
}
