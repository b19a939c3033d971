package dev.hopcheck.engine;

/** The run broke off and gives no verdict; the message is for the user. */
public final class LintAborted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LintAborted(String message, Throwable cause) {
    super(message, cause);
  }
}
