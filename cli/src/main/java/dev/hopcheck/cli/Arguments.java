package dev.hopcheck.cli;

import dev.hopcheck.engine.UsageException;
import org.apache.commons.cli.AlreadySelectedException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/**
 * Reads the arguments of one command; {@code @file} means a file of that name and is never
 * expanded.
 */
final class Arguments {
  private Arguments() {}

  static CommandLine parse(Syntax syntax, String[] arguments) throws UsageException {
    String help = "; see `hopcheck " + syntax.name() + " --help`";
    try {
      return DefaultParser.builder()
          .setAllowPartialMatching(false)
          .setStripLeadingAndTrailingQuotes(false)
          .get()
          .parse(syntax.options().get(), arguments);
    } catch (UnrecognizedOptionException unknown) {
      throw new UsageException("there is no option `" + unknown.getOption() + "`" + help);
    } catch (MissingArgumentException missing) {
      throw new UsageException(
          "option `--" + missing.getOption().getLongOpt() + "` needs a value" + help);
    } catch (AlreadySelectedException twice) {
      throw new UsageException("options contradict each other" + help);
    } catch (ParseException other) {
      throw new UsageException(other.getMessage() + help);
    }
  }

  /** Adds an option without value. */
  static Options flag(Options to, String name, String description) {
    return to.addOption(Option.builder().longOpt(name).desc(description).get());
  }

  /** Adds an option with a value. */
  static Options value(Options to, String name, String argument, String description) {
    return to.addOption(
        Option.builder().longOpt(name).hasArg().argName(argument).desc(description).get());
  }
}
