package dev.hopcheck.promise;

import dev.hopcheck.engine.ExitCode;
import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Linter;
import dev.hopcheck.engine.Mend;
import dev.hopcheck.engine.Silenced;
import dev.hopcheck.finding.Callout;
import dev.hopcheck.finding.Edit;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Fix;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.report.ReportFormat;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds of every result, whatever was checked. */
final class ResultCheck {
  /** What may be said of a manifest that could not be checked. */
  private static final Set<String> PROBLEMS =
      Set.of(
          "yaml-syntax",
          "yaml-encoding",
          "yaml-limit-aliases",
          "yaml-limit-depth",
          "yaml-limit-nodes",
          "schema-unusable",
          "schema-too-complex");

  private final Catalogue catalogue;
  private final Map<String, List<String>> alone = new HashMap<>();
  private long findings;
  private long problems;
  private long kept;

  ResultCheck(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Each finding is of a rule that exists and lies in its file; all files are accounted for. */
  void sound(LintResult result, List<String> wrong) {
    findings += result.findings().size();
    problems += result.problems().size();
    for (Finding finding : result.findings()) {
      sound(finding, wrong);
    }
    for (Problem problem : result.problems()) {
      if (!PROBLEMS.contains(problem.id())) {
        wrong.add("strange problem " + problem);
      }
      if (problem.message().chars().anyMatch(c -> c < ' ')) {
        wrong.add("a message of more than a line " + problem);
      }
    }
    if (!result.accounting().balances()) {
      wrong.add("unaccounted for: " + result.accounting());
    }
    if (result.problems().isEmpty() == (result.exit() == ExitCode.INCOMPLETE)) {
      wrong.add("ends with " + result.exit() + " in spite of " + result.problems());
    }
    if (result.problems().isEmpty() && result.accounting().failedDocuments() > 0) {
      wrong.add("a document is lost without a word");
    }
  }

  private void sound(Finding finding, List<String> wrong) {
    if (!catalogue.knows(finding.rule())) {
      wrong.add("no such rule: " + finding);
    }
    sound(finding.location(), finding, wrong);
    for (Callout other : finding.related()) {
      sound(other.at(), finding, wrong);
    }
    for (Fix fix : finding.fixes()) {
      for (Edit edit : fix.edits()) {
        sound(edit.at(), finding, wrong);
      }
    }
  }

  /** Ranges begin and end between characters. */
  private static void sound(Location at, Finding finding, List<String> wrong) {
    SourceFile file = at.file();
    for (int offset : new int[] {at.span().start(), at.span().end()}) {
      if (offset > file.length() || (offset < file.length() && (file.at(offset) & 0xC0) == 0x80)) {
        wrong.add(at.span() + " is no range of characters: " + finding);
      }
    }
  }

  /** All formats and fixes can be written. */
  void shown(LintResult result, List<String> wrong) {
    ReportFormat.Options options =
        new ReportFormat.Options(
            Severity.INFO, true, true, Severity.ERROR, Path.of("").toAbsolutePath(), catalogue, "");
    for (ReportFormat format : ReportFormat.values()) {
      StringBuilder report = new StringBuilder();
      try {
        format.report(options).write(result, report);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
      if (report.isEmpty() && format != ReportFormat.GITHUB) {
        wrong.add("nothing in " + format);
      }
    }
    Mend mend = Mend.of(result.findings(), true);
    if (mend.diff().isEmpty() && mend.files() > 0) {
      wrong.add("fixes that change nothing");
    }
  }

  /**
   * What is said of the document alone is said of it in the stream too, silenced or not. Of a file
   * whose bytes are no text nothing is said.
   */
  void kept(LintResult result, byte[] document, int offset, List<String> wrong) {
    if (result.accounting().failed() > 0) {
      return;
    }
    String text = new String(document, StandardCharsets.UTF_8);
    List<Finding> said = new ArrayList<>(result.findings());
    for (Silenced silenced : result.silenced()) {
      said.add(silenced.finding());
    }
    List<String> now = new ArrayList<>();
    for (Finding finding : said) {
      now.add(shown(finding, offset));
    }
    for (String finding : alone.computeIfAbsent(text, ResultCheck::alone)) {
      kept++;
      if (!now.contains(finding)) {
        wrong.add("lost: " + finding);
      }
    }
  }

  private static List<String> alone(String text) {
    LintRequest request = LintRequest.ofTexts(List.of(SourceFile.of("-", text))).build();
    List<String> shown = new ArrayList<>();
    for (Finding finding : Linter.installed().lint(request).findings()) {
      shown.add(shown(finding, 0));
    }
    if (shown.size() < 3) {
      throw new IllegalStateException("too little is wrong with it: " + shown);
    }
    return shown;
  }

  /** Without the severity, which what stands beside may change. */
  private static String shown(Finding finding, int offset) {
    return finding.rule() + " at " + (finding.location().span().start() - offset);
  }

  long findings() {
    return findings;
  }

  long problems() {
    return problems;
  }

  long kept() {
    return kept;
  }
}
