package dev.hopcheck.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A text resource whose lines are sorted by the bytes of their key, which ends at the first tab. A
 * line is found by halving, so that opening one kind reads a handful of lines and builds no index.
 */
final class SortedLines {
  private final byte[] bytes;

  private SortedLines(byte[] bytes) {
    this.bytes = bytes;
  }

  static SortedLines resource(String name) {
    try (InputStream in = SortedLines.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("schema bundle: " + name + " is missing");
      }
      return new SortedLines(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("schema bundle: " + name, e);
    }
  }

  static SortedLines of(String text) {
    return new SortedLines(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The line of a key without its end; null where there is none. */
  @Nullable String find(String key) {
    byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = bytes.length;
    while (low < high) {
      int start = lineStart((low + high) >>> 1, low);
      int order = compare(start, wanted);
      if (order == 0) {
        return new String(bytes, start, lineEnd(start) - start, StandardCharsets.UTF_8);
      }
      if (order < 0) {
        low = lineEnd(start) + 1;
      } else {
        high = start;
      }
    }
    return null;
  }

  /** Whether some line begins with the text. */
  boolean hasPrefix(String prefix) {
    for (String line : all()) {
      if (line.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** All lines in their order; the text behind the last line end is one, and empty. */
  String[] all() {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.split("\n", -1);
  }

  private int lineStart(int at, int low) {
    int start = at;
    while (start > low && bytes[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private int lineEnd(int start) {
    int end = start;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  /** Orders the key of the line at {@code start} against the wanted one. */
  private int compare(int start, byte[] wanted) {
    int i = 0;
    while (i < wanted.length) {
      int ours = start + i < bytes.length ? bytes[start + i] : '\n';
      if (ours == '\t' || ours == '\n') {
        return -1;
      }
      if (ours != wanted[i]) {
        return ours < wanted[i] ? -1 : 1;
      }
      i++;
    }
    int next = start + i < bytes.length ? bytes[start + i] : '\n';
    return next == '\t' || next == '\n' ? 0 : 1;
  }
}
