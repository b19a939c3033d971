package dev.hopcheck.rule;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.fuzz.Claims;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.yaml.YamlLimits;
import dev.hopcheck.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Comments silence a range of the file, for a reason, or are findings themselves. */
class SuppressionFuzz {
  private static final YamlLimits LIMITS = new YamlLimits(1 << 14, 20, 2000, 4000);

  static Stream<byte[]> seeds() {
    return Stream.of(
            "a: 1 # hopcheck: ignore wrong-type -- x\n",
            "# hopcheck: ignore wrong-type, value-invalid until 2027-01-31 -- x\n---\na: 1\n",
            "a:\n  # hopcheck: ignore wrong-type -- x\n  - b: |\n      # hopcheck: ignore x -- y\n",
            "{a: b, # hopcheck: ignore wrong-type -- \u00e9\n c: d}",
            "? a # hopcheck: ignore all\n: b # hopcheck:ignore\n",
            "a: 'x # hopcheck: ignore wrong-type -- x\n  y' # hopcheck: ignore -- x\r\n",
            "metadata:\n  annotations: {hopcheck.dev/ignore: wrong-type until 2027-01-31 -- x}\n")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @DictionaryEntries(
      value = {
        "# hopcheck: ignore ",
        "wrong-type",
        " -- x",
        " until ",
        "2027-01-31",
        ", ",
        "\\x0A---\\x0A"
      })
  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10m")
  void comments(byte[] bytes) {
    SourceFile file = SourceFile.of("a.yaml", new String(bytes, StandardCharsets.UTF_8));
    List<Suppression> found = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    new SuppressionScanner(file, YamlReader.read(file, LIMITS).documents(), Catalogue.of())
        .scan(found, findings);
    Claims.inFile(findings);
    for (Suppression suppression : found) {
      Claims.inFile(suppression.at());
      Claims.inFile(new Location(file, suppression.scope()));
      Claims.hold(!suppression.rules().isEmpty(), "no rule");
      Claims.hold(!suppression.reason().isBlank(), "no reason");
    }
  }
}
