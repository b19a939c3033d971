package dev.hopcheck.engine;

import dev.hopcheck.finding.Callout;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.Suppression;
import dev.hopcheck.source.ListedFile;
import dev.hopcheck.source.Position;
import dev.hopcheck.source.Skipped;
import dev.hopcheck.source.Unreadable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together the result of a run. */
final class LintEnd {
  private final LintRequest request;
  private final Inputs inputs;
  private final Catalogue catalogue;
  private final List<FileReading> readings;
  private final Unvalidated unvalidated;
  private final List<Problem> problems = new ArrayList<>();
  private List<Finding> left = List.of();
  private List<SuppressionUse> uses = List.of();
  private List<Silenced> silenced = List.of();
  private Adopted adopted = Adopted.NONE;
  private List<KustomizedUnit> kustomized = List.of();
  private int suppressed;
  private List<Simulation.SimulatedUnit> units = List.of();
  private int unitsLeft;
  private int elsewhere;

  LintEnd(
      LintRequest request,
      Inputs inputs,
      Catalogue catalogue,
      List<FileReading> readings,
      Unvalidated unvalidated) {
    this.request = request;
    this.inputs = inputs;
    this.catalogue = catalogue;
    this.readings = readings;
    this.unvalidated = unvalidated;
  }

  /** Which units kustomizations make. */
  LintEnd through(List<KustomizedUnit> units) {
    kustomized = units;
    return this;
  }

  /** Says which networks pictures are to be made of. */
  LintEnd with(@Nullable KeptUnits kept) {
    if (kept != null) {
      units = kept.units();
      unitsLeft = kept.left();
    }
    return this;
  }

  /** Makes of all that was said what is reported. */
  LintEnd settle(List<Finding> said, List<Problem> met, List<Suppression> suppressions) {
    problems.addAll(met);
    unreadable();
    left = Settling.settle(said);
    if (!suppressions.isEmpty()) {
      Silencing silencing =
          new Silencing(
              suppressions,
              catalogue,
              Today.of(request.today(), System.getenv("SOURCE_DATE_EPOCH")));
      int before = left.size();
      left = silencing.apply(left);
      suppressed = before - left.size();
      silencing.review(left);
      left.sort(null);
      uses = silencing.uses();
      silenced = silencing.silenced();
    }
    if (!request.adoption().isIdle()) {
      List<Finding> reported = new ArrayList<>(left.size());
      adopted =
          new Adopting(request, inputs, catalogue).apply(left, suppressions, reported, problems);
      left = reported;
    }
    left = touchingNamed(left);
    return this;
  }

  /** What is reported, however much it is. */
  List<Finding> findings() {
    return left;
  }

  LintResult result() {
    LintResult.Counts counts = LintResult.Counts.of(left);
    left = new Caps(request.limits(), problems).apply(left);
    List<Skipped> skipped = skipped();
    Accounting accounting = accounting(skipped.size());
    List<NotValidated> notValidated = notValidated();
    problems.sort(LintEnd::byPlace);
    return new LintResult(
        left,
        problems,
        skipped,
        notValidated,
        uses,
        silenced,
        kustomized,
        analysed(),
        accounting,
        counts,
        suppressed,
        elsewhere,
        request.adoption().configuration() == null
            ? null
            : request.adoption().configuration().file(),
        adopted,
        templates(),
        units,
        unitsLeft,
        ExitCode.of(complete(), counts.worst(), request.failOn()));
  }

  private @Nullable Templates templates() {
    for (FileReading reading : readings) {
      if (reading.name().equals(ListedFile.STANDARD_INPUT)) {
        List<Finding> all = new ArrayList<>(left);
        for (Silenced one : silenced) {
          all.add(one.finding());
        }
        return Templates.of(all, request);
      }
    }
    return null;
  }

  /** What could not be read, in order. */
  void problems(List<Problem> met) {
    for (FileReading reading : readings) {
      problems.addAll(reading.problems());
    }
    unreadable();
    accounting(skipped().size());
    problems.sort(LintEnd::byPlace);
    met.addAll(problems);
  }

