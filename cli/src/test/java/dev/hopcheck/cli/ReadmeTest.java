package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.config.Limit;
import dev.hopcheck.engine.ExitCode;
import dev.hopcheck.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README shows and lists is so. */
class ReadmeTest {
  private static final Path ROOT =
      Path.of(System.getProperty("hopcheck.testdata", "../testdata")).getParent();

  @Test
  void showsTrueOutput() throws IOException {
    String shown = between("$ cli/bin/hopcheck lint testdata/slides\n", "```");
    String output = CommandLine.run(ROOT, "lint", "testdata/slides").out();
    String[] parts = shown.split("\n\\.\\.\\.\n");
    assertThat(parts).hasSizeGreaterThan(1);
    for (String part : parts) {
      assertThat(output).contains(part.strip());
    }
  }

  @Test
  void listsAllCommands() throws IOException {
    List<String> names = new ArrayList<>();
    for (Syntax syntax : Commands.all()) {
      names.add(syntax.name());
    }
    assertThat(rows(between("| command |", "\n\n").replace("` |", " |"), "| `hopcheck ", " "))
        .containsExactlyElementsOf(names);
  }

  @Test
  void listsAllExitCodes() throws IOException {
    List<String> codes = new ArrayList<>();
    for (ExitCode code : ExitCode.values()) {
      codes.add(Integer.toString(code.code()));
    }
    assertThat(rows(between("| exit |", "\n\n"), "| ", " ")).containsSubsequence(codes);
  }

  @Test
  void listsAllFormats() throws IOException {
    List<String> formats = new ArrayList<>();
    for (ReportFormat format : ReportFormat.values()) {
      formats.add(format.word());
    }
    assertThat(rows(between("| format |", "\n\n"), "| `", "`")).containsExactlyElementsOf(formats);
    String help = CommandLine.run(ROOT, "lint", "--help").out();
    for (String format : formats) {
      assertThat(help).containsPattern("--format.*\\b" + format + "\\b");
    }
  }

  @Test
  void listsAllLimits() throws IOException {
    List<String> limits = new ArrayList<>();
    for (Limit limit : Limit.values()) {
      limits.add(
          "| `%s` | %,d | %s | %s |"
              .formatted(limit.word(), limit.usual(), limit.what(), limit.when()));
    }
    assertThat(
            between("| limit | default | of what | over it |\n| --- | --- | --- | --- |\n", "\n\n"))
        .isEqualTo(String.join("\n", limits));
    String unknown = CommandLine.run(ROOT, "lint", "--limit", "?=1").err();
    String configuration = CommandLine.run(ROOT, "init", "--schema").out();
    for (Limit limit : Limit.values()) {
      assertThat(unknown).containsPattern("\\b" + limit.word() + "\\b");
      assertThat(configuration).contains('"' + limit.word() + "\": {\"description\"");
    }
  }

  @Test
  void listsAllPackages() throws IOException {
    List<String> packages;
    Path root = ROOT.resolve("linter-core/src/main/java/dev/hopcheck");
    try (Stream<Path> folders = Files.list(root)) {
      packages =
          folders.filter(Files::isDirectory).map(path -> path.getFileName().toString()).toList();
    }
    assertThat(rows(between("| package |", "\n\n"), "| `", "`"))
        .containsExactlyInAnyOrderElementsOf(packages);
  }

  private static List<String> rows(String text, String start, String end) {
    List<String> found = new ArrayList<>();
    for (String line : text.split("\n")) {
      if (line.startsWith(start)) {
        found.add(line.substring(start.length(), line.indexOf(end, start.length())));
      }
    }
    return found;
  }

  private static String between(String start, String end) throws IOException {
    String readme = readme();
    int from = readme.indexOf(start);
    assertThat(from).as("`%s` in the README", start).isNotNegative();
    from += start.length();
    return readme.substring(from, readme.indexOf(end, from));
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }
}
