package dev.hopcheck.cli;

import dev.hopcheck.engine.AdoptionOptions;
import dev.hopcheck.engine.Answered;
import dev.hopcheck.engine.Asking;
import dev.hopcheck.engine.ExitCode;
import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.LookedUp;
import dev.hopcheck.engine.Question;
import dev.hopcheck.engine.Simulation;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.report.AnswersEnd;
import dev.hopcheck.report.AnswersJson;
import dev.hopcheck.report.AnswersText;
import dev.hopcheck.report.LookupText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** Asks the simulated DNS. */
record ResolveCommand(
    LintRequest.Builder request,
    List<TextOrJson> reports,
    @Nullable String name,
    String type,
    @Nullable String queries,
    @Nullable String from,
    AdoptionOptions adoption)
    implements Command {
  static final Syntax SYNTAX =
      new Syntax(
          "resolve",
          "[OPTION...] NAME [PATH...]",
          "ask the simulated DNS: for a full name, or with --from as a client does",
          List.of(
              "hopcheck resolve web.shop.svc.cluster.local k8s/",
              "hopcheck resolve api --from deployment/web k8s/     # a client, with its search list",
              "hopcheck resolve --type SRV _http._tcp.web.shop.svc.cluster.local k8s/",
              "hopcheck resolve --queries names.txt k8s/     # a line each: NAME TYPE"),
          ResolveCommand::options,
          ResolveCommand::read);

  private static Options options() {
    Options options = new Options();
    Arguments.value(options, "type", "TYPE", "A, AAAA, SRV, CNAME, PTR, TXT ... (A)");
    Arguments.value(options, "from", "WHO", "who asks, with its search list: deployment/web, shop");
    Arguments.value(options, "queries", "FILE", "ask each line of a file, NAME TYPE");
    Arguments.value(options, "format", "FORMAT[=FILE]", "text or json, repeatable (text)");
    InputOptions.reading(options);
    InputOptions.simulating(options);
    return options;
  }

  private static Command read(CommandLine arguments) throws UsageException {
    List<String> paths = new ArrayList<>(arguments.getArgList());
    String queries = arguments.getOptionValue("queries");
    String from = arguments.getOptionValue("from");
    if (from != null && (queries != null || arguments.hasOption("type"))) {
      throw new UsageException("--from asks for one name's addresses: no --queries, no --type");
    }
    String name = null;
    if (queries == null) {
      if (paths.isEmpty()) {
        throw new UsageException("which name? `hopcheck resolve NAME [PATH...]`");
      }
      name = paths.remove(0);
    }
    return new ResolveCommand(
        InputOptions.request(arguments, paths),
        TextOrJson.read(arguments.getOptionValues("format"), List.of("text", "json")),
        name,
        arguments.getOptionValue("type", "A").toUpperCase(Locale.ROOT),
        queries,
        from,
        InputOptions.adoption(arguments));
  }

  @Override
  public ExitCode run(Streams streams) throws IOException, UsageException {
    Simulation simulation = InputOptions.simulation(request, adoption, streams);
    List<LookedUp> lookups = new ArrayList<>();
    List<Answered> answers = new ArrayList<>();
    if (from == null) {
      answers.addAll(simulation.answers(questions(streams)));
    } else {
      lookups.addAll(
          new Asking(simulation, simulation.namespace(), request.longestQuery())
              .lookUp(Objects.requireNonNull(name), from));
      lookups.forEach(lookup -> answers.addAll(lookup.answers()));
    }
    ExitCode exit = simulation.complete() ? ExitCode.CLEAN : ExitCode.INCOMPLETE;
    for (TextOrJson report : reports) {
      exit =
          report.format().equals("json")
              ? report.write(out -> AnswersJson.write(answers, simulation, out), exit, streams)
              : report.write(out -> text(lookups, answers, simulation, out), exit, streams);
    }
    return exit;
  }

  private void text(
      List<LookedUp> lookups, List<Answered> answers, Simulation simulation, Appendable out)
      throws IOException {
    if (from == null) {
      AnswersText.write(answers, out);
    } else {
      LookupText.write(lookups, out);
    }
    AnswersEnd.write(simulation, out);
  }

  private List<Question> questions(Streams streams) throws UsageException {
    return queries != null
        ? Question.read(InputOptions.file(queries, request, streams), type)
        : List.of(new Question(Objects.requireNonNull(name), type));
  }
}
