package dev.hopcheck.report;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.rule.RuleDoc;
import java.io.IOException;
import java.util.List;

/** Shows the documentation of rules on a terminal. */
public final class RuleText {
  private static final int WIDTH = 80;

  private final Ink ink;

  /** With or without the terminal's colours. */
  public RuleText(boolean colour) {
    ink = new Ink(colour);
  }

  /** One rule's page. */
  public void page(RuleDoc doc, Appendable out) throws IOException {
    out.append(ink.severity(doc.severity(), doc.severity().word() + "[" + doc.id() + "]"));
    out.append(ink.bold(": " + doc.summary())).append('\n');
    if (!doc.otherSeverities().isEmpty()) {
      out.append("by evidence also ").append(words(doc.otherSeverities())).append('\n');
    }
    prose("Why", doc.rationale(), out);
    prose("What the client sees", doc.symptom(), out);
    prose("What to do", doc.mend(), out);
    code("Bad", doc.badShown(), out);
    code("Good", doc.good(), out);
    if (!doc.references().isEmpty()) {
      heading("See also", out);
      for (String reference : doc.references()) {
        out.append("  ").append(reference).append('\n');
      }
    }
    if (doc.family().equals("suppression")) {
      return;
    }
    heading("To silence it at one place, or for one object by an annotation", out);
    out.append("  # hopcheck: ignore ").append(doc.id().value()).append(" -- reason\n");
    out.append("  hopcheck.dev/ignore: \"").append(doc.id().value()).append(" -- reason\"\n");
  }

  /** A line for each rule. */
  public void list(List<RuleDoc> docs, Appendable out) throws IOException {
    int longest = 0;
    for (RuleDoc doc : docs) {
      longest = Math.max(longest, doc.id().value().length());
    }
    for (RuleDoc doc : docs) {
      String id = doc.id().value();
      String severity = doc.severity().word();
      out.append(ink.bold(id)).append(" ".repeat(longest - id.length() + 2));
      out.append(ink.severity(doc.severity(), severity)).append(" ".repeat(9 - severity.length()));
      out.append(doc.summary()).append('\n');
    }
  }

  private static String words(List<Severity> severities) {
    StringBuilder text = new StringBuilder();
    for (Severity severity : severities) {
      text.append(text.length() == 0 ? "" : ", ").append(severity.word());
    }
    return text.toString();
  }

  private void heading(String text, Appendable out) throws IOException {
    out.append('\n').append(ink.bold(text)).append('\n');
  }

  private void prose(String heading, String text, Appendable out) throws IOException {
    if (text.isBlank()) {
      return;
    }
    heading(heading, out);
    int column = 0;
    for (String word : text.strip().split("\\s+", -1)) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        out.append('\n');
        column = 0;
      }
      out.append(column == 0 ? "  " : " ").append(word);
      column += (column == 0 ? 2 : 1) + word.length();
    }
    out.append('\n');
  }

  private void code(String heading, String text, Appendable out) throws IOException {
    if (text.isBlank()) {
      return;
    }
    heading(heading, out);
    for (String line : text.strip().split("\n", -1)) {
      out.append(line.isEmpty() ? "" : "    ").append(line).append('\n');
    }
  }
}
