package dev.hopcheck.engine;

import org.jspecify.annotations.Nullable;

/** The run broke off and gives no verdict; the message is for the user. */
public final class LintAborted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What to do when the memory does not suffice. */
  public static final String OUT_OF_MEMORY =
      "out of memory; give Java more, for example with JAVA_TOOL_OPTIONS=-Xmx4g";

  LintAborted(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Something did not end that no limit of a document is about. */
  static LintAborted outOfTime() {
    return new LintAborted("the run does not end (limit `run-time`)", null);
  }

  /** Nobody waits for the attempt any longer. */
  static LintAborted abandoned() {
    return new LintAborted("given up", null);
  }

  /** The memory did not suffice for what is named: a file, or the root of a unit. */
  static LintAborted outOfMemory(String name, OutOfMemoryError cause) {
    String in = name.isEmpty() ? "" : "`" + name + "`: ";
    return new LintAborted(in + OUT_OF_MEMORY, cause);
  }
}
