package dev.hopcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64})
  void runsEachTaskOnce(int jobs) {
    AtomicInteger sum = new AtomicInteger();
    boolean[] ran;
    try (Workers workers = new Workers(jobs, 16L << 20, Deadline.in(60))) {
      ran = workers.run(100, sum::addAndGet);
    }
    assertThat(sum).hasValue(99 * 100 / 2);
    assertThat(ran).hasSize(100).doesNotContain(false);
  }

  @Test
  void nothingToDoIsDone() {
    try (Workers workers = new Workers(4, 16L << 20, Deadline.in(60))) {
      assertThat(workers.run(0, task -> {})).isEmpty();
    }
  }

  @Test
  void robustness101NothingBeginsAfterTheDeadline() {
    Deadline past = new Deadline(System.nanoTime() - 1);
    try (Workers workers = new Workers(2, 16L << 20, past)) {
      assertThat(workers.run(5, task -> {})).hasSize(5).doesNotContain(true);
    }
  }

  @Test
  void robustness98AnErrorOfATaskIsNotLost() {
    try (Workers workers = new Workers(2, 16L << 20, Deadline.in(60))) {
      assertThatThrownBy(
              () ->
                  workers.run(
                      10,
                      task -> {
                        throw new AssertionError("of a task");
                      }))
          .isInstanceOf(AssertionError.class)
          .hasMessage("of a task");
      AtomicInteger sum = new AtomicInteger();
      workers.run(3, sum::addAndGet);
      assertThat(sum).as("the threads go on").hasValue(3);
    }
  }

  @Test
  void robustness100NoThreadStaysBehind() {
    try (Workers workers = new Workers(8, 16L << 20, Deadline.in(60))) {
      workers.run(50, task -> {});
      workers.run(20, task -> {});
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("hopcheck-"));
  }

  @Test
  void deepInputFindsAStackThatIsDeepEnough() {
    try (Workers workers = new Workers(1, 16L << 20, Deadline.in(60))) {
      workers.run(1, task -> assertThat(depth(20_000)).isEqualTo(20_000));
    }
  }

  private static int depth(int left) {
    return left == 0 ? 0 : depth(left - 1) + 1;
  }
}
