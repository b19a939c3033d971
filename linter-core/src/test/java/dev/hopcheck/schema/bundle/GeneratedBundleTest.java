package dev.hopcheck.schema.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Makes the bundle anew and compares it with the committed one; {@code -Dgolden=update} writes it,
 * and fails. Needs the client's releases, which the Maven profile {@code schema-bundle} brings.
 */
class GeneratedBundleTest {
  private static final Path RESOURCES = Path.of("src/main/resources/dev/hopcheck/schema");

  @Test
  void isTheCommittedOne() throws IOException {
    String folder = System.getProperty("hopcheck.client-java");
    Assumptions.assumeTrue(folder != null, "only in the profile schema-bundle");
    BundleText.Text text = BundleText.of(Path.of(folder));
    boolean update = System.getProperty("golden", "").equals("update");
    compare("types.tsv", text.types(), update);
    compare("kinds.tsv", text.kinds(), update);
    assertThat(update).as("the bundle was rewritten; read the difference").isFalse();
  }

  private static void compare(String name, String made, boolean update) throws IOException {
    Path committed = RESOURCES.resolve(name);
    if (update) {
      Files.writeString(committed, made);
    }
    assertThat(made).as(name).isEqualTo(Files.readString(committed));
  }
}
