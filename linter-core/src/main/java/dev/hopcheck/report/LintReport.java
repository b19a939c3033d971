package dev.hopcheck.report;

import dev.hopcheck.engine.LintResult;
import java.io.IOException;

/** A way to write down a result. */
public interface LintReport {
  /** Writes the whole report; lines end with LF whatever the machine. */
  void write(LintResult result, Appendable out) throws IOException;
}
