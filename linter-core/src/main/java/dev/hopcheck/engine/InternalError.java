package dev.hopcheck.engine;

import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.yaml.YamlDocument;
import org.jspecify.annotations.Nullable;

/** Bugs become problems of the run. */
final class InternalError {
  private static final NotChecked PROBLEM = new NotChecked("internal-error");

  private InternalError() {}

  /** A stage broke on a document. */
  static Problem in(YamlDocument document, Throwable bug) {
    return PROBLEM.document(document, said(bug));
  }

  /** A file could not be read to its end. */
  static Problem inFile(String name, Throwable bug) {
    return PROBLEM.file(name, said(bug));
  }

  /** A unit could not be put together. */
  static Problem in(String unit, Throwable bug) {
    return PROBLEM.unit(unit, said(bug));
  }

  /** A rule broke on a resource, or on a unit as a whole. */
  static Problem in(RuleId rule, @Nullable Resource resource, String unit, Throwable bug) {
    return PROBLEM.rule(rule, resource, unit, said(bug));
  }

  /** The kind of error and where; its message could hold values of the manifest. */
  private static String said(Throwable bug) {
    StackTraceElement[] trace = bug.getStackTrace();
    String where =
        trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
    String limit = bug instanceof StackOverflowError ? " (limit `stack-size`)" : "";
    return bug.getClass().getSimpleName() + where + limit + "; please report it";
  }
}
