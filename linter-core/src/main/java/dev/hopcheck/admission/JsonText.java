package dev.hopcheck.admission;

import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A value as the server prints it where it is no plain scalar: compact JSON. */
final class JsonText {
  private JsonText() {}

  /** The JSON of a field as it is written; {@code null} for an absent one. */
  static String of(Field field) {
    StringBuilder text = new StringBuilder();
    if (!field.written() && field.defaulted()) {
      appendText(field.text(), field.isString(), text);
    } else {
      append(field.node(), text);
    }
    return text.toString();
  }

  /** The JSON of a map of strings, in the order of its keys; {@code null} for an absent one. */
  static String ofMap(Field map) {
    if (!map.present()) {
      return "null";
    }
    TreeMap<String, String> sorted = new TreeMap<>();
    for (Field entry : map.entries()) {
      sorted.put(entry.name(), entry.text());
    }
    StringBuilder text = new StringBuilder("{");
    String separator = "";
    for (Map.Entry<String, String> entry : sorted.entrySet()) {
      appendText(entry.getKey(), true, text.append(separator));
      appendText(entry.getValue(), true, text.append(':'));
      separator = ",";
    }
    return text.append('}').toString();
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
    appendText(node.scalar().text(), node.scalar().isString(), text);
  }

  private static void appendText(String value, boolean string, StringBuilder text) {
    if (!string) {
      text.append(value);
      return;
    }
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> text.append(c);
      }
    }
    text.append('"');
  }
}
