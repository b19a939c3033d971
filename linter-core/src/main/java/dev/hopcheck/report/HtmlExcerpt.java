package dev.hopcheck.report;

import dev.hopcheck.finding.Callout;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Shows the lines of a finding with their neighbours; places close together share an excerpt. */
final class HtmlExcerpt {
  private static final int BEFORE = 2;
  private static final int AFTER = 1;

  /** Places of one finding that are shown; a rule names a few. */
  private static final int MOST = 12;

  /** Characters of a line and what is said of it that stand beside each other. */
  private static final int BESIDE = 64;

  private final Html html;
  private final ReportPath paths;

  HtmlExcerpt(Html html, ReportPath paths) {
    this.html = html;
    this.paths = paths;
  }

  /** Lines of one file with the places in them, from the first line to the last. */
  private static final class Block {
    private final SourceFile file;
    private final List<Callout> callouts = new ArrayList<>(2);
    private int first;
    private int last;

    private Block(Callout callout, int first, int last) {
      file = callout.at().file();
      this.first = first;
      this.last = last;
      callouts.add(callout);
    }

    private boolean takes(Callout callout, int from, int to) {
      if (callout.at().file() != file || from > last + 1 || to < first - 1) {
        return false;
      }
      first = Math.min(first, from);
      last = Math.max(last, to);
      callouts.add(callout);
      return true;
    }
  }

  void write(Finding finding) throws IOException {
    List<Callout> all = new ArrayList<>(finding.related());
    all.add(0, finding.at());
    boolean secret = finding.resource().kind().equals("Secret");
    List<Block> blocks = new ArrayList<>(2);
    for (Callout callout : all.subList(0, Math.min(MOST, all.size()))) {
      add(callout, secret, blocks);
    }
    for (Block block : blocks) {
      write(block, finding.at());
    }
    if (all.size() > MOST) {
      html.raw("<p class=\"more\">and " + (all.size() - MOST) + " more places</p>\n");
    }
  }

  private static void add(Callout callout, boolean secret, List<Block> blocks) {
    SourceFile file = callout.at().file();
    int line = callout.at().start().line();
    int from = secret ? line : neighbour(file, line, -1, BEFORE);
    int to = secret ? line : neighbour(file, line, 1, AFTER);
    for (Block block : blocks) {
      if (block.takes(callout, from, to)) {
        return;
      }
    }
    blocks.add(new Block(callout, from, to));
  }

  /**
   * The furthest line to be shown in one direction: of the same document, since nobody knows what
   * is secret in another that could not be read.
   */
  private static int neighbour(SourceFile file, int line, int step, int most) {
    int at = line;
    for (int i = 0; i < most; i++) {
      int next = at + step;
      boolean inside = next >= 1 && next <= file.lines() && at <= file.lines();
      if (!inside || isEdge(file, next) || (step > 0 && isEdge(file, at))) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private static boolean isEdge(SourceFile file, int line) {
    int start = file.lineStart(line);
    return file.isSecret(line) || starts(file, start, '-') || starts(file, start, '.');
  }

  private static boolean starts(SourceFile file, int offset, char mark) {
    return offset + 3 <= file.length()
        && file.at(offset) == mark
        && file.at(offset + 1) == mark
        && file.at(offset + 2) == mark;
  }

  private void write(Block block, Callout main) throws IOException {
    Callout head = block.callouts.get(0);
    html.raw("<figure class=\"source\"><figcaption>")
        .name(head.at().isRendered() ? head.at().name() : paths.of(block.file.name()))
        .raw(head.at().isRendered() ? ", standard input " : ":")
        .raw(head.at().start().line() + ":" + head.at().start().column())
        .raw("</figcaption><pre>");
    for (int line = block.first; line <= block.last; line++) {
      boolean marked = false;
      for (Callout callout : block.callouts) {
        if (callout.at().start().line() == line) {
          marked(line, callout, callout == main);
          marked = true;
        }
      }
      if (!marked) {
        SourceLine plain = SourceLine.of(block.file.shown(line), 1, 1);
        row("", line).text(plain.text().stripTrailing()).raw("</span>\n");
      }
    }
    html.raw("</pre></figure>\n");
  }

  private Html row(String type, int line) throws IOException {
    return html.raw("<span class=\"line" + type + "\"><b>" + line + "</b>");
  }

  private void marked(int line, Callout callout, boolean main) throws IOException {
    String type = main ? " at" : " also";
    SourceLine source = SourceLine.of(callout);
    List<String> parts = source.parts();
    row(type, line).text(parts.get(0));
    html.raw("<mark>").text(parts.get(1).isEmpty() ? " " : parts.get(1)).raw("</mark>");
    html.text(parts.get(2).stripTrailing());
    String said = callout.text();
    boolean beside = source.text().length() + said.length() <= BESIDE;
    if (!said.isEmpty() && beside) {
      html.raw("<i>").message(said).raw("</i>");
    }
    html.raw("</span>\n");
    if (!said.isEmpty() && !beside) {
      html.raw("<span class=\"line say" + type + "\"><i>").message(said).raw("</i></span>\n");
    }
  }
}
