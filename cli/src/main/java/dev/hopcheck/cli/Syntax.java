package dev.hopcheck.cli;

import dev.hopcheck.engine.UsageException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/**
 * How a command is written.
 *
 * @param name the first argument
 * @param usage what follows it
 * @param summary one line
 * @param examples command lines with a comment each
 * @param options made when needed
 * @param reader turns parsed arguments into the command
 */
record Syntax(
    String name,
    String usage,
    String summary,
    List<String> examples,
    Supplier<Options> options,
    Reader reader) {
  /** Makes a command of its arguments. */
  @FunctionalInterface
  interface Reader {
    Command read(CommandLine arguments) throws UsageException;
  }
}
