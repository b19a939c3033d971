package dev.hopcheck.query;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hopcheck.fuzz.Claims;
import dev.hopcheck.source.SourceFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text gives expectations or errors at their lines. */
class FlowsFuzz {
  @DictionaryEntries(
      value = {
        "from ",
        " to ",
        " in ",
        "pod -l ",
        " succeeds",
        " fails with ",
        "resolve ",
        " gives ",
        "service ",
        " selects exactly ",
        "every service ",
        " has endpoints",
        "namespace ",
        "outside"
      })
  @MethodSource("dev.hopcheck.fuzz.Seeds#flows")
  @FuzzTest(maxDuration = "10m")
  void lines(byte[] bytes) {
    SourceFile file = SourceFile.of("a.flows", new String(bytes, StandardCharsets.UTF_8));
    FlowsFile flows = FlowsFile.read(file, 4096);
    Claims.hold(flows.errors().size() <= FlowsFile.MOST_ERRORS, "too many errors");
    for (QueryError error : flows.errors()) {
      int line = error.at().line();
      Claims.hold(line <= file.lines(), "behind the last line: " + error);
      int columns = file.line(line).codePointCount(0, file.line(line).length());
      Claims.hold(error.at().column() <= columns + 1, "behind the line's end: " + error);
      Claims.hold(!error.message().isBlank(), "no message");
    }
    int most = file.lines();
    Claims.hold(flows.expectations().size() + flows.errors().size() <= most, "more than lines");
  }
}
