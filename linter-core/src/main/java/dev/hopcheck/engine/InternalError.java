package dev.hopcheck.engine;

import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.ResourceRef;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.source.Position;
import dev.hopcheck.yaml.YamlDocument;
import org.jspecify.annotations.Nullable;

/** Bugs become problems of the run, never silence. */
final class InternalError {
  private static final String ID = "internal-error";

  private InternalError() {}

  /** A stage broke on a document. */
  static Problem in(YamlDocument document, Throwable bug) {
    Position at = document.file().position(document.span().start());
    return new Problem(
        ID, document.file().name(), at, document.index(), "document was not checked: " + said(bug));
  }

  /** A file could not be read to its end. */
  static Problem inFile(String name, Throwable bug) {
    return new Problem(ID, name, null, null, "file was not checked: " + said(bug));
  }

  /** A unit could not be put together. */
  static Problem in(String unit, Throwable bug) {
    return new Problem(ID, unit, null, null, "unit was not checked: " + said(bug));
  }

  /** A rule broke on a resource, or on a unit as a whole. */
  static Problem in(RuleId rule, @Nullable Resource resource, String unit, Throwable bug) {
    String message = "rule `" + rule + "` did not finish";
    if (resource == null) {
      return new Problem(ID, unit, null, null, message + ": " + said(bug));
    }
    ResourceRef ref = resource.head().ref();
    YamlDocument document = resource.head().document();
    return new Problem(
        ID,
        document.file().name(),
        resource.head().kindAt().start(),
        document.index(),
        message + " on " + ref.kind() + " `" + ref.name() + "`: " + said(bug));
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
