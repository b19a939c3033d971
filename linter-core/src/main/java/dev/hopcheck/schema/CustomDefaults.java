package dev.hopcheck.schema;

import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the server makes of a custom resource before it validates it: nulls that the schema does not
 * take are as if they were not written, and defaults fill what is missing.
 */
final class CustomDefaults {
  private CustomDefaults() {}

  /** Changes the value in place. */
  static void apply(JsonNode value, YamlNode schema) {
    prune(value, schema);
    fill(value, schema);
  }

  private static void prune(JsonNode value, @Nullable YamlNode schema) {
    if (schema == null) {
      return;
    }
    if (value instanceof ArrayNode array) {
      for (JsonNode item : array) {
        prune(item, schema.get("items"));
      }
    }
    if (!(value instanceof ObjectNode object)) {
      return;
    }
    for (String name : names(object)) {
      YamlNode own = ofField(name, schema);
      JsonNode field = object.get(name);
      if (isUnwantedNull(field, own) && defaultOf(own) == null) {
        object.remove(name);
      } else {
        prune(field, own);
      }
    }
  }

  private static void fill(JsonNode value, @Nullable YamlNode schema) {
    if (schema == null) {
      return;
    }
    if (value instanceof ArrayNode array) {
      YamlNode items = schema.get("items");
      JsonNode standard = defaultOf(items);
      for (int i = 0; i < array.size(); i++) {
        if (standard != null && isUnwantedNull(array.get(i), items)) {
          array.set(i, standard.deepCopy());
        }
        fill(array.get(i), items);
      }
    }
    if (!(value instanceof ObjectNode object)) {
      return;
    }
    YamlNode properties = schema.get("properties");
    for (YamlEntry property : properties == null ? List.<YamlEntry>of() : properties.entries()) {
      JsonNode standard = object.has(property.key()) ? null : defaultOf(property.value());
      if (standard != null) {
        object.set(property.key(), standard);
      }
    }
    for (String name : names(object)) {
      YamlNode own = ofField(name, schema);
      JsonNode standard = isUnwantedNull(object.get(name), own) ? defaultOf(own) : null;
      if (standard != null) {
        object.set(name, standard);
      }
      fill(object.get(name), own);
    }
  }

  private static List<String> names(ObjectNode object) {
    return new ArrayList<>(object.propertyNames());
  }

  private static @Nullable YamlNode ofField(String name, YamlNode schema) {
    YamlNode properties = schema.get("properties");
    YamlNode own = properties == null ? null : properties.get(name);
    return own == null ? schema.get("additionalProperties") : own;
  }

  private static boolean isUnwantedNull(JsonNode value, @Nullable YamlNode schema) {
    if (!value.isNull() || schema == null || !schema.isMapping()) {
      return false;
    }
    YamlNode nullable = schema.get("nullable");
    return nullable == null || !nullable.isScalar() || !nullable.text().equals("true");
  }

  private static @Nullable JsonNode defaultOf(@Nullable YamlNode schema) {
    YamlNode standard = schema == null ? null : schema.get("default");
    return standard == null || standard.isNull() ? null : JsonTree.of(standard);
  }
}
