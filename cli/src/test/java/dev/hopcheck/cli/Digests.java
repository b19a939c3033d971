package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.report.ReportFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds that each format has one digest over many runs, and tells them. */
final class Digests {
  private final Map<String, String> first = new TreeMap<>();
  private final Map<String, Integer> runs = new TreeMap<>();

  /** The options that write each format of {@code lint} to a file of its own. */
  static List<String> options() {
    List<String> options = new ArrayList<>();
    for (ReportFormat format : ReportFormat.values()) {
      options.add("--format=" + format.word() + "=out." + format.word());
    }
    return options;
  }

  /** Takes the files that a run wrote into a folder. */
  void take(Path folder, Object how) throws IOException {
    for (ReportFormat format : ReportFormat.values()) {
      Path file = folder.resolve("out." + format.word());
      take(format.word(), Files.readString(file), how);
      Files.delete(file);
    }
  }

  /** Takes the output of a run. */
  void take(String format, String output, Object how) {
    assertThat(output).as("%s", how).hasSizeGreaterThan(100);
    String digest = digest(output);
    String before = first.putIfAbsent(format, digest);
    assertThat(digest).as("%s of %s", format, how).isEqualTo(before == null ? digest : before);
    runs.merge(format, 1, Integer::sum);
  }

  int runs() {
    return runs.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Adds a row for each format. */
  void show(int number, String input, CaseTable cases) {
    runs.forEach(
        (format, count) ->
            cases.seen(
                number,
                input + ", " + format,
                "one digest",
                count + " runs, " + first.get(format).substring(0, 16)));
  }

  private static String digest(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
