package dev.hopcheck.report;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Fix;
import dev.hopcheck.finding.Rejection;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence about a finding besides its headline and places.
 *
 * @param kind what sort of sentence: {@code follows}, {@code note}, {@code fix (safe)} ...
 * @param text as the rule says it, untrusted values included
 */
record Remark(String kind, String text) {
  /** All that there is to say about a finding, in the order in which people read it. */
  static List<Remark> of(Finding finding) {
    List<Remark> remarks = new ArrayList<>(4);
    for (Rejection follows : finding.consequences()) {
      String field = follows.field().isEmpty() ? "" : "`" + follows.field() + "`: ";
      remarks.add(new Remark("follows", field + follows.message()));
    }
    if (finding.assumed() != null) {
      remarks.add(
          new Remark(
              "note",
              switch (finding.assumed()) {
                case PATCH ->
                    "only assumed: the document is a patch, or a part that is not sent as it"
                        + " stands";
                case PLACEHOLDER ->
                    "only assumed: a value is filled in before the document is sent";
              }));
    }
    for (String note : finding.notes()) {
      remarks.add(new Remark("note", note));
    }
    for (Fix fix : finding.fixes()) {
      remarks.add(new Remark("fix" + how(fix.applicability()), fix.title()));
    }
    return remarks;
  }

  private static String how(Applicability applicability) {
    return switch (applicability) {
      case SAFE -> " (safe)";
      case UNSAFE -> " (unsafe)";
      case DISPLAY_ONLY -> "";
    };
  }

  /** The sentence on one line, with escapes where a terminal would need them. */
  String line() {
    return kind + ": " + Visible.line(text);
  }
}
