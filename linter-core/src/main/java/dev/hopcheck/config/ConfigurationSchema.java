package dev.hopcheck.config;

import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.RuleDoc;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The JSON Schema of configurations, for editors; it says what the reader says. */
public final class ConfigurationSchema {
  private static final String RULES = "\"RULES\"";

  private ConfigurationSchema() {}

  /** The schema with the ids of all rules. */
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
      int at = text.indexOf(RULES);
      return text.substring(0, at) + ids + text.substring(at + RULES.length());
    }
  }
}
