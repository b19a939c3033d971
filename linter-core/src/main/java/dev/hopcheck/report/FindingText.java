package dev.hopcheck.report;

import dev.hopcheck.finding.Callout;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.source.Position;
import dev.hopcheck.source.SourceFile;
import java.io.IOException;

/** Writes one finding with its source lines, marks, notes and fixes. */
final class FindingText {
  private final Ink ink;

  FindingText(Ink ink) {
    this.ink = ink;
  }

  void write(Finding finding, Appendable out) throws IOException {
    out.append(
            ink.severity(
                finding.severity(), finding.severity().word() + "[" + finding.rule() + "]"))
        .append(ink.bold(": " + Visible.line(finding.headline())))
        .append('\n');
    Snippet snippet = new Snippet(finding, out);
    snippet.callouts();
    for (Remark remark : Remark.of(finding)) {
      snippet.remark(remark.kind(), remark.text());
    }
  }

  /** The lines of one finding: they share a margin as wide as the largest line number. */
  private final class Snippet {
    private final Finding finding;
    private final Appendable out;
    private final String margin;
    private SourceFile file;
    private String name = "";
    private int line;

    Snippet(Finding finding, Appendable out) {
      this.finding = finding;
      this.out = out;
      this.file = finding.location().file();
      int last = finding.location().start().line();
      for (Callout other : finding.related()) {
        last = Math.max(last, other.at().start().line());
      }
      margin = " ".repeat(Integer.toString(last).length());
    }

    void callouts() throws IOException {
      place("-->", finding.at());
      row("");
      source(finding.at(), '^');
      for (Callout other : finding.related()) {
        SourceFile otherFile = other.at().file();
        int otherLine = other.at().start().line();
        if (otherFile != file || !other.at().name().equals(name)) {
          place(":::", other);
        } else if (otherLine < line || otherLine > line + 1) {
          out.append(ink.margin(margin + " ...")).append('\n');
        }
        boolean sameLine = otherFile == file && otherLine == line;
        if (sameLine) {
          mark(other, '-');
        } else {
          source(other, '-');
        }
      }
    }

    private void place(String arrow, Callout callout) throws IOException {
      Position at = callout.at().start();
      file = callout.at().file();
      name = callout.at().name();
      out.append(ink.margin(margin + arrow + " ")).append(Visible.name(name));
      // Of what is rendered, the lines are those of the stream.
      out.append(name.equals(file.name()) ? ":" : ", standard input ")
          .append(at.line() + ":" + at.column())
          .append('\n');
    }

    private void source(Callout callout, char mark) throws IOException {
      line = callout.at().start().line();
      String number = Integer.toString(line);
      out.append(ink.margin(margin.substring(number.length()) + number + " |"));
      String text = SourceLine.of(callout).text().stripTrailing();
      if (!text.isEmpty()) {
        out.append(' ').append(text);
      }
      out.append('\n');
      mark(callout, mark);
    }

    private void mark(Callout callout, char mark) throws IOException {
      SourceLine shown = SourceLine.of(callout);
      String carets = String.valueOf(mark).repeat(shown.width());
      String painted = mark == '^' ? ink.severity(finding.severity(), carets) : ink.margin(carets);
      String label = callout.text().isEmpty() ? "" : " " + Visible.line(callout.text());
      row(" ".repeat(shown.mark()) + painted + label);
    }

    void remark(String kind, String text) throws IOException {
      out.append(ink.margin(margin + " = "))
          .append(ink.bold(kind))
          .append(": ")
          .append(Visible.line(text))
          .append('\n');
    }

    private void row(String text) throws IOException {
      out.append(ink.margin(margin + " |"));
      if (!text.isEmpty()) {
        out.append(' ').append(text);
      }
      out.append('\n');
    }
  }
}
