package dev.hopcheck.schema;

import dev.hopcheck.yaml.Scalar;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns YAML nodes into the JSON values that the server makes of them. */
final class JsonTree {
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  /**
   * Longer numbers are text: nothing compares them, and big decimals of that size cost too much.
   */
  private static final int LONGEST_NUMBER = 400;

  private JsonTree() {}

  static JsonNode of(YamlNode node) {
    return switch (node.kind()) {
      case MAPPING -> {
        ObjectNode object = MAKE.objectNode();
        for (YamlEntry entry : node.entries()) {
          object.set(entry.key(), of(entry.value()));
        }
        yield object;
      }
      case SEQUENCE -> {
        ArrayNode array = MAKE.arrayNode();
        for (YamlNode item : node.items()) {
          array.add(of(item));
        }
        yield array;
      }
      case SCALAR -> scalar(node.scalar());
    };
  }

  private static JsonNode scalar(Scalar scalar) {
    String text = scalar.text();
    if (text.length() > LONGEST_NUMBER) {
      return MAKE.stringNode(text);
    }
    return switch (scalar.type()) {
      case STRING, UNSUPPORTED -> MAKE.stringNode(text);
      case INTEGER ->
          text.length() < 18
              ? MAKE.numberNode(Long.parseLong(text))
              : MAKE.numberNode(new BigInteger(text));
      case FLOAT -> MAKE.numberNode(new BigDecimal(text));
      case BOOLEAN -> MAKE.booleanNode(text.equals("true"));
      case NULL -> MAKE.nullNode();
    };
  }
}
