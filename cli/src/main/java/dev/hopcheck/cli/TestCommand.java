package dev.hopcheck.cli;

import dev.hopcheck.engine.AdoptionOptions;
import dev.hopcheck.engine.ExitCode;
import dev.hopcheck.engine.Expectations;
import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.TestResult;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.report.TestJson;
import dev.hopcheck.report.TestJunit;
import dev.hopcheck.report.TestText;
import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** Holds what people expect of the network against the simulated one. */
record TestCommand(
    LintRequest.Builder request,
    List<TextOrJson> reports,
    boolean allowUnknown,
    boolean summary,
    AdoptionOptions adoption)
    implements Command {
  static final Syntax SYNTAX =
      new Syntax(
          "test",
          "[OPTION...] [PATH...]",
          "check what must work and what must not: the lines of *.flows files beside the manifests",
          List.of(
              "hopcheck test k8s/",
              "hopcheck test k8s/network.flows     # from deployment/web to http://api:8080 succeeds",
              "hopcheck test --format junit=report.xml --format text k8s/"),
          TestCommand::options,
          TestCommand::read);

  private static Options options() {
    Options options = new Options();
    Arguments.value(options, "format", "FORMAT[=FILE]", "text, json or junit, repeatable (text)");
    Arguments.flag(options, "allow-unknown", "what the manifests do not say is no failure");
    InputOptions.reading(options);
    InputOptions.simulating(options);
    return options;
  }

  private static Command read(CommandLine arguments) throws UsageException {
    return new TestCommand(
        InputOptions.request(arguments, arguments.getArgList()),
        TextOrJson.read(arguments.getOptionValues("format"), List.of("text", "json", "junit")),
        arguments.hasOption("allow-unknown"),
        !arguments.hasOption("quiet"),
        InputOptions.adoption(arguments));
  }

  @Override
  public ExitCode run(Streams streams) throws IOException, UsageException {
    request.base(streams.folder()).standardInput(streams.in());
    TestResult result = Expectations.check(request, adoption);
    ExitCode exit = result.exit(allowUnknown);
    for (TextOrJson report : reports) {
      exit =
          switch (report.format()) {
            case "json" -> report.write(out -> TestJson.write(result, out), exit, streams);
            case "junit" ->
                report.write(out -> TestJunit.write(result, allowUnknown, out), exit, streams);
            default -> report.write(out -> TestText.write(result, summary, out), exit, streams);
          };
    }
    return exit;
  }
}
