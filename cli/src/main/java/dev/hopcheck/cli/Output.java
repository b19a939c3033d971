package dev.hopcheck.cli;

import dev.hopcheck.report.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A standard stream: collects text and writes it in one piece, in UTF-8 whatever the locale. It
 * remembers its first failure, which the JVM's own streams swallow.
 */
final class Output implements Appendable {
  private final OutputStream target;
  private final boolean terminal;
  private final StringBuilder text = new StringBuilder();
  private @Nullable IOException failure;

  Output(OutputStream target, boolean terminal) {
    this.target = target;
    this.terminal = terminal;
  }

  /** Whether a person looks at it. */
  boolean isTerminal() {
    return terminal;
  }

  @Override
  public Output append(CharSequence more) {
    text.append(more);
    return this;
  }

  @Override
  public Output append(CharSequence more, int start, int end) {
    text.append(more, start, end);
    return this;
  }

  @Override
  public Output append(char more) {
    text.append(more);
    return this;
  }

  /** Adds a line, with escapes for what a terminal would obey. */
  void line(String more) {
    text.append(Visible.line(more)).append('\n');
  }

  /** Writes what was collected. */
  synchronized void flush() {
    if (failure != null || text.length() == 0) {
      return;
    }
    try {
      target.write(text.toString().getBytes(StandardCharsets.UTF_8));
      target.flush();
    } catch (IOException failed) {
      failure = failed;
    }
    text.setLength(0);
  }

  /** The first failure; null where all was written. */
  @Nullable IOException failure() {
    return failure;
  }

  /** Whether the reader has gone, which is no reason for a message. */
  boolean readerIsGone() {
    String message = failure == null ? null : failure.getMessage();
    return message != null && message.contains("Broken pipe");
  }
}
