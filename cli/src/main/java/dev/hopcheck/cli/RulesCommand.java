package dev.hopcheck.cli;

import dev.hopcheck.engine.ExitCode;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.report.RuleText;
import dev.hopcheck.report.RulesTable;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.RuleDoc;
import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** Lists all rules. */
record RulesCommand(String format, @Nullable String colour) implements Command {
  static final Syntax SYNTAX =
      new Syntax(
          "rules",
          "[--format FORMAT]",
          "list all rules with their severity",
          List.of("hopcheck rules", "hopcheck rules --format markdown > rules.md"),
          RulesCommand::options,
          RulesCommand::read);

  private static Options options() {
    Options options = new Options();
    Arguments.value(options, "format", "FORMAT", "text, json or markdown (text)");
    return Arguments.value(options, "color", "WHEN", "auto, always or never (auto)");
  }

  private static Command read(CommandLine arguments) throws UsageException {
    if (!arguments.getArgList().isEmpty()) {
      throw new UsageException(
          "`hopcheck rules` takes no argument; `hopcheck explain RULE` shows one");
    }
    String format = arguments.getOptionValue("format", "text");
    if (!List.of("text", "json", "markdown").contains(format)) {
      throw new UsageException(
          "there is no format `" + format + "` here; possible: text, json, markdown");
    }
    return new RulesCommand(format, arguments.getOptionValue("color"));
  }

  @Override
  public ExitCode run(Streams streams) throws IOException, UsageException {
    List<RuleDoc> docs = Catalogue.installed().docs();
    switch (format) {
      case "json" -> RulesTable.json(docs, streams.out());
      case "markdown" -> RulesTable.markdown(docs, streams.out());
      default -> new RuleText(Colour.wanted(colour, streams)).list(docs, streams.out());
    }
    return ExitCode.CLEAN;
  }
}
