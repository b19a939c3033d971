package dev.hopcheck.engine;

/** Something was asked for that does not exist or makes no sense; the message is for the user. */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The message says what was wrong and what there is instead, in one line. */
  public UsageException(String message) {
    super(message);
  }
}
