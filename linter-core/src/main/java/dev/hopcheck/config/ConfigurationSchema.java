package dev.hopcheck.config;

import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.RuleDoc;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The JSON Schema of configurations, for editors; it says what the reader says. */
public final class ConfigurationSchema {
  private static final String RULES = "\"RULES\"";
  private static final String LIMITS = "\"LIMITS\": {}";

  private ConfigurationSchema() {}

  /** The schema with the ids of all rules and the names of all limits. */
  public static String text(Catalogue catalogue) throws IOException {
    StringBuilder ids = new StringBuilder();
    for (RuleDoc doc : catalogue.docs()) {
      ids.append(ids.length() == 0 ? "" : ", ").append('"').append(doc.id()).append('"');
    }
    try (InputStream stream =
        ConfigurationSchema.class.getResourceAsStream("hopcheck.schema.json")) {
      if (stream == null) {
        throw new IOException("no schema of configurations");
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return put(limits(), LIMITS, put(ids.toString(), RULES, text));
    }
  }

  private static String put(String made, String mark, String text) {
    int at = text.indexOf(mark);
    return text.substring(0, at) + made + text.substring(at + mark.length());
  }

  private static String limits() {
    StringBuilder limits = new StringBuilder();
    for (Limit limit : Limit.values()) {
      limits
          .append(limits.length() == 0 ? "" : ",\n        ")
          .append('"')
          .append(limit.word())
          .append("\": {\"description\": \"Most ")
          .append(limit.what())
          .append(".\", \"default\": ")
          .append(limit.usual())
          .append(", \"type\": \"integer\", \"minimum\": 1");
      if (limit.most() < Long.MAX_VALUE) {
        limits.append(", \"maximum\": ").append(limit.most());
      }
      limits.append('}');
    }
    return limits.toString();
  }
}
