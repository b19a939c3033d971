package dev.hopcheck.admission;

import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** A value as the server prints it where it is no plain scalar: compact JSON. */
final class JsonText {
  private JsonText() {}

  /** The JSON of a field as it is written; {@code null} for an absent one. */
  static String of(Field field) {
    StringBuilder text = new StringBuilder();
    append(field.node(), text);
    return text.toString();
  }

  private static void append(@Nullable YamlNode node, StringBuilder text) {
    if (node == null || node.isNull()) {
      text.append("null");
    } else if (node.isScalar()) {
      appendScalar(node, text);
    } else if (node.isSequence()) {
      text.append('[');
      String separator = "";
      for (YamlNode item : node.items()) {
        text.append(separator);
        append(item, text);
        separator = ",";
      }
      text.append(']');
    } else {
      text.append('{');
      String separator = "";
      for (YamlEntry entry : node.entries()) {
        text.append(separator).append('"').append(entry.key()).append("\":");
        append(entry.value(), text);
        separator = ",";
      }
      text.append('}');
    }
  }

  private static void appendScalar(YamlNode node, StringBuilder text) {
    if (node.scalar().isString()) {
      text.append('"').append(node.scalar().text().replace("\"", "\\\"")).append('"');
    } else {
      text.append(node.scalar().text());
    }
  }
}
