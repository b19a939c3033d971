package dev.hopcheck.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;

/**
 * The one gate for bytes: links are not followed, what is no regular file is not opened, no more
 * than the limit is read, and a file that changes meanwhile is refused.
 */
public final class SourceReader {
  private static final Set<OpenOption> READ =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private SourceReader() {}

  /** Reads a listed file of the disk; safe to call from several threads. */
  public static SourceText read(ListedFile listed, SourceLimits limits) {
    Path path = Objects.requireNonNull(listed.path(), "standard input has no path");
    try {
      BasicFileAttributes before = attributes(path);
      if (!before.isRegularFile()) {
        return none(listed, "file-unreadable", "not a regular file; it was not opened");
      }
      if (before.size() > limits.fileBytes()) {
        return tooLarge(listed, limits);
      }
      return readOpen(listed, path, before);
    } catch (NoSuchFileException gone) {
      return none(listed, "file-missing", "file does not exist");
    } catch (AccessDeniedException denied) {
      return none(listed, "file-unreadable", "no permission to read the file");
    } catch (IOException failed) {
      return none(listed, "file-unreadable", "file cannot be read: " + reason(failed));
    }
  }

  /** Reads what was a regular file before; it may have become anything since. */
  static SourceText readOpen(ListedFile listed, Path path, BasicFileAttributes before)
      throws IOException {
    byte[] bytes = new byte[(int) before.size()];
    int count = 0;
    boolean longer;
    try (SeekableByteChannel channel = open(path)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        count = buffer.position();
      }
      // Files that the kernel makes up say that they are empty; others tell their growth by size.
      longer = bytes.length == 0 && channel.read(ByteBuffer.allocate(1)) > 0;
    }
    BasicFileAttributes after = attributes(path);
    boolean same =
        after.isRegularFile()
            && after.size() == before.size()
            && Objects.equals(before.fileKey(), after.fileKey())
            && before.lastModifiedTime().equals(after.lastModifiedTime());
    if (!same || longer || count < bytes.length) {
      return none(listed, "file-changed", "file changed while it was read; run again");
    }
    return TextDecoder.decode(listed, bytes, count);
  }

  private static SeekableByteChannel open(Path path) throws IOException {
    return Files.newByteChannel(path, READ);
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** Reads standard input up to the limit of one file. */
  public static SourceText read(InputStream standardInput, SourceLimits limits) {
    ListedFile listed = new ListedFile(ListedFile.STANDARD_INPUT, null, true);
    try {
      byte[] bytes = standardInput.readNBytes(limits.fileBytes());
      if (standardInput.read() >= 0) {
        return tooLarge(listed, limits);
      }
      return TextDecoder.decode(listed, bytes, bytes.length);
    } catch (IOException failed) {
      return none(listed, "file-unreadable", "standard input cannot be read: " + reason(failed));
    }
  }

  private static SourceText tooLarge(ListedFile listed, SourceLimits limits) {
    return none(
        listed,
        "limit-file-size",
        "larger than " + limits.fileBytes() + " bytes (limit `file-size`); it was not read");
  }

  private static SourceText none(ListedFile listed, String id, String message) {
    return SourceText.none(id, listed.name(), null, message);
  }

  private static String reason(IOException failed) {
    String name = failed.getClass().getSimpleName();
    return name.endsWith("Exception") ? name.substring(0, name.length() - 9) : name;
  }
}
