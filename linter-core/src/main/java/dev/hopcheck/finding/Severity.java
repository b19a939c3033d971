package dev.hopcheck.finding;

import java.util.Locale;

/** How much a finding weighs; the order is from light to heavy. */
public enum Severity {
  /** True and useful, often no fault; shown only when asked for. */
  INFO,
  /** Fails on some pods, nodes or providers, or is very probably not meant. */
  WARNING,
  /** Rejected by the API server, or a stated path that certainly fails. */
  ERROR;

  /** The word that users write and read. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
