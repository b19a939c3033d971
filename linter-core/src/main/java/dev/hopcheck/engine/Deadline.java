package dev.hopcheck.engine;

/** The moment at which a run stops to begin anything new. */
record Deadline(long nanos) {
  /** So many seconds from now. */
  static Deadline in(int seconds) {
    return new Deadline(System.nanoTime() + seconds * 1_000_000_000L);
  }

  /** So far off that nobody waits for it. */
  static Deadline none() {
    return in(Integer.MAX_VALUE);
  }

  boolean passed() {
    return System.nanoTime() - nanos > 0;
  }
}
