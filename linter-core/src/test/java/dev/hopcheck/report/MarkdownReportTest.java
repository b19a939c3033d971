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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

/** Markdown as an independent parser reads it, with tables and links made of bare addresses. */
class MarkdownReportTest {
  private static Node parse(String text) {
    return Parser.builder()
        .extensions(List.of(TablesExtension.create(), AutolinkExtension.create()))
        .build()
        .parse(text);
  }

  /** What a page holds besides plain words. */
  private static final class Found extends AbstractVisitor {
    final List<String> active = new ArrayList<>();
    final List<String> cells = new ArrayList<>();
    final StringBuilder prose = new StringBuilder();
    private final StringBuilder all = new StringBuilder();

    @Override
    public void visit(Link link) {
      active.add("link " + link.getDestination());
    }

    @Override
    public void visit(Image image) {
      active.add("image " + image.getDestination());
    }

    @Override
    public void visit(HtmlInline html) {
      if (!html.getLiteral().equals("<br>")) {
        active.add(html.getLiteral());
      }
    }

    @Override
    public void visit(HtmlBlock html) {
      active.add(html.getLiteral());
    }

    @Override
    public void visit(Code code) {
      all.append(code.getLiteral());
    }

    @Override
    public void visit(Text text) {
      all.append(text.getLiteral());
      prose.append(text.getLiteral()).append('\n');
    }

    @Override
    public void visit(CustomNode node) {
      int from = all.length();
      visitChildren(node);
      if (node instanceof TableCell) {
        cells.add(all.substring(from));
      }
    }

    static Found in(String markdown) {
      Found found = new Found();
      parse(markdown).accept(found);
      return found;
    }
  }

  @Test
  void robustness86HostileTextsAreLiteral() throws Exception {
    String page = Reported.write(ReportFormat.MARKDOWN, Reported.hostile());
    Found found = Found.in(page);
    assertThat(found.active).isEmpty();
    assertThat(found.prose).doesNotContain("@").doesNotContain("#").doesNotContain("http");
    assertThat(found.cells)
        .contains(Visible.name(Reported.HOSTILE_NAME) + ":7:3")
        .contains("half{U+D800}.yaml:2:1");
  }

  @Test
  void tellsAllThatThereIs() throws Exception {
    String page =
        Reported.write(
            ReportFormat.MARKDOWN,
            Reported.lint(Reported.file("./k8s/a.yaml", "web"), SourceFile.of("e.yaml", "")));
    assertThat(page)
        .startsWith("## Hopcheck: incomplete, 1 error,")
        .contains("\n2 files: 1 analysed, 1 skipped, 0 failed; 2 documents, 1 not read\n")
        .contains("| `k8s/a.yaml:10` | `node-port-out-of-range` | web | 2027-01-31 | yes |\n")
        .contains("| `e.yaml` | ")
        .contains("| `Thing` | `example.com/v1` | 1 |\n");
    assertThat(Found.in(page).cells).contains("Thing");
  }

  @Property(tries = 300)
  void robustness86AnyMessageIsLiteralInACell(
      @ForAll
          @StringLength(max = 40)
          @Chars({
            'a', 'f', '1', ' ', '`', '|', '\\', '*', '_', '<', '>', '@', '#', '[', ']', '(', ')',
            '!', '&', ';', ':', '/', '.', '-', '~', '\n', '"', '\'', 'w'
          })
          String text) {
    Found found =
        Found.in("| a | b |\n| --- | --- |\n| x" + MarkdownText.message(text) + "x | y |\n");
    assertThat(found.active).isEmpty();
    assertThat(found.cells).hasSize(4);
    assertThat(found.cells.get(3)).isEqualTo("y");
    assertThat(found.cells.get(2).replace(" ", ""))
        .isEqualTo("x" + withoutPairs(Visible.line(text)).replace(" ", "") + "x");
    assertThat(found.prose).doesNotContain("@").doesNotContain("#");
  }

  /** Backticks that come in pairs are marks of code and not shown. */
  private static String withoutPairs(String text) {
    StringBuilder left = new StringBuilder();
    int at = 0;
    while (true) {
      int open = text.indexOf('`', at);
      int close = open < 0 ? -1 : text.indexOf('`', open + 1);
      if (close < 0) {
        return left.append(text.substring(at)).toString();
      }
      left.append(text, at, open).append(text, open + 1, close);
      at = close + 1;
    }
  }

  @Test
  void robustness86AtMostOneMebibyte() throws Exception {
    SourceFile file = SourceFile.of("\u00e9".repeat(100) + ".yaml", "x");
    Finding finding =
        Finding.of(
                new RuleId("a-rule"),
                Severity.ERROR,
                "word ".repeat(50),
                new Location(file, new Span(0, 0)))
            .build();
    LintResult result = Reported.lint().withFindings(Collections.nCopies(20_000, finding));
    String page = Reported.write(ReportFormat.MARKDOWN, result);
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isBetween(900_000, 1 << 20);
    assertThat(page).contains(" more are left out: this page holds no more.\n");
  }
}
