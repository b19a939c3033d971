package dev.hopcheck.schema;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What forms the values of keywords have; the validator trusts that they have them. */
final class KeywordForm {
  private static final Set<String> TYPES =
      Set.of("null", "boolean", "object", "array", "number", "string", "integer");

  private KeywordForm() {}

  /**
   * Whether a keyword that judges values may have that value.
   *
   * @param crd whether {@code exclusiveMinimum} and {@code exclusiveMaximum} may be flags
   */
  static boolean fits(String keyword, JsonNode value, boolean crd) {
    return switch (keyword) {
      case "type" -> isType(value) || value.isArray() && !value.isEmpty() && all(value, true);
      case "required" -> value.isArray() && all(value, false);
      case "enum" -> value.isArray();
      case "pattern" -> value.isString();
      case "uniqueItems" -> value.isBoolean();
      case "minimum", "maximum" -> value.isNumber();
      case "exclusiveMinimum", "exclusiveMaximum" -> value.isNumber() || crd && value.isBoolean();
      case "multipleOf" -> value.isNumber() && value.decimalValue().signum() > 0;
      case "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties" ->
          value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 0;
      default -> true;
    };
  }

  private static boolean isType(JsonNode value) {
    return value.isString() && TYPES.contains(value.stringValue());
  }

  private static boolean all(JsonNode values, boolean types) {
    for (JsonNode value : values.values()) {
      if (types ? !isType(value) : !value.isString()) {
        return false;
      }
    }
    return true;
  }
}
