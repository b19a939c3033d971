package dev.hopcheck.cli;

import dev.hopcheck.engine.ExitCode;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.report.RuleText;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.RuleDoc;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** Shows the page of one rule. */
record ExplainCommand(String rule, @Nullable String colour) implements Command {
  static final Syntax SYNTAX =
      new Syntax(
          "explain",
          "RULE",
          "show what a rule finds, why it matters and how to mend it",
          List.of("hopcheck explain selector-matches-nothing"),
          ExplainCommand::options,
          ExplainCommand::read);

  private static Options options() {
    Options options = new Options();
    return Arguments.value(options, "color", "WHEN", "auto, always or never (auto)");
  }

  private static Command read(CommandLine arguments) throws UsageException {
    List<String> names = arguments.getArgList();
    if (names.size() != 1) {
      throw new UsageException(
          "`hopcheck explain` needs the id of one rule; `hopcheck rules` lists them");
    }
    return new ExplainCommand(names.get(0), arguments.getOptionValue("color"));
  }

  @Override
  public ExitCode run(Streams streams) throws IOException, UsageException {
    Catalogue catalogue = Catalogue.installed();
    Optional<RuleDoc> doc = catalogue.doc(rule);
    if (doc.isEmpty()) {
      String near = catalogue.nearest(rule);
      throw new UsageException(
          "there is no rule `"
              + rule
              + "`"
              + (near == null ? "; `hopcheck rules` lists them" : "; closest: `" + near + "`"));
    }
    new RuleText(Colour.wanted(colour, streams)).page(doc.get(), streams.out());
    return ExitCode.CLEAN;
  }
}
