package dev.hopcheck.cli;

import dev.hopcheck.engine.LintRequest;

/** A line on a terminal that tells how far a long run is; it is gone when the run ends. */
final class Progress implements LintRequest.Progress, AutoCloseable {
  private static final int QUIET_MILLIS = 500;
  private static final int STEP_MILLIS = 100;
  private static final String CLEAR = "\r\u001b[K";

  private final Output err;
  private final Thread thread = new Thread(this::show, "hopcheck-progress");
  private volatile int done;
  private volatile int all;
  private boolean shown;

  private Progress(Output err) {
    this.err = err;
  }

  /** Starts to watch the clock. */
  static Progress on(Output err) {
    Progress progress = new Progress(err);
    progress.thread.setDaemon(true);
    progress.thread.start();
    return progress;
  }

  @Override
  public void files(int filesDone, int filesAll) {
    done = filesDone;
    all = filesAll;
  }

  private void show() {
    try {
      Thread.sleep(QUIET_MILLIS);
      while (true) {
        err.append(CLEAR + "checking: " + done + " of " + all + " files").flush();
        shown = true;
        Thread.sleep(STEP_MILLIS);
      }
    } catch (InterruptedException ended) {
      if (shown) {
        err.append(CLEAR).flush();
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }
}
