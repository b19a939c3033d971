package dev.hopcheck.engine;

/** The run broke off and gives no verdict; the message is for the user. */
public final class LintAborted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What to do when the memory does not suffice. */
  public static final String OUT_OF_MEMORY =
      "out of memory; give Java more, for example with JAVA_TOOL_OPTIONS=-Xmx4g";

  LintAborted(String message, Throwable cause) {
    super(message, cause);
  }

  /** The memory did not suffice for what is named: a file, or the root of a unit. */
  static LintAborted outOfMemory(String name, OutOfMemoryError cause) {
    String in = name.isEmpty() ? "" : "`" + name + "`: ";
    return new LintAborted(in + OUT_OF_MEMORY, cause);
  }
}