  private void unreadable() {
    for (Unreadable file : inputs.files().unreadable()) {
      problems.add(new Problem(file.id(), file.file(), file.at(), null, file.message()));
    }
  }

  private static Position place(Problem problem) {
    Position at = problem.at();
    return at == null ? new Position(1, 1) : at;
  }

  /** Written out: the library's composed comparators cost some milliseconds of each start. */
  private static int byPlace(Problem a, Problem b) {
    int order = a.file().compareTo(b.file());
    order = order != 0 ? order : place(a).compareTo(place(b));
    order = order != 0 ? order : a.id().compareTo(b.id());
    return order != 0 ? order : a.message().compareTo(b.message());
  }

  private static int byFile(Skipped a, Skipped b) {
    int order = a.file().compareTo(b.file());
    return order != 0 ? order : a.reason().compareTo(b.reason());
  }

  /** With neighbours, a finding counts if its place or a related one is in a named file. */
  private List<Finding> touchingNamed(List<Finding> findings) {
    if (!inputs.neighbours()) {
      return findings;
    }
    List<Finding> touching = new ArrayList<>();
    for (Finding finding : findings) {
      boolean touches = inputs.isNamed(finding.location().file().name());
      for (Callout other : finding.related()) {
        touches |= inputs.isNamed(other.at().file().name());
      }
      if (touches) {
        touching.add(finding);
      }
    }
    elsewhere = findings.size() - touching.size();
    return touching;
  }

  /** A neighbour that cannot be read is shown, but it is no fault of the named files. */
  private boolean complete() {
    for (Problem problem : problems) {
      if (inputs.isNamed(problem.file()) || problem.file().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private List<Skipped> skipped() {
    List<Skipped> skipped = new ArrayList<>(inputs.files().skipped());
    for (FileReading reading : readings) {
      String reason = reading.skipped();
      if (reason != null) {
        skipped.add(new Skipped(reading.name(), reason));
      }
    }
    skipped.sort(LintEnd::byFile);
    return skipped;
  }

  private List<String> analysed() {
    List<String> names = new ArrayList<>(readings.size());
    for (FileReading reading : readings) {
      if (!reading.failed() && reading.skipped() == null) {
        names.add(reading.name());
      }
    }
    names.sort(null);
    return names;
  }

  private Accounting accounting(int skipped) {
    int failed = inputs.files().unreadable().size();
    int analysed = 0;
    int documents = 0;
    int failedDocuments = 0;
    for (FileReading reading : readings) {
      if (reading.failed()) {
        failed++;
      } else if (reading.skipped() == null) {
        analysed++;
      }
      documents += reading.documents();
      failedDocuments += reading.failedDocuments();
      if (!reading.balances()) {
        problems.add(
            new Problem(
                "internal-error",
                reading.name(),
                null,
                null,
                "documents are unaccounted for; please report it"));
      }
    }
    int discovered = inputs.files().discovered() + request.texts().size();
    Accounting accounting =
        new Accounting(discovered, analysed, skipped, failed, documents, failedDocuments);
    if (!accounting.balances()) {
      problems.add(
          new Problem(
              "internal-error", "", null, null, "files are unaccounted for: " + accounting));
    }
    if (discovered == 0 && !request.allowEmpty()) {
      problems.add(
          new Problem(
              "no-files",
              "",
              null,
              null,
              "no manifest was found; name a file or a folder with some, or allow an empty run"));
    }
    return accounting;
  }

  private List<NotValidated> notValidated() {
    List<NotValidated> all = unvalidated.kinds();
    if (request.requireSchemas()) {
      for (NotValidated missing : all) {
        problems.add(
            new Problem(
                "schema-missing",
                "",
                null,
                null,
                "no schema for `"
                    + missing.kind()
                    + "` of `"
                    + missing.apiVersion()
                    + "`: "
                    + missing.count()
                    + " not validated"));
      }
    }
    return all;
  }
}
