package dev.hopcheck.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this command line, as its jar has it. */
final class Version {
  private static final String RESOURCE = "/META-INF/maven/dev.hopcheck/cli/pom.properties";

  private Version() {}

  static String text() throws IOException {
    try (InputStream stream = Version.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        return "development";
      }
      Properties properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version", "development");
    }
  }
}
