package dev.hopcheck.engine;

import dev.hopcheck.config.Limit;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.ResourceRef;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.yaml.YamlDocument;
import org.jspecify.annotations.Nullable;

/** What took too long becomes a problem of the run, never silence. */
final class Overdue {
  private static final String ID = "limit-time";

  private Overdue() {}

  /** Reading a file did not end. */
  static Problem inFile(String name, LintRequest request) {
    return new Problem(ID, name, null, null, "file was not checked: " + tooLong(request));
  }

  /** Standard input did not end. */
  static Problem inStandardInput(String name, LintRequest request) {
    return new Problem(ID, name, null, null, "not analysed: " + Intake.outOfTime(request));
  }

  /** Checking a document did not end. */
  static Problem in(YamlDocument document, LintRequest request) {
    return new Problem(
        ID,
        document.file().name(),
        document.file().position(document.span().start()),
        document.index(),
        "document was not checked: " + tooLong(request));
  }

  /** Putting a unit together did not end. */
  static Problem inUnit(String root, LintRequest request) {
    return new Problem(ID, root, null, null, "unit was not checked: " + tooLong(request));
  }

  /** A rule did not end on a resource, or on a unit as a whole. */
  static Problem in(RuleId rule, @Nullable Resource resource, String unit, long seconds) {
    String message = "rule `" + rule + "` did not finish";
    if (resource == null) {
      return new Problem(ID, unit, null, null, message + ": " + tooLong(seconds));
    }
    ResourceRef ref = resource.head().ref();
    YamlDocument document = resource.head().document();
    return new Problem(
        ID,
        document.file().name(),
        resource.head().kindAt().start(),
        document.index(),
        message + " on " + ref.kind() + " `" + ref.name() + "`: " + tooLong(seconds));
  }

  private static String tooLong(LintRequest request) {
    return tooLong(request.limits().of(Limit.DOCUMENT_TIME));
  }

  private static String tooLong(long seconds) {
    return "it took longer than "
        + seconds
        + (seconds == 1 ? " second" : " seconds")
        + " (limit `document-time`)";
  }
}
