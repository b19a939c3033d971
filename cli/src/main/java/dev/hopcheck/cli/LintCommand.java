package dev.hopcheck.cli;

import dev.hopcheck.engine.AdoptionOptions;
import dev.hopcheck.engine.AtomicFile;
import dev.hopcheck.engine.ExitCode;
import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Linter;
import dev.hopcheck.engine.Mend;
import dev.hopcheck.engine.OptionValues;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.report.DiffText;
import dev.hopcheck.report.ReportFormat;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/**
 * Checks manifests and writes reports.
 *
 * @param request what to check, but for the streams
 * @param show what people are shown; null where only the configuration says it, or nobody
 * @param fix whether and how far to mend
 */
record LintCommand(
    LintRequest.Builder request,
    List<Destination> destinations,
    @Nullable Severity show,
    AdoptionOptions adoption,
    Fix fix,
    boolean dryRun,
    boolean quiet,
    @Nullable String colour)
    implements Command {
  static final Syntax SYNTAX =
      new Syntax(
          "lint",
          "[OPTION...] [PATH...]",
          "check manifests; PATH is a file, a folder or - for standard input (.)",
          List.of(
              "hopcheck lint deploy/                         # each folder is a cluster of its own",
              "kustomize build overlays/prod | hopcheck lint --closed -",
              "hopcheck lint --baseline known.jsonl --write-baseline   # then without, for new faults",
              "hopcheck lint --fix --dry-run k8s/            # show the safe edits"),
          LintCommand::options,
          LintCommand::read);

  /** How far to mend. */
  enum Fix {
    OFF,
    SAFE,
    UNSAFE
  }

  private static Options options() {
    Options options = new Options();
    Arguments.value(
        options,
        "format",
        "FORMAT[=FILE]",
        "text, json, sarif, github, gitlab, junit, markdown, html; repeatable (text)");
    Arguments.value(options, "fail-on", "SEVERITY", "error, warning, info or never (error)");
    Arguments.value(options, "show", "SEVERITY", "what text shows; the rest is counted (warning)");
    Arguments.flag(options, "require-schemas", "incomplete where a kind has no schema");
    Arguments.value(
        options, "baseline", "FILE", "findings that are known; only others are reported");
    Arguments.flag(options, "write-baseline", "write that file anew, of all findings there are");
    Arguments.value(
        options, "changed-since", "REV", "only findings that touch what changed in git");
    Arguments.flag(options, "no-inline-suppressions", "comments and annotations silence nothing");
    Arguments.value(options, "today", "DATE", "for suppressions with an end (the clock)");
    options.addOption(
        Option.builder()
            .longOpt("fix")
            .optionalArg(true)
            .numberOfArgs(1)
            .argName("unsafe")
            .desc("mend what has one right edit; unsafe: also what was probably meant")
            .get());
    Arguments.flag(options, "dry-run", "show what --fix would change");
    InputOptions.reading(options);
    InputOptions.simulating(options);
    return options;
  }

  private static Command read(CommandLine arguments) throws UsageException {
    List<String> paths = arguments.getArgList();
    LintRequest.Builder request = InputOptions.request(arguments, paths);
    Fix fix = fix(arguments);
    if (fix != Fix.OFF && paths.contains("-")) {
      throw new UsageException("--fix cannot mend standard input; name files");
    }
    boolean dryRun = arguments.hasOption("dry-run");
    if (dryRun && fix == Fix.OFF) {
      throw new UsageException("--dry-run shows what --fix would change; add --fix");
    }
    request
        .requireSchemas(arguments.hasOption("require-schemas"))
        .inlineSuppressions(!arguments.hasOption("no-inline-suppressions"));
    if (arguments.hasOption("fail-on")) {
      request.failOn(OptionValues.failOn(arguments.getOptionValue("fail-on")));
    }
    if (arguments.hasOption("today")) {
      request.today(arguments.getOptionValue("today"));
    }
    String show = arguments.getOptionValue("show");
    return new LintCommand(
        request,
        Destination.read(arguments.getOptionValues("format")),
        show == null ? null : OptionValues.severity("--show", show),
        adoption(arguments),
        fix,
        dryRun,
        arguments.hasOption("quiet"),
        arguments.getOptionValue("color"));
  }

  private static AdoptionOptions adoption(CommandLine arguments) {
    return new AdoptionOptions(
        arguments.getOptionValue("config"),
        arguments.hasOption("isolated"),
        arguments.getOptionValue("cluster"),
        arguments.getOptionValue("ip-families"),
        arguments.getOptionValue("baseline"),
        arguments.hasOption("write-baseline"),
        arguments.getOptionValue("changed-since"));
  }

  private static Fix fix(CommandLine arguments) throws UsageException {
    if (!arguments.hasOption("fix")) {
      return Fix.OFF;
    }
    String how = arguments.getOptionValue("fix");
    if (how == null || how.equals("safe")) {
      return Fix.SAFE;
    }
    if (how.equals("unsafe")) {
      return Fix.UNSAFE;
    }
    throw new UsageException("--fix is not `" + how + "`; possible: --fix, --fix=unsafe");
  }

  @Override
  public ExitCode run(Streams streams) throws IOException, UsageException {
    boolean inColour = Colour.wanted(colour, streams);
    request.base(streams.folder()).standardInput(streams.in());
    Linter linter = Linter.packaged();
    Severity configured = linter.adopt(request, adoption);
    Severity shown = show != null ? show : configured != null ? configured : Severity.WARNING;
    for (Destination destination : destinations) {
      if (destination.format().needsNetworks()) {
        request.networks(true);
      }
    }
    LintResult result = lint(linter, streams);
    ExitCode exit = result.exit();
    if (fix != Fix.OFF) {
      Mend mend = Mend.of(result.findings(), fix == Fix.UNSAFE);
      if (dryRun) {
        diff(mend, reportsText() ? streams.out() : streams.err());
      } else if (mend.fixed() > 0) {
        List<Problem> failed = mend.apply();
        result = lint(linter, streams);
        exit = failed.isEmpty() ? result.exit() : ExitCode.INCOMPLETE;
        mended(mend, failed, streams.err());
      }
    }
    for (Destination destination : destinations) {
      if (!write(
          result, destination, options(destination, shown, inColour, linter, streams), streams)) {
        exit = exit.unwritten();
      }
    }
    return exit;
  }

  private LintResult lint(Linter linter, Streams streams) {
    if (quiet || !streams.err().isTerminal()) {
      return linter.lint(request.build());
    }
    try (Progress progress = Progress.on(streams.err())) {
      return linter.lint(request.progress(progress).build());
    }
  }

  private static void diff(Mend mend, Output out) throws IOException {
    if (mend.fixed() > 0) {
      DiffText.write(mend.diff(), out);
      out.line("");
    }
  }

  private boolean reportsText() {
    for (Destination destination : destinations) {
      if (destination.file() == null && destination.format() != ReportFormat.TEXT) {
        return false;
      }
    }
    return true;
  }

  private void mended(Mend mend, List<Problem> failed, Output err) {
    if (!quiet) {
      err.line("hopcheck: " + mend.summary());
    }
    for (Problem problem : failed) {
      err.line("hopcheck: " + problem.file() + ": " + problem.message());
    }
  }

  private ReportFormat.Options options(
      Destination destination, Severity shown, boolean inColour, Linter linter, Streams streams)
      throws IOException {
    return new ReportFormat.Options(
        shown,
        inColour && destination.file() == null,
        !quiet,
        request.threshold(),
        streams.folder().toAbsolutePath(),
        linter.catalogue(),
        destination.format() == ReportFormat.TEXT ? "" : Version.text());
  }

  private boolean write(
      LintResult result, Destination destination, ReportFormat.Options options, Streams streams)
      throws IOException {
    String file = destination.file();
    if (file == null) {
      destination.format().report(options).write(result, streams.out());
      return true;
    }
    StringBuilder text = new StringBuilder();
    destination.format().report(options).write(result, text);
    try {
      AtomicFile.report(streams.folder().resolve(file), text);
      return true;
    } catch (InvalidPathException invalid) {
      streams.err().line("hopcheck: report `" + file + "` could not be written: not a valid name");
    } catch (IOException failed) {
      streams
          .err()
          .line(
              "hopcheck: report `" + file + "` could not be written: " + AtomicFile.reason(failed));
    }
    return false;
  }
}
