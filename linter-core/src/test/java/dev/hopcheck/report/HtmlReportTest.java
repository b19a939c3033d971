package dev.hopcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.engine.LintResult;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a page holds; that browsers read it as it is meant is held with the command line. */
class HtmlReportTest {
  private static Finding finding(SourceFile file, int start, int end, Severity severity) {
    return Finding.of(
            new RuleId("a-rule"), severity, "wrong", new Location(file, new Span(start, end)))
        .build();
  }

  private static String page(Finding... findings) throws Exception {
    return Reported.write(
        ReportFormat.HTML, Reported.lint().withFindings(List.of(findings)), Severity.INFO);
  }

  @Test
  void robustness85HostileTextsAreEscaped() throws Exception {
    String page = Reported.write(ReportFormat.HTML, Reported.hostile());
    assertThat(page).contains("&lt;b&gt;@team", "a b#%?:,|`*_").doesNotContain("<b>@team");
  }

  @Test
  void showsLinesOfTheSameDocumentOnly() throws Exception {
    SourceFile file = SourceFile.of("a.yaml", "password: [\n---\na: 1\nb: 2\nc: 3\n---\nd: [\n");
    int start = file.lineStart(4) + 3;
    assertThat(page(finding(file, start, start + 1, Severity.ERROR)))
        .contains("<b>3</b>a: 1", "<b>4</b>b: <mark>2</mark>", "<b>5</b>c: 3")
        .doesNotContain("password", "d: [");
  }

  @Test
  void keepsTheHeaviestOfManyFindingsAndSaysHowManyAreLeft() throws Exception {
    SourceFile file = SourceFile.of("\u00e9".repeat(60) + ".yaml", "a: 1\n");
    List<Finding> many =
        new ArrayList<>(Collections.nCopies(3_000, finding(file, 3, 4, Severity.INFO)));
    many.add(finding(file, 3, 4, Severity.ERROR));
    String page =
        Reported.write(ReportFormat.HTML, Reported.lint().withFindings(many), Severity.INFO);
    assertThat(page)
        .contains("<p class=\"rest\">1001 findings of less weight are not on this page")
        .contains("id=\"f3001\"");
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(4_000_000);
  }

  @Test
  void aLineIsCutAroundItsMark() {
    SourceLine wide = SourceLine.of("\u6f22: " + "x".repeat(300) + "\u6f22y", 304, 305);
    assertThat(wide.parts()).hasSize(3);
    assertThat(wide.parts().get(1)).isEqualTo("\u6f22");
    assertThat(String.join("", wide.parts())).isEqualTo(wide.text());
    assertThat(SourceLine.of("a: b", 5, 5).parts()).containsExactly("a: b", "", "");
  }

  @Test
  void aRunWithoutFindingsIsAPageToo() throws Exception {
    LintResult result =
        Reported.lint(SourceFile.of("a.yaml", "{apiVersion: v1, kind: ConfigMap}\n"));
    assertThat(Reported.write(ReportFormat.HTML, result.withFindings(List.of())))
        .startsWith("<!DOCTYPE html>\n")
        .endsWith("</html>\n")
        .doesNotContain("<form");
  }
}
