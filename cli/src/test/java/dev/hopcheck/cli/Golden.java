package dev.hopcheck.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;

/**
 * Compares with recorded output; {@code -Dgolden=update} records it anew, and the test still fails.
 */
final class Golden {
  private Golden() {}

  /** Holds text equal to a file; an absent file is the empty text. */
  static void check(Path golden, String found, SoftAssertions all) throws IOException {
    String expected = Files.exists(golden) ? Files.readString(golden) : "";
    if (!found.equals(expected) && "update".equals(System.getProperty("golden"))) {
      if (found.isEmpty()) {
        Files.delete(golden);
      } else {
        Files.write(golden, found.getBytes(StandardCharsets.UTF_8));
      }
    }
    all.assertThat(found).as("golden %s", golden).isEqualTo(expected);
  }
}
