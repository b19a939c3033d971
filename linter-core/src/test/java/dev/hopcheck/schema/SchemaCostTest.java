package dev.hopcheck.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The steps of a schema, counted one by one: the least limit that bears them. */
class SchemaCostTest {
  private static final int FAR = 10_000;

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }

  private static int cost(String schema, String instance) {
    JsonNode read = json(schema);
    JsonNode value = json(instance);
    int most = 0;
    while (most < FAR && !SchemaCost.isBearable(read, value, most)) {
      most++;
    }
    for (int more = most; more < most + 30 && more < FAR; more++) {
      assertThat(SchemaCost.isBearable(read, value, more)).isTrue();
    }
    return most;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "true | 1 | 1",
        "{} | 1 | 1",
        "{'type': 'x', 'format': 'y'} | 1 | 3",
        "{'$ref': '#/definitions/a', 'definitions': {'a': {'type': 'x'}}} | 1 | 5",
        "{'$ref': '#/definitions/none'} | 1 | 3",
        "{'$ref': 1} | 1 | 2",
        "{'not': {'type': 'x'}} | 1 | 4",
        "{'if': {}, 'then': {}, 'else': {'type': 'x'}} | 1 | 8",
        "{'allOf': [{}, {'type': 'x'}]} | 1 | 5",
        "{'anyOf': [{}, {'type': 'x'}], 'oneOf': [true]} | 1 | 7",
        "{'dependencies': {'a': {'type': 'x'}, 'b': ['c']}} | 1 | 5",
        "{'items': {'type': 'x'}} | [] | 2",
        "{'items': {'type': 'x'}} | [1, 2] | 10",
        "{'items': [{'type': 'x'}]} | [1, 2] | 9",
        "{'items': [], 'additionalItems': {'type': 'x'}} | [1] | 7",
        "{'contains': {'type': 'x'}} | [1] | 6",
        "{'items': {'type': 'x'}} | {'a': 1} | 3",
        "{'properties': {'a': {'type': 'x'}}} | {'a': 1, 'b': 2} | 5",
        "{'properties': {'a': {'type': 'x'}}} | [1] | 5",
        "{'properties': {'a': {}}, 'additionalProperties': {'type': 'x'}} | {'a': 1, 'b': 2} | 6",
        "{'additionalProperties': {'type': 'x'}} | {'b': 2} | 4",
        "{'patternProperties': {'a': {'type': 'x'}, 'b': {}}} | {'a': 1, 'b': 2} | 10",
        "{'properties': {'a': {'properties': {'b': {'type': 'x'}}}}} | {'a': {'b': 1}} | 6",
      })
  void eachSchemaIsCountedForEachValue(String schema, String instance, int cost) {
    assertThat(cost(schema, instance)).isEqualTo(cost);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{'$ref': '#'}",
        "{'allOf': [{'$ref': '#'}]}",
        "{'$ref': '#/definitions/a', 'definitions': {'a': {'not': {'$ref': '#/definitions/a'}}}}",
      })
  void aCircleOnOneValueNeverEnds(String schema) {
    assertThat(cost(schema, "1")).isEqualTo(FAR);
  }

  @Test
  void aCircleThatGoesDownEndsWithTheValue() {
    String schema = "{'properties': {'a': {'$ref': '#'}}}";
    assertThat(cost(schema, "{}")).isEqualTo(2);
    assertThat(cost(schema, "{'a': {}}")).isEqualTo(2 + 2 + 2);
    // The member counts once more below the reference itself.
    assertThat(cost(schema, "{'a': {'a': {}}}")).isEqualTo(2 + 2 + 1 + 6);
  }

  /** What two ways lead to is judged twice, and so counted twice, but looked at once. */
  @Test
  void waysThatDoubleAreSeenAtOnce() {
    StringBuilder schema = new StringBuilder("{'$ref': '#/definitions/d0', 'definitions': {");
    for (int i = 0; i < 60; i++) {
      String next = "{'$ref': '#/definitions/d" + (i + 1) + "'}";
      schema.append("'d" + i + "': {'allOf': [" + next + ", " + next + "]}, ");
    }
    JsonNode doubling = json(schema.append("'d60': {}}}").toString());
    assertThat(SchemaCost.isBearable(doubling, json("1"), 1_000_000_000_000L)).isFalse();
    String two =
        "{'allOf': [{'$ref': '#/definitions/a'}, {'$ref': '#/definitions/a'}],"
            + " 'definitions': {'a': {'type': 'x'}}}";
    assertThat(cost(two, "1")).isEqualTo(3 + 2 * (2 + 2));
  }
}
