package dev.hopcheck.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file's text as UTF-8 bytes without a byte order mark. All offsets count these bytes, also
 * where the file itself is UTF-16.
 */
public final class SourceFile implements Comparable<SourceFile> {
  private final String name;
  private final @Nullable Path path;
  private final byte[] bytes;

  /** Which templates standard input was rendered from; null while nobody asked. */
  private volatile @Nullable RenderedSources rendered;

  /** Set before the file is given to anybody. */
  private int strayMark = -1;

  /** Volatile, for several threads may read one file. */
  private volatile int @Nullable [] lineStarts;

  /** What must not be shown; null while that is nothing. */
  private @Nullable List<Span> secrets;

  private SourceFile(String name, @Nullable Path path, byte[] bytes) {
    this.name = name;
    this.path = path;
    this.bytes = bytes;
  }

  /** A file of the disk. The bytes are not copied and must not change. */
  public static SourceFile of(String name, @Nullable Path path, byte[] utf8) {
    return new SourceFile(name, path, utf8);
  }

  /** A text that lies in no file, for examples and tests. */
  public static SourceFile of(String name, String text) {
    SourceFile file = new SourceFile(name, null, text.getBytes(StandardCharsets.UTF_8));
    int mark = text.indexOf('\uFEFF');
    return mark < 0
        ? file
        : file.strayMark(text.substring(0, mark).getBytes(StandardCharsets.UTF_8).length);
  }

  /** Keeps where a byte order mark stands that is none. */
  SourceFile strayMark(int offset) {
    strayMark = offset;
    return this;
  }

  /** Where the first byte order mark stands that is not the file's own; -1 where there is none. */
  public int strayMark() {
    return strayMark;
  }

  /** The name shown: the argument as typed, {@code /}, and the path below it. */
  public String name() {
    return name;
  }

  /**
   * The name of what stands at an offset: of a rendered document on standard input the template, as
   * the stream says; else the file's own.
   */
  public String nameAt(int offset) {
    if (path != null || !name.equals(ListedFile.STANDARD_INPUT)) {
      return name;
    }
    RenderedSources known = rendered;
    if (known == null) {
      known = RenderedSources.of(this);
      rendered = known;
    }
    String template = known.at(offset);
    return template == null ? name : template;
  }

  /** Where the file lies; null for standard input and examples. */
  public @Nullable Path path() {
    return path;
  }

  /** Number of bytes. */
  public int length() {
    return bytes.length;
  }

  /** The byte at an offset. */
  public byte at(int offset) {
    return bytes[offset];
  }

  /** The bytes themselves, for readers; they must not be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** The text between two offsets. */
  public String text(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** The text of a span. */
  public String text(Span span) {
    return text(span.start(), span.end());
  }

  /** The position of an offset; the length itself is the position behind the last character. */
  public Position position(int offset) {
    int[] starts = lineStarts();
    int line = Arrays.binarySearch(starts, offset);
    if (line < 0) {
      line = -line - 2;
    }
    int column = 1;
    for (int i = starts[line]; i < offset; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        column++;
      }
    }
    return new Position(line + 1, column);
  }

  /** Number of lines; the text behind a final line end counts as none. */
  public int lines() {
    int[] starts = lineStarts();
    return starts[starts.length - 1] == bytes.length && starts.length > 1
        ? starts.length - 1
        : starts.length;
  }

  /** The offset at which a line starts, for lines from 1 to {@link #lines()}. */
  public int lineStart(int line) {
    return lineStarts()[line - 1];
  }

  /** The text of a line without its end, for lines from 1 to {@link #lines()}. */
  public String line(int line) {
    int[] starts = lineStarts();
    int start = starts[line - 1];
    int end = line < starts.length ? starts[line] : bytes.length;
    while (end > start && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    return text(start, end);
  }

  /**
   * Keeps what lies in a span from being shown, but for keys and what names an object. Called by
   * the readers, before anything is shown.
   */
  public synchronized void keepSecret(Span span) {
    List<Span> known = secrets;
    if (known == null) {
      known = new ArrayList<>(2);
      secrets = known;
    }
    known.add(span);
  }

  /** Whether something of the line must not be shown. */
  public synchronized boolean isSecret(int line) {
    List<Span> hidden = secrets;
    if (hidden == null) {
      return false;
    }
    int[] starts = lineStarts();
    int start = starts[line - 1];
    int end = line < starts.length ? starts[line] : bytes.length;
    for (Span span : hidden) {
      if (span.start() < end && span.end() > start) {
        return true;
      }
    }
    return false;
  }

  /** The text of a line as reports may show it. */
  public String shown(int line) {
    return isSecret(line) ? SecretLine.masked(line(line)) : SecretLine.plain(line(line));
  }

  /** A text that stands, or would stand, in place of the lines from one to another. */
  public String shown(String text, int first, int last) {
    for (int line = first; line <= last; line++) {
      if (isSecret(line)) {
        return SecretLine.masked(text);
      }
    }
    return SecretLine.plain(text);
  }

  private int[] lineStarts() {
    int[] known = lineStarts;
    if (known != null) {
      return known;
    }
    int[] starts = new int[16 + bytes.length / 24];
    int count = 1;
    for (int next = afterLine(0); next > 0; next = afterLine(next)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = next;
    }
    starts = Arrays.copyOf(starts, count);
    lineStarts = starts;
    return starts;
  }

  /**
   * Where the next line starts; 0 where no line end follows. One call a line: Java compiles what is
   * called often sooner than a loop that runs long.
   */
  private int afterLine(int from) {
    for (int i = from; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '\n' || b == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n')) {
        return i + 1;
      }
    }
    return 0;
  }

  @Override
  public int compareTo(SourceFile other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
