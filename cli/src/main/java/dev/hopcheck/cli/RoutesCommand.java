package dev.hopcheck.cli;

import dev.hopcheck.engine.AdoptionOptions;
import dev.hopcheck.engine.ExitCode;
import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.Simulation;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.report.RoutesDot;
import dev.hopcheck.report.RoutesJson;
import dev.hopcheck.report.RoutesMermaid;
import dev.hopcheck.report.RoutesText;
import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** Shows what each Service leads to. */
record RoutesCommand(
    LintRequest.Builder request, List<TextOrJson> reports, AdoptionOptions adoption)
    implements Command {
  static final Syntax SYNTAX =
      new Syntax(
          "routes",
          "[OPTION...] [PATH...]",
          "show each Service's addresses, ports and endpoints, and who reaches it from outside",
          List.of(
              "hopcheck routes k8s/",
              "hopcheck routes --format json --ip-families IPv4,IPv6 k8s/",
              "hopcheck routes --format dot k8s/ | dot -Tsvg -o routes.svg"),
          RoutesCommand::options,
          RoutesCommand::read);

  private static Options options() {
    Options options = new Options();
    Arguments.value(
        options, "format", "FORMAT[=FILE]", "text, json, mermaid or dot, repeatable (text)");
    InputOptions.reading(options);
    InputOptions.simulating(options);
    return options;
  }

  private static Command read(CommandLine arguments) throws UsageException {
    return new RoutesCommand(
        InputOptions.request(arguments, arguments.getArgList()),
        TextOrJson.read(
            arguments.getOptionValues("format"), List.of("text", "json", "mermaid", "dot")),
        InputOptions.adoption(arguments));
  }

  @Override
  public ExitCode run(Streams streams) throws IOException, UsageException {
    Simulation simulation = InputOptions.simulation(request, adoption, streams);
    ExitCode exit = simulation.complete() ? ExitCode.CLEAN : ExitCode.INCOMPLETE;
    for (TextOrJson report : reports) {
      exit =
          switch (report.format()) {
            case "json" -> report.write(out -> RoutesJson.write(simulation, out), exit, streams);
            case "mermaid" ->
                report.write(out -> RoutesMermaid.write(simulation, out), exit, streams);
            case "dot" -> report.write(out -> RoutesDot.write(simulation, out), exit, streams);
            default -> report.write(out -> RoutesText.write(simulation, out), exit, streams);
          };
    }
    return exit;
  }
}
