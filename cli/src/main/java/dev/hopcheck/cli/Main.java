package dev.hopcheck.cli;

/** The entry of the command line; it alone ends the process. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.err.println("usage: hopcheck COMMAND [OPTION...] [PATH...]");
    System.exit(3);
  }
}
