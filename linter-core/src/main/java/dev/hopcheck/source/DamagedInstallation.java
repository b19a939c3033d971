package dev.hopcheck.source;

/** Data that belongs to the program is missing or is not what was packaged; there is no verdict. */
public final class DamagedInstallation extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** The message names the data and what is wrong with it. */
  public DamagedInstallation(String message) {
    super(message);
  }

  /** The message names the data, which cannot be read. */
  public DamagedInstallation(String message, Throwable cause) {
    super(message, cause);
  }
}
