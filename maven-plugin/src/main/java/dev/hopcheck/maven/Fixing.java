package dev.hopcheck.maven;

import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Mend;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.report.DiffText;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** How far a build mends its manifests. */
enum Fixing {
  OFF,
  /** Only shows what has one right edit. */
  SHOW_SAFE,
  /** Only shows that, and what was probably meant. */
  SHOW_UNSAFE,
  SAFE,
  UNSAFE;

  /** Reads the parameters {@code fix} and {@code dryRun}. */
  static Fixing read(@Nullable String fix, boolean dryRun) throws UsageException {
    // A bare -Dhopcheck.fix arrives as `true`.
    return switch (fix == null ? "off" : fix) {
      case "off", "false" -> {
        if (dryRun) {
          throw new UsageException("--dry-run shows what --fix would change; add --fix");
        }
        yield OFF;
      }
      case "safe", "true" -> dryRun ? SHOW_SAFE : SAFE;
      case "unsafe" -> dryRun ? SHOW_UNSAFE : UNSAFE;
      default ->
          throw new UsageException("--fix is not `" + fix + "`; possible: off, safe, unsafe");
    };
  }

  /**
   * Mends, or shows what it would change.
   *
   * @return whether files were written, so that the verdict is another now
   */
  boolean mend(LintResult result, Log log) throws IOException, MojoFailureException {
    Mend mend = Mend.of(result.findings(), this == UNSAFE || this == SHOW_UNSAFE);
    if (mend.fixed() == 0) {
      return false;
    }
    if (this == SHOW_SAFE || this == SHOW_UNSAFE) {
      StringBuilder diff = new StringBuilder();
      DiffText.write(mend.diff(), diff);
      for (String line : diff.toString().split("\n", -1)) {
        log.info(line);
      }
      return false;
    }
    List<Problem> failed = mend.apply();
    log.info("hopcheck: " + mend.summary());
    for (Problem problem : failed) {
      log.error("hopcheck: " + problem.file() + ": " + problem.message());
    }
    if (!failed.isEmpty()) {
      throw new MojoFailureException("hopcheck: incomplete, not every edit was written, see above");
    }
    return true;
  }
}
