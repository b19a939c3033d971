package dev.hopcheck.query;

import dev.hopcheck.source.Position;
import dev.hopcheck.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of expectations, one a line. What a line has wrong hides no other line.
 *
 * @param errors at most {@link #MOST_ERRORS}; reading ends there
 */
public record FlowsFile(
    SourceFile file, List<Expectation.Stated> expectations, List<QueryError> errors) {
  /** More errors than these tell nobody more; the file is none of this language. */
  public static final int MOST_ERRORS = 20;

  public FlowsFile {
    expectations = List.copyOf(expectations);
    errors = List.copyOf(errors);
  }

  /**
   * Reads all lines.
   *
   * @param longest bytes of UTF-8 of one line
   */
  public static FlowsFile read(SourceFile file, int longest) {
    List<Expectation.Stated> stated = new ArrayList<>();
    List<QueryError> errors = new ArrayList<>();
    @Nullable String namespace = null;
    int lines = file.lines();
    for (int i = 1; i <= lines && errors.size() < MOST_ERRORS; i++) {
      int end = i < lines ? file.lineStart(i + 1) : file.length();
      if (end - file.lineStart(i) > longest) {
        errors.add(tooLong(i, longest));
        continue;
      }
      LineParser line = new LineParser(file.line(i), i);
      Expectation.Stated found = line.statement(namespace);
      QueryError error = line.error();
      if (error != null) {
        errors.add(error);
      } else if (found != null) {
        stated.add(found);
      } else if (line.namespace() != null) {
        namespace = line.namespace();
      }
    }
    return new FlowsFile(file, stated, errors);
  }

  static QueryError tooLong(int line, int longest) {
    return new QueryError(
        new Position(line, 1),
        "the line is longer than " + longest + " bytes (limit `query-size`)");
  }
}
