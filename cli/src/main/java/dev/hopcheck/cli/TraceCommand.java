package dev.hopcheck.cli;

import dev.hopcheck.engine.AdoptionOptions;
import dev.hopcheck.engine.Asking;
import dev.hopcheck.engine.ExitCode;
import dev.hopcheck.engine.FlowLines;
import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.Simulation;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.report.AnswersEnd;
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
    @Nullable String flows,
    String from,
    String to,
    @Nullable String protocol,
    boolean fail,
    AdoptionOptions adoption)
    implements Command {
  static final Syntax SYNTAX =
      new Syntax(
          "trace",
          "[OPTION...] [PATH...]",
          "follow flows hop by hop, from a client's name to the pod that answers",
          List.of(
              "hopcheck trace --from deployment/web --to http://api.shop:8080 k8s/",
              "hopcheck trace --from 'pod -l app=web in shop' --to db:53 --protocol udp k8s/",
              "hopcheck trace --from 'outside via node1' --to node:32410 k8s/",
              "hopcheck trace --flows flows.jsonl k8s/"),
          TraceCommand::options,
          TraceCommand::read);

  private static Options options() {
    Options options = new Options();
    Arguments.value(options, "from", "WHO", "who connects, such as deployment/web in shop");
    Arguments.value(options, "to", "TARGET", "name, address or URL, as the client writes it");
    Arguments.value(options, "protocol", "PROTOCOL", "tcp, udp or sctp (tcp)");
    Arguments.flag(options, "fail", "exit 1 when a flow does not arrive");
    Arguments.value(options, "flows", "FILE", "follow each line of a file, a JSON object each");
    Arguments.value(options, "format", "FORMAT[=FILE]", "text or json, repeatable (text)");
    InputOptions.reading(options);
    InputOptions.simulating(options);
    return options;
  }

  private static Command read(CommandLine arguments) throws UsageException {
    String flows = arguments.getOptionValue("flows");
    String from = arguments.getOptionValue("from");
    String to = arguments.getOptionValue("to");
    if (flows == null ? from == null || to == null : from != null || to != null) {
      throw new UsageException(
          "which flow? `hopcheck trace --from WHO --to TARGET [PATH...]`, or --flows FILE for many");
    }
    return new TraceCommand(
        InputOptions.request(arguments, arguments.getArgList()),
        TextOrJson.read(arguments.getOptionValues("format"), List.of("text", "json")),
        flows,
        from == null ? "" : from,
        to == null ? "" : to,
        arguments.getOptionValue("protocol"),
        arguments.hasOption("fail"),
        InputOptions.adoption(arguments));
  }

  @Override
  public ExitCode run(Streams streams) throws IOException, UsageException {
    Simulation simulation = InputOptions.simulation(request, adoption, streams);
    List<TracedFlow> traced =
        flows == null
            ? new Asking(simulation, simulation.namespace(), request.longestQuery())
                .trace(from, to, protocol)
            : simulation.trace(
                FlowLines.read(InputOptions.file(flows, request, streams), request.longestQuery()));
    ExitCode exit = ExitCode.ofTrace(simulation.complete(), fail, traced);
    for (TextOrJson report : reports) {
      exit =
          report.format().equals("json")
              ? report.write(out -> TraceJson.write(traced, simulation, out), exit, streams)
              : report.write(out -> text(traced, simulation, out), exit, streams);
    }
    return exit;
  }

  private static void text(List<TracedFlow> traced, Simulation simulation, Appendable out)
      throws IOException {
    TraceText.write(traced, out);
    AnswersEnd.write(simulation, out);
  }
}
