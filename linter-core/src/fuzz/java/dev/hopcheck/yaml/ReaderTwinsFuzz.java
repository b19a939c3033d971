package dev.hopcheck.yaml;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hopcheck.fuzz.Claims;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fast reader takes, it reads as the reference reader does. */
class ReaderTwinsFuzz {
  private final ReaderTwins twins = new ReaderTwins();

  @DictionaryEntries(
      value = {
        "---\\x0A",
        "...\\x0A",
        "<<: ",
        "&a ",
        "*a",
        "? ",
        "\\x22\\\\u",
        "''",
        ">-\\x0A",
        "|+\\x0A",
        "\\x0D\\x0A"
      })
  @MethodSource("dev.hopcheck.fuzz.Seeds#manifests")
  @FuzzTest(maxDuration = "10m")
  void readAlike(byte[] bytes) {
    List<String> differences = twins.differences(ReaderTwins.utf8(bytes));
    Claims.hold(differences.isEmpty(), differences.toString());
  }
}
