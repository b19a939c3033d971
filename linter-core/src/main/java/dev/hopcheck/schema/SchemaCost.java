package dev.hopcheck.schema;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How many schemas are applied when an instance is validated, counted without doing it: each pair
 * of schema and value once, with the number of ways that lead there. References that double at each
 * step and references in a circle are seen before a validator runs into them.
 */
final class SchemaCost {
  private static final long UNKNOWN = -1;
  private static final List<String> IN_PLACE = List.of("not", "if", "then", "else");
  private static final List<String> SEVERAL_IN_PLACE = List.of("allOf", "anyOf", "oneOf");

  private final JsonNode root;
  private final long most;
  private final Map<JsonNode, Map<JsonNode, Long>> known = new IdentityHashMap<>();
  private int pairs;

  private SchemaCost(JsonNode root, long most) {
    this.root = root;
    this.most = most;
  }

  /** Whether validating stays below the limit. */
  static boolean isBearable(JsonNode schema, JsonNode instance, long most) {
    return new SchemaCost(schema, most).of(schema, instance) <= most;
  }

  private long of(@Nullable JsonNode schema, @Nullable JsonNode value) {
    if (schema == null || value == null || !schema.isObject()) {
      return 1;
    }
    Map<JsonNode, Long> costs = known.computeIfAbsent(schema, key -> new IdentityHashMap<>());
    Long before = costs.get(value);
    if (before != null) {
      // A pair that is still being counted means a circle on one value.
      return before == UNKNOWN ? most + 1 : before;
    }
    pairs++;
    if (pairs > most) {
      return most + 1;
    }
    costs.put(value, UNKNOWN);
    long cost = Math.min(most + 1, 1 + inPlace(schema, value) + below(schema, value));
    costs.put(value, cost);
    return cost;
  }

  private long inPlace(JsonNode schema, JsonNode value) {
    long cost = schema.size();
    JsonNode reference = schema.get("$ref");
    if (reference != null && reference.isString()) {
      cost += of(target(reference.stringValue()), value);
    }
    for (String keyword : IN_PLACE) {
      JsonNode applied = schema.get(keyword);
      cost += applied == null ? 0 : of(applied, value);
    }
    for (String keyword : SEVERAL_IN_PLACE) {
      JsonNode several = schema.get(keyword);
      for (int i = 0; several != null && i < several.size() && cost <= most; i++) {
        cost += of(several.get(i), value);
      }
    }
    JsonNode dependencies = schema.get("dependencies");
    if (dependencies != null) {
      for (JsonNode dependency : dependencies.values()) {
        cost += dependency.isObject() ? of(dependency, value) : 1;
      }
    }
    return cost;
  }

  private long below(JsonNode schema, JsonNode value) {
    long cost = 0;
    if (value.isArray()) {
      JsonNode items = schema.get("items");
      for (int i = 0; i < value.size() && cost <= most; i++) {
        cost += of(items != null && items.isArray() ? items.get(i) : items, value.get(i));
        cost += of(schema.get("additionalItems"), value.get(i));
        cost += of(schema.get("contains"), value.get(i));
      }
    }
    if (value.isObject()) {
      JsonNode properties = schema.get("properties");
      JsonNode patterns = schema.get("patternProperties");
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        JsonNode own = properties == null ? null : properties.get(member.getKey());
        cost += of(own == null ? schema.get("additionalProperties") : own, member.getValue());
        for (JsonNode pattern : patterns == null ? List.<JsonNode>of() : patterns.values()) {
          cost += of(pattern, member.getValue());
        }
        if (cost > most) {
          break;
        }
      }
    }
    return cost;
  }

  private @Nullable JsonNode target(String reference) {
    return reference.equals("#") ? root : root.at(reference.substring(1));
  }
}
