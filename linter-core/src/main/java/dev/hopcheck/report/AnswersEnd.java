package dev.hopcheck.report;

import dev.hopcheck.engine.Simulation;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says to people below answers what could not be read, and which configuration counted. */
public final class AnswersEnd {
  private AnswersEnd() {}

  /** Writes nothing where there is nothing to say. */
  public static void write(Simulation simulation, Appendable out) throws IOException {
    if (!simulation.problems().isEmpty()) {
      out.append('\n');
    }
    ProblemText.write(simulation.problems(), new Ink(false), out);
    configuration(simulation.configuration(), out);
  }

  /** Names the configuration, if there was one. */
  static void configuration(@Nullable String file, Appendable out) throws IOException {
    if (file != null) {
      out.append("configuration: ").append(Visible.name(file)).append('\n');
    }
  }
}
