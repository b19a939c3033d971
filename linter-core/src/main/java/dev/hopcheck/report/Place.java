package dev.hopcheck.report;

import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Templates;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.source.ListedFile;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.Position;
import dev.hopcheck.source.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * Where a place is for servers that show files of a repository: of what is rendered, the template.
 *
 * @param file null where the text lies in no file of the repository
 * @param start null where the line is not known
 * @param end null where the line is not known
 * @param stream the place in the stream, for people; empty where a file is what was read
 */
record Place(
    @Nullable SourceFile file, @Nullable Position start, @Nullable Position end, String stream) {
  static Place of(Location at, LintResult result) {
    if (!isStream(at.file().name())) {
      return new Place(at.file(), at.start(), at.end(), "");
    }
    Templates templates = result.templates();
    Templates.Place found = templates == null ? null : templates.find(at);
    if (found == null) {
      return new Place(null, null, null, stream(at));
    }
    if (found.line() == 0) {
      return new Place(found.file(), null, null, stream(at));
    }
    String text = found.file().line(found.line());
    int last = text.stripTrailing().codePointCount(0, text.stripTrailing().length());
    int first = 1;
    while (first <= last && text.charAt(first - 1) <= ' ') {
      first++;
    }
    return new Place(
        found.file(),
        new Position(found.line(), first),
        new Position(found.line(), last + 1),
        stream(at));
  }

  /** Whether it is no file. */
  static boolean isStream(String name) {
    return name.equals(ListedFile.STANDARD_INPUT);
  }

  /** Where in the stream a problem is. */
  static String shown(Problem problem) {
    Position at = problem.at();
    return "standard input" + (at == null ? "" : " " + at.line() + ":" + at.column());
  }

  private static String stream(Location at) {
    Position start = at.start();
    String from = at.isRendered() ? ", from " + at.name() : "";
    return "standard input " + start.line() + ":" + start.column() + from;
  }
}
