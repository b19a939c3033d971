package dev.hopcheck.engine;

import dev.hopcheck.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A question to the simulated DNS.
 *
 * @param name a full name
 * @param type such as {@code A} or {@code SRV}
 */
public record Question(String name, String type) {
  /** Reads a question a line, {@code NAME TYPE}; without a type the given one is asked for. */
  public static List<Question> read(SourceFile file, String type) {
    List<Question> questions = new ArrayList<>();
    for (int i = 1; i <= file.lines(); i++) {
      String line = file.line(i).trim();
      int space = line.indexOf(' ');
      if (!line.isEmpty()) {
        questions.add(
            space < 0
                ? new Question(line, type)
                : new Question(line.substring(0, space), line.substring(space + 1).trim()));
      }
    }
    return questions;
  }
}
