package dev.hopcheck.config;

/**
 * A file of settings that cannot be used; the message names the place and what to write instead.
 */
public final class SettingsException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String words;

  /** For the one who wrote the file. */
  public SettingsException(String message) {
    super(message);
    this.words = message;
  }

  /** What is wrong and where, for the one who wrote the file. */
  public String words() {
    return words;
  }
}
