package dev.hopcheck.promise;

import dev.hopcheck.finding.Callout;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A mistake put into manifests that are right, with what has to be said about it.
 *
 * @param kind which of the closed list of mistakes
 * @param title for people
 * @param edits what is written instead
 * @param rule what has to be found
 * @param at where: one finding at each of these lines
 * @param touched lines that findings have to show as well, such as the changed one
 */
record Change(
    String kind, String title, List<Edit> edits, String rule, Set<Line> at, Set<Line> touched) {
  /** A piece of text to replace. */
  record Edit(Location at, String text) {}

  /** A line of a file. */
  record Line(String file, int number) {
    static Line of(Location at) {
      return new Line(at.file().name(), at.start().line());
    }
  }

  /** The manifests with the mistake in them; no edit adds or removes a line. */
  List<SourceFile> applied(List<SourceFile> files) {
    List<SourceFile> changed = new ArrayList<>();
    for (SourceFile file : files) {
      List<Edit> own = new ArrayList<>(edits);
      own.removeIf(edit -> edit.at.file() != file);
      own.sort(Comparator.comparing((Edit edit) -> edit.at.span().start()).reversed());
      byte[] bytes = file.bytes();
      String text = new String(bytes, StandardCharsets.UTF_8);
      for (Edit edit : own) {
        String before = file.text(0, edit.at.span().start());
        String after = text.substring(file.text(0, edit.at.span().end()).length());
        text = before + edit.text + after;
      }
      changed.add(SourceFile.of(file.name(), text));
    }
    return changed;
  }

  /** Whether all that has to be said is among the findings. */
  boolean isFound(List<Finding> findings) {
    Set<Line> said = new java.util.HashSet<>();
    Set<Line> shown = new java.util.HashSet<>();
    for (Finding finding : findings) {
      if (finding.severity() == Severity.INFO) {
        continue;
      }
      if (finding.rule().value().equals(rule)) {
        said.add(Line.of(finding.location()));
      }
      shown.add(Line.of(finding.location()));
      for (Callout callout : finding.related()) {
        shown.add(Line.of(callout.at()));
      }
    }
    return said.containsAll(at) && shown.containsAll(touched);
  }
}
