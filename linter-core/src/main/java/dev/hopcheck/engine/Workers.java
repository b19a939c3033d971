package dev.hopcheck.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs numbered tasks on threads of its own, which have a stack deep enough for every input that
 * the limits allow. Results are kept by number, so that their order does not depend on the threads.
 */
final class Workers {
  /** Bytes; headroom over the depth limit of documents. */
  private static final long STACK = 16L << 20;

  private final int jobs;
  private final Deadline deadline;

  Workers(int jobs, Deadline deadline) {
    this.jobs = jobs;
    this.deadline = deadline;
  }

  /**
   * Runs tasks 0 to {@code count - 1}; an error of one ends the others and is thrown here. A task
   * that does not begin before the deadline, or before this thread is interrupted, is left out.
   *
   * @return which tasks ran
   */
  boolean[] run(int count, IntConsumer task) {
    boolean[] ran = new boolean[count];
    Shared shared = new Shared(task, ran);
    Thread[] threads = new Thread[Math.max(1, Math.min(jobs, count))];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(null, shared, "hopcheck-" + i, STACK);
      threads[i].setDaemon(true);
      threads[i].start();
    }
    boolean interrupted = false;
    for (Thread thread : threads) {
      interrupted |= join(thread, shared);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    shared.rethrow();
    return ran;
  }

  private static boolean join(Thread thread, Shared shared) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        return interrupted;
      } catch (InterruptedException asked) {
        interrupted = true;
        shared.stop();
      }
    }
  }

  private final class Shared implements Runnable {
    private final IntConsumer task;
    private final boolean[] ran;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean stopped;

    Shared(IntConsumer task, boolean[] ran) {
      this.task = task;
      this.ran = ran;
    }

    void stop() {
      stopped = true;
    }

    @Override
    public void run() {
      try {
        for (int i = next.getAndIncrement(); i < ran.length; i = next.getAndIncrement()) {
          if (stopped || deadline.passed()) {
            return;
          }
          task.accept(i);
          ran[i] = true;
        }
      } catch (Throwable any) {
        failure.compareAndSet(null, any);
        stopped = true;
      }
    }

    void rethrow() {
      Throwable thrown = failure.get();
      if (thrown instanceof Error error) {
        throw error;
      }
      if (thrown instanceof RuntimeException exception) {
        throw exception;
      }
    }
  }
}
