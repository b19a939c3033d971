package dev.hopcheck.cli;

import java.nio.charset.StandardCharsets;

/**
 * The entry of the command line; it alone ends the process. It refers to nothing but the JDK and
 * one class beside it, so that it can still tell when a jar is damaged: Java's own exit code for
 * that would read as findings.
 */
public final class Main {
  /** What is said of jars that do not fit together, before the reason. */
  static final String DAMAGED = "the installation is damaged, build it anew with `mvn package`: ";

  private static final int NO_VERDICT = 3;

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    int code;
    try {
      code = Session.run(args);
    } catch (LinkageError damaged) {
      byte[] line = ("hopcheck: " + DAMAGED + damaged + "\n").getBytes(StandardCharsets.UTF_8);
      System.err.write(line, 0, line.length);
      System.err.flush();
      code = NO_VERDICT;
    }
    // All is flushed and no hook waits; an orderly exit would set up logging first.
    Runtime.getRuntime().halt(code);
  }
}
