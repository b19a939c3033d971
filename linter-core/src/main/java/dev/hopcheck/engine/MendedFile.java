package dev.hopcheck.engine;

import dev.hopcheck.finding.Edit;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.source.SourceFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file with edits carried out; byte order mark, encoding and line ends stay as they were. */
final class MendedFile {
  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private MendedFile() {}

  /** Writes the file anew; returns why it could not be, or null. */
  static @Nullable Problem write(SourceFile file, List<Edit> edits) {
    Path path = Objects.requireNonNull(file.path(), "edits of a text that lies in no file");
    try {
      byte[] before = Files.readAllBytes(path);
      byte[] mark = mark(before);
      Charset charset = charset(before);
      String text = new String(before, mark.length, before.length - mark.length, charset);
      if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), file.bytes())) {
        return problem(file, "file changed since it was read; it was not mended");
      }
      byte[] body = text(file, edits).getBytes(charset);
      byte[] after = Arrays.copyOf(mark, mark.length + body.length);
      System.arraycopy(body, 0, after, mark.length, body.length);
      AtomicFile.write(path, after);
      return null;
    } catch (IOException failed) {
      return problem(file, "file could not be written: " + AtomicFile.reason(failed));
    }
  }

  /** The text with all edits; they do not overlap. */
  static String text(SourceFile file, List<Edit> edits) {
    List<Edit> sorted = sorted(edits);
    String lineEnd = lineEnd(file);
    StringBuilder text = new StringBuilder(file.length() + 64);
    int from = 0;
    for (Edit edit : sorted) {
      text.append(file.text(from, edit.at().span().start()));
      String replacement = edit.replacement();
      text.append(lineEnd.equals("\n") ? replacement : replacement.replace("\n", lineEnd));
      from = edit.at().span().end();
    }
    return text.append(file.text(from, file.length())).toString();
  }

  static List<Edit> sorted(List<Edit> edits) {
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparing(Edit::at));
    return sorted;
  }

  private static String lineEnd(SourceFile file) {
    for (int i = 0; i < file.length(); i++) {
      if (file.at(i) == '\n') {
        return i > 0 && file.at(i - 1) == '\r' ? "\r\n" : "\n";
      }
    }
    return "\n";
  }

  private static byte[] mark(byte[] bytes) {
    if (bytes.length >= 3 && Arrays.equals(Arrays.copyOf(bytes, 3), UTF_8_MARK)) {
      return UTF_8_MARK;
    }
    return charset(bytes) == StandardCharsets.UTF_8 ? new byte[0] : Arrays.copyOf(bytes, 2);
  }

  private static Charset charset(byte[] bytes) {
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    boolean little = bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
    return little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }

  private static Problem problem(SourceFile file, String message) {
    return new Problem("file-unwritten", file.name(), null, null, message);
  }
}
