package dev.hopcheck.engine;

import dev.hopcheck.config.Limit;
import dev.hopcheck.config.Limits;
import dev.hopcheck.source.SourceText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a run, so that nothing in it can last for ever. Java cannot end a thread that is stuck
 * in a system call or a loop; where one stays at a step for longer than the limits allow, all
 * threads are left to themselves, and the run is made again without that step, which is reported
 * then. Nothing of an attempt that was given up is used.
 */
final class Watch {
  /** Between two looks; a step that is too long is seen that much later. */
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(50);

  /** So many resources may take a rule or a unit twice the time of one document. */
  private static final int RESOURCES = 500;

  /**
   * How much longer than it may work a step may take. Where others want the processors it gets few
   * of them, and is not at fault; what only waits, for a file system say, is given up here.
   */
  private static final int WAITING = 6;

  private final long document;
  private final long run;
  private final long stack;
  private final long started = System.nanoTime();
  private final Set<Step> lost = new HashSet<>();
  private volatile boolean hasLost;
  private volatile @Nullable SourceText standardInput;

  private Watch(Limits limits) {
    document = TimeUnit.SECONDS.toNanos(limits.of(Limit.DOCUMENT_TIME));
    run = TimeUnit.SECONDS.toNanos(limits.of(Limit.RUN_TIME));
    stack = limits.of(Limit.STACK_SIZE);
  }

  /**
   * Does some work in a thread that is watched, and in those that it starts.
   *
   * @throws LintAborted where it does not end
   */
  static <T> T over(LintRequest request, Supplier<T> work) {
    return Watched.here() != null ? work.get() : new Watch(request.limits()).until(work);
  }

  private <T> T until(Supplier<T> work) {
    boolean interrupted = false;
    try {
      while (true) {
        Work<T> tried = new Work<>(work);
        Attempt attempt = new Attempt(tried);
        attempt.start();
        while (!attempt.isDone()) {
          if (interrupted) {
            attempt.cancel();
          }
          try {
            if (attempt.await()) {
              break;
            }
          } catch (InterruptedException asked) {
            interrupted = true;
          }
        }
        if (!attempt.abandoned) {
          return tried.result();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Whether any step was given up. */
  boolean hasLost() {
    return hasLost;
  }

  synchronized boolean isLost(Step step) {
    return lost.contains(step);
  }

  private synchronized void lose(Step step) {
    lost.add(step);
    hasLost = true;
  }

  /** Reading must hold no lock, since it may never end; only one thread of a run does it. */
  SourceText standardInput(Supplier<SourceText> reader) {
    SourceText known = standardInput;
    if (known == null) {
      known = reader.get();
      standardInput = known;
    }
    return known;
  }

  /** The work, and what came of it. */
  private static final class Work<T> implements Runnable {
    private final Supplier<T> work;
    private @Nullable T value;
    private @Nullable Throwable thrown;

    Work(Supplier<T> work) {
      this.work = work;
    }

    @Override
    public void run() {
      try {
        value = work.get();
      } catch (Throwable any) {
        thrown = any;
      }
    }

    T result() {
      if (thrown instanceof Error error) {
        throw error;
      }
      if (thrown instanceof RuntimeException exception) {
        throw exception;
      }
      if (value == null) {
        throw new IllegalStateException("no result");
      }
      return value;
    }
  }

  /** One try, with the threads that belong to it. */
  final class Attempt {
    private final List<Watched> threads = new CopyOnWriteArrayList<>();
    private final List<Clock> clocks = new CopyOnWriteArrayList<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Deadline deadline;
    private final Watched first;
    private long looked = System.nanoTime();
    private boolean cancelled;
    private volatile boolean abandoned;

    private Attempt(Runnable work) {
      // Work that was done before is not counted against what is left, but for once.
      deadline = new Deadline(Math.min(System.nanoTime() + run, started + 2 * run));
      first =
          thread(
              () -> {
                try {
                  work.run();
                } finally {
                  done.countDown();
                }
              },
              "hopcheck-run");
    }

    private void start() {
      first.start();
    }

    /** A thread for work of this attempt; it is not started yet. */
    Watched thread(Runnable work, String name) {
      Watched thread = new Watched(this, work, name, stack);
      threads.add(thread);
      clocks.add(new Clock(thread));
      return thread;
    }

    Watch watch() {
      return Watch.this;
    }

    /** When nothing new is begun any more. */
    Deadline deadline() {
      return deadline;
    }

    /** Whether nobody waits for it any longer. */
    boolean isAbandoned() {
      return abandoned;
    }

    private boolean isDone() {
      return done.getCount() == 0;
    }

    private void cancel() {
      if (!cancelled) {
        cancelled = true;
        first.interrupt();
      }
    }

    /** Waits a little; true where it is done or given up. */
    private boolean await() throws InterruptedException {
      if (done.await(TICK, TimeUnit.NANOSECONDS)) {
        return true;
      }
      long now = System.nanoTime();
      // While the whole process is stopped, or waits for the collector, no time passes for it.
      long passed = Math.min(now - looked, 2 * TICK);
      looked = now;
      for (Clock clock : clocks) {
        Step step = clock.overdue(passed, deadline.passed());
        if (step != null) {
          lose(step);
          abandoned = true;
        }
      }
      if (abandoned) {
        for (Watched thread : threads) {
          thread.interrupt();
        }
      } else if (now - started - 2 * run > 10 * document) {
        abandoned = true;
        throw LintAborted.outOfTime();
      }
      return abandoned;
    }
  }

  /** How long a thread is at the same step, and how much it worked there. */
  private final class Clock {
    private final Watched thread;
    private long step = -1;
    private long waited;
    private boolean halfway;
    private long worked;

    Clock(Watched thread) {
      this.thread = thread;
    }

    /** The step that takes too long; null where none does. */
    @Nullable Step overdue(long passed, boolean late) {
      long now = thread.steps();
      if (now != step || !thread.isBusy()) {
        step = now;
        waited = 0;
        halfway = false;
        return null;
      }
      waited += passed;
      int size = thread.size();
      // What others write is waited for as long as there is time at all.
      boolean tooLong =
          size == Integer.MAX_VALUE
              ? late
              : isTooLong(document + (late ? 0 : document / RESOURCES * size));
      if (!tooLong) {
        return null;
      }
      Step at = thread.step();
      return thread.steps() == step ? at : null;
    }

    /** Only the second half is measured in work: most steps are over long before the first ends. */
    private boolean isTooLong(long allowed) {
      if (waited <= allowed / 2) {
        return false;
      }
      if (!halfway) {
        halfway = true;
        worked = ProcessorTime.of(thread);
      }
      if (waited <= allowed || waited > WAITING * allowed) {
        return waited > allowed;
      }
      long now = ProcessorTime.of(thread);
      return now < 0 || worked < 0 || now - worked > allowed / 2;
    }
  }
}
