package dev.hopcheck.cli;

import dev.hopcheck.engine.UsageException;
import org.jspecify.annotations.Nullable;

/** Whether to use colours on standard output. */
final class Colour {
  private Colour() {}

  /** {@code auto} uses them on a terminal, unless NO_COLOR is set or the terminal is a dumb one. */
  static boolean wanted(@Nullable String choice, Streams streams) throws UsageException {
    return switch (choice == null ? "auto" : choice) {
      case "always" -> true;
      case "never" -> false;
      case "auto" ->
          streams.out().isTerminal()
              && !streams.has("NO_COLOR")
              && !"dumb".equals(streams.environment().get("TERM"));
      default ->
          throw new UsageException(
              "--color is not `" + choice + "`; possible: auto, always, never");
    };
  }
}
