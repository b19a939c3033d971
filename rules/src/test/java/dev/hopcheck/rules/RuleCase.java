package dev.hopcheck.rules;

import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Linter;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.report.ReportFormat;
import dev.hopcheck.rule.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A case of a rule: one manifest, or a folder of them that makes one cluster. A first line {@code #
 * closed} says that the manifests are all there is.
 *
 * @param rule the id of the rule, which is the name of the folder
 * @param at the manifest or folder
 */
record RuleCase(String rule, Path at) {
  /** Where cases lie: a folder for each rule. */
  static Path root() {
    return Path.of(System.getProperty("hopcheck.testdata")).resolve("rules");
  }

  /** All cases in order of their names. */
  static List<RuleCase> all() throws IOException {
    List<RuleCase> cases = new ArrayList<>();
    for (Path folder : list(root())) {
      for (Path file : list(folder)) {
        if (!isOutput(file)) {
          cases.add(new RuleCase(folder.getFileName().toString(), file));
        }
      }
    }
    return cases;
  }

  /** What a folder holds, in order of name; nothing where it is none. */
  static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** Whether the file is recorded for a case, and no case itself. */
  static boolean isOutput(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".golden.txt") || name.endsWith(".fixed.yaml");
  }

  /** The case's name: what it shows. */
  String name() {
    String file = at.getFileName().toString();
    return file.endsWith(".yaml") ? file.substring(0, file.length() - 5) : file;
  }

  /** Where the rendered findings are recorded. */
  Path golden() {
    return at.resolveSibling(name() + ".golden.txt");
  }

  /** Where the mended manifest is recorded. */
  Path fixed() {
    return at.resolveSibling(name() + ".fixed.yaml");
  }

  /** The case's manifests. */
  List<Path> manifests() throws IOException {
    return Files.isDirectory(at) ? list(at) : List.of(at);
  }

  /** What is marked: {@code FILE LINE ID}, in order. */
  List<String> expected() throws IOException {
    List<String> expected = new ArrayList<>();
    for (Path file : manifests()) {
      for (String mark : Marks.read(Files.readString(file), rule).expected()) {
        expected.add(file.getFileName() + " " + mark);
      }
    }
    return expected;
  }

  /** Copies the manifests without marks. */
  void copyTo(Path folder) throws IOException {
    for (Path file : manifests()) {
      String text = Marks.read(Files.readString(file), rule).text();
      Files.writeString(folder.resolve(file.getFileName().toString()), text);
    }
  }

  /**
   * Checks the copies; of other rules only errors and warnings count, so that remarks about other
   * matters do not disturb.
   */
  List<Finding> lint(Path folder) throws IOException {
    return ofCase(run(folder).findings());
  }

  /** The findings as a user reads them. */
  String render(Path folder) throws IOException {
    LintResult all = run(folder);
    LintResult own = all.withFindings(ofCase(all.findings()));
    StringBuilder text = new StringBuilder();
    ReportFormat.TEXT
        .report(
            new ReportFormat.Options(
                Severity.INFO, false, false, null, Path.of(""), Catalogue.of(), ""))
        .write(own, text);
    return text.toString();
  }

  private LintResult run(Path folder) throws IOException {
    boolean closed = false;
    List<String> names = new ArrayList<>();
    for (Path file : list(folder)) {
      closed |= Files.readString(file).startsWith("# closed\n");
      names.add(file.getFileName().toString());
    }
    return Linter.installed().lint(LintRequest.of(names).base(folder).closed(closed).build());
  }

  private List<Finding> ofCase(List<Finding> all) {
    List<Finding> own = new ArrayList<>();
    for (Finding finding : all) {
      if (finding.rule().value().equals(rule) || finding.severity() != Severity.INFO) {
        own.add(finding);
      }
    }
    return own;
  }
}
