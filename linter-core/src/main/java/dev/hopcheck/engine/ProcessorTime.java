package dev.hopcheck.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * How long threads really worked. It takes many classes, so it is asked only where something seems
 * to take too long.
 */
final class ProcessorTime {
  private static final long UNKNOWN = -1;

  private ProcessorTime() {}

  /** Nanoseconds that a thread worked so far; negative where the platform does not tell. */
  static long of(Thread thread) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
        ? threads.getThreadCpuTime(thread.getId())
        : UNKNOWN;
  }
}
