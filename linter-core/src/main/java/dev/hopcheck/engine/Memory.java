package dev.hopcheck.engine;

/**
 * Keeps a long run small. A collector that only ever grows its heap would keep the documents of all
 * portions, long after they are let go of, up to all the memory that it may take.
 */
final class Memory {
  /** Bytes in use above what was left at the last time; less is not worth a look. */
  private static final long MOST = 192L << 20;

  private long left;

  /** To be called when a portion was let go of. */
  void portionDone() {
    if (used() - left > MOST) {
      System.gc();
      left = used();
    }
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
