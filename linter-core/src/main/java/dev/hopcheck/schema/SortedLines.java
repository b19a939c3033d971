package dev.hopcheck.schema;

import dev.hopcheck.source.DamagedInstallation;
import dev.hopcheck.source.PackagedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A text resource whose lines are sorted by the bytes of their key, which ends at the first tab. A
 * line is found by halving, so that opening one kind reads a handful of lines and builds no index.
 */
final class SortedLines {
  /** How the line with the digest begins; it sorts before all names. */
  static final String DIGEST = "#\t";

  private final byte[] bytes;

  private SortedLines(byte[] bytes) {
    this.bytes = bytes;
  }

  static SortedLines resource(String name) {
    try (InputStream in = PackagedData.open(SortedLines.class, name)) {
      if (in == null) {
        throw new DamagedInstallation("schema bundle: " + name + " is missing");
      }
      return of(name, in.readAllBytes());
    } catch (IOException e) {
      throw new DamagedInstallation("schema bundle: " + name + " cannot be read: " + e, e);
    }
  }

  /** The lines of a text, which must hold the digest that its first line gives, if it gives one. */
  static SortedLines of(String name, byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    if (end > DIGEST.length() && bytes[0] == '#') {
      String expected =
          new String(bytes, DIGEST.length(), end - DIGEST.length(), StandardCharsets.UTF_8);
      String found = digest(bytes, end + 1);
      if (!found.equals(expected)) {
        throw new DamagedInstallation(
            "schema bundle: " + name + " is damaged: digest " + found + ", not " + expected);
      }
    }
    return new SortedLines(bytes);
  }

  /** A checksum of the bytes from an offset on: it finds damage, not malice. */
  static String digest(byte[] bytes, int from) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, bytes.length - from);
    return Long.toHexString(crc.getValue());
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
    byte[] wanted = prefix.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = bytes.length;
    while (low < high) {
      int start = lineStart((low + high) >>> 1, low);
      int order = compareStart(start, wanted);
      if (order == 0) {
        return true;
      }
      if (order < 0) {
        low = lineEnd(start) + 1;
      } else {
        high = start;
      }
    }
    return false;
  }

  /** All lines in their order, without that of the digest. */
  List<String> all() {
    List<String> lines = new ArrayList<>();
    int start = bytes.length > 0 && bytes[0] == '#' ? lineEnd(0) + 1 : 0;
    while (start < bytes.length) {
      int end = lineEnd(start);
      lines.add(new String(bytes, start, end - start, StandardCharsets.UTF_8));
      start = end + 1;
    }
    return lines;
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

  /** Orders the first bytes of the line at {@code start} against the wanted ones. */
  private int compareStart(int start, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      int ours = start + i < bytes.length ? bytes[start + i] : '\n';
      if (ours != wanted[i]) {
        return ours < wanted[i] ? -1 : 1;
      }
    }
    return 0;
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
