package dev.hopcheck.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;

/**
 * Compares with recorded text; {@code -Dgolden=update} records it anew, and the test still fails.
 */
final class Golden {
  private Golden() {}

  /** Holds text equal to a file, which must exist even where nothing is to be said. */
  static void check(Path golden, String found, SoftAssertions all) throws IOException {
    String expected = Files.exists(golden) ? Files.readString(golden) : null;
    if (!found.equals(expected) && "update".equals(System.getProperty("golden"))) {
      Files.createDirectories(golden.getParent());
      Files.write(golden, found.getBytes(StandardCharsets.UTF_8));
    }
    all.assertThat(found).as("golden %s", golden).isEqualTo(expected);
  }
}
