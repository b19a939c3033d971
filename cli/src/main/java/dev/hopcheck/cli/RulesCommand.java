package dev.hopcheck.cli;

import dev.hopcheck.engine.ExitCode;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.report.RuleText;
import dev.hopcheck.rule.Catalogue;
import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** Lists all rules. */
record RulesCommand(@Nullable String colour) implements Command {
  static final Syntax SYNTAX =
      new Syntax(
          "rules",
          "",
          "list all rules with their severity",
          List.of("hopcheck rules"),
          RulesCommand::options,
          RulesCommand::read);

  private static Options options() {
    Options options = new Options();
    return Arguments.value(options, "color", "WHEN", "auto, always or never (auto)");
  }

  private static Command read(CommandLine arguments) throws UsageException {
    if (!arguments.getArgList().isEmpty()) {
      throw new UsageException(
          "`hopcheck rules` takes no argument; `hopcheck explain RULE` shows one");
    }
    return new RulesCommand(arguments.getOptionValue("color"));
  }

  @Override
  public ExitCode run(Streams streams) throws IOException, UsageException {
    new RuleText(Colour.wanted(colour, streams)).list(Catalogue.installed().docs(), streams.out());
    return ExitCode.CLEAN;
  }
}
