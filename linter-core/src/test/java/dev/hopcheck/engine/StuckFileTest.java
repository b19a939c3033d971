package dev.hopcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hopcheck.finding.Problem;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.source.ListedFile;
import dev.hopcheck.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that becomes a FIFO between the look at it and its opening (robustness 59). */
class StuckFileTest {
  @Test
  void robustness59AFifoThatNobodyWritesToIsGivenUpAndNamed(@TempDir Path folder) throws Exception {
    Path path = Files.writeString(folder.resolve("a.yaml"), "a: b\n");
    LintRequest request =
        LintRequest.of(List.of("")).base(folder).limits(List.of("document-time=1")).build();
    AtomicInteger opened = new AtomicInteger();
    CountDownLatch released = new CountDownLatch(1);
    FileReader reader =
        new FileReader(
            request,
            Catalogue.of(),
            new ObjectReader(request.version(), request.adoption().facts())) {
          @Override
          SourceText bytes(ListedFile listed) {
            opened.incrementAndGet();
            becomeFifo(path);
            // Returns when somebody opens it for writing, and not before.
            try (SeekableByteChannel channel = Files.newByteChannel(path)) {
              assertThat(channel.isOpen()).isTrue();
              return super.bytes(listed);
            } catch (IOException failed) {
              throw new UncheckedIOException(failed);
            } finally {
              released.countDown();
            }
          }
        };
    ListedFile listed = new ListedFile("a.yaml", path, true);
    FileReading reading = Watch.over(request, () -> reader.open(listed));
    assertThat(reading.file()).isNull();
    assertThat(reading.problems()).extracting(Problem::id).containsExactly("limit-time");
    Problem problem = reading.problems().get(0);
    assertThat(problem.file()).isEqualTo("a.yaml");
    assertThat(problem.message()).contains("(limit `document-time`)");
    assertThat(opened).hasValue(1);
    assertThat(released.getCount()).isEqualTo(1);
    Files.newByteChannel(path, StandardOpenOption.WRITE).close();
    released.await();
  }

  private static void becomeFifo(Path path) {
    try {
      Files.delete(path);
      assumeTrue(new ProcessBuilder("mkfifo", path.toString()).start().waitFor() == 0);
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }
}
