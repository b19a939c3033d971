package dev.hopcheck.cli;

import dev.hopcheck.engine.ExitCode;
import dev.hopcheck.engine.FlowLines;
import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.Simulation;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.report.TraceJson;
import dev.hopcheck.report.TraceText;
import dev.hopcheck.trace.TracedFlow;
import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** Follows flows through the simulated network. */
record TraceCommand(
    LintRequest.Builder request,
    List<TextOrJson> reports,
    String flows,
    @Nullable String cluster,
    @Nullable String families)
    implements Command {
  static final Syntax SYNTAX =
      new Syntax(
          "trace",
          "[OPTION...] [PATH...]",
          "follow flows hop by hop, from a client's name to the pod that answers",
          List.of("hopcheck trace --flows flows.jsonl k8s/"),
          TraceCommand::options,
          TraceCommand::read);

  private static Options options() {
    Options options = new Options();
    Arguments.value(options, "flows", "FILE", "follow each line of a file, a JSON object each");
    Arguments.value(options, "format", "FORMAT[=FILE]", "text or json, repeatable (text)");
    InputOptions.reading(options);
    InputOptions.simulating(options);
    return options;
  }

  private static Command read(CommandLine arguments) throws UsageException {
    String flows = arguments.getOptionValue("flows");
    if (flows == null) {
      throw new UsageException("which flows? `hopcheck trace --flows FILE [PATH...]`");
    }
    return new TraceCommand(
        InputOptions.request(arguments, arguments.getArgList()),
        TextOrJson.read(arguments.getOptionValues("format"), List.of("text", "json")),
        flows,
        arguments.getOptionValue("cluster"),
        arguments.getOptionValue("ip-families"));
  }

  @Override
  public ExitCode run(Streams streams) throws IOException, UsageException {
    Simulation simulation = InputOptions.simulation(request, cluster, families, streams);
    List<TracedFlow> traced = simulation.trace(FlowLines.read(InputOptions.file(flows, streams)));
    ExitCode exit = simulation.complete() ? ExitCode.CLEAN : ExitCode.INCOMPLETE;
    for (TextOrJson report : reports) {
      exit =
          report.format().equals("json")
              ? report.write(
                  out -> TraceJson.write(traced, simulation.problems(), out), exit, streams)
              : report.write(out -> TraceText.write(traced, out), exit, streams);
    }
    return exit;
  }
}
