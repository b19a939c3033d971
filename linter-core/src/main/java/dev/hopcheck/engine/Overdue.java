package dev.hopcheck.engine;

import dev.hopcheck.config.Limit;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.yaml.YamlDocument;
import org.jspecify.annotations.Nullable;

/** What took too long becomes a problem of the run. */
final class Overdue {
  private static final NotChecked PROBLEM = new NotChecked("limit-time");

  private Overdue() {}

  /** Reading a file did not end. */
  static Problem inFile(String name, LintRequest request) {
    return PROBLEM.file(name, tooLong(request));
  }

  /** Standard input did not end. */
  static Problem inStandardInput(String name, LintRequest request) {
    return new Problem(
        PROBLEM.id(), name, null, null, "not analysed: " + Intake.outOfTime(request));
  }

  /** Checking a document did not end. */
  static Problem in(YamlDocument document, LintRequest request) {
    return PROBLEM.document(document, tooLong(request));
  }

  /** Putting a unit together did not end. */
  static Problem inUnit(String root, LintRequest request) {
    return PROBLEM.unit(root, tooLong(request));
  }

  /** A rule did not end on a resource, or on a unit as a whole. */
  static Problem in(RuleId rule, @Nullable Resource resource, String unit, long seconds) {
    return PROBLEM.rule(rule, resource, unit, tooLong(seconds));
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
