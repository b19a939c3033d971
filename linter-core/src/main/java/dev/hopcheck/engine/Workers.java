package dev.hopcheck.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs numbered tasks on threads of its own, which have a stack deep enough for every input that
 * the limits allow and live until it is closed. Results are kept by number, so that their order
 * does not depend on the threads.
 */
final class Workers implements AutoCloseable {
  private final int jobs;
  private final long stack;
  private final Deadline deadline;
  private final boolean here;
  private final Watch.@Nullable Attempt attempt;
  private final List<Thread> threads = new ArrayList<>(2);
  private final LinkedBlockingQueue<Runnable> open = new LinkedBlockingQueue<>();
  private volatile boolean closed;

  /** The stack is in bytes; it needs headroom over the depth limit of documents. */
  Workers(int jobs, long stack, Deadline deadline) {
    this(jobs, stack, deadline, false);
  }

  private Workers(int jobs, long stack, Deadline deadline, boolean here) {
    this.jobs = jobs;
    this.stack = stack;
    this.deadline = deadline;
    this.here = here;
    Watched watched = Watched.here();
    attempt = watched == null ? null : watched.attempt();
  }

  /** Runs tasks in the thread that asks, until the same deadline; safe for several threads. */
  Workers inCaller() {
    return new Workers(1, stack, deadline, true);
  }

  int jobs() {
    return jobs;
  }

  /**
   * Runs tasks 0 to {@code count - 1}; an error of one ends the others and is thrown here. A task
   * that does not begin before the deadline, or before this thread is interrupted, is left out.
   *
   * @return which tasks ran
   */
  boolean[] run(int count, IntConsumer task) {
    return run(count, task, deadline);
  }

  /** As {@link #run(int, IntConsumer)}, also after the deadline. */
  boolean[] runLate(int count, IntConsumer task) {
    return run(count, task, Deadline.none());
  }

  private boolean[] run(int count, IntConsumer task, Deadline until) {
    if (isAbandoned()) {
      throw LintAborted.abandoned();
    }
    boolean[] ran = new boolean[count];
    int shares = Math.min(jobs, count);
    if (here) {
      Shared all = new Shared(task, ran, 1, until);
      all.run();
      all.rethrow();
      return ran;
    }
    while (threads.size() < shares) {
      Thread thread = thread("hopcheck-" + threads.size());
      thread.start();
      threads.add(thread);
    }
    Shared shared = new Shared(task, ran, shares, until);
    for (int i = 0; i < shares; i++) {
      open.add(shared);
    }
    shared.await();
    shared.rethrow();
    return ran;
  }

  private Thread thread(String name) {
    if (attempt != null) {
      return attempt.thread(this::serve, name);
    }
    Thread thread = new Thread(null, this::serve, name, stack);
    thread.setDaemon(true);
    return thread;
  }

  private boolean isAbandoned() {
    return attempt != null && attempt.isAbandoned();
  }

  private void serve() {
    try {
      while (!closed) {
        open.take().run();
      }
    } catch (InterruptedException nobodyAsks) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the threads. */
  @Override
  public void close() {
    closed = true;
    if (isAbandoned()) {
      return;
    }
    for (int i = 0; i < threads.size(); i++) {
      open.add(() -> {});
    }
    boolean interrupted = false;
    for (Thread thread : threads) {
      interrupted |= join(thread);
    }
    threads.clear();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        return interrupted;
      } catch (InterruptedException asked) {
        interrupted = true;
      }
    }
  }

  private final class Shared implements Runnable {
    private final IntConsumer task;
    private final Deadline until;
    private final boolean[] ran;
    private final CountDownLatch left;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean stopped;

    Shared(IntConsumer task, boolean[] ran, int shares, Deadline until) {
      this.until = until;
      this.task = task;
      this.ran = ran;
      left = new CountDownLatch(shares);
    }

    @Override
    public void run() {
      try {
        for (int i = next.getAndIncrement(); i < ran.length; i = next.getAndIncrement()) {
          if (stopped || until.passed() || here && Thread.currentThread().isInterrupted()) {
            return;
          }
          task.accept(i);
          ran[i] = true;
          if (isAbandoned()) {
            return;
          }
        }
      } catch (Throwable any) {
        failure.compareAndSet(null, any);
        stopped = true;
      } finally {
        if (!here) {
          Watched.rests();
        }
        left.countDown();
      }
    }

    void await() {
      boolean interrupted = false;
      while (true) {
        try {
          left.await();
          break;
        } catch (InterruptedException asked) {
          interrupted = true;
          stopped = true;
          if (isAbandoned()) {
            throw LintAborted.abandoned();
          }
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
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
