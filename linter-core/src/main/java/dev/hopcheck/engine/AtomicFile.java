package dev.hopcheck.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes files whole or not at all: beside the target first, then renamed over it. When the process
 * is told to end meanwhile, the file beside is removed.
 */
public final class AtomicFile {
  private static final List<String> OBJECT_KEYS =
      List.of("apiVersion", "kind", "metadata", "spec", "items", "data");

  private final Path temporary;
  private boolean ending;

  private AtomicFile(Path folder) {
    String unique = ProcessHandle.current().pid() + "-" + System.nanoTime();
    temporary = folder.resolve(".hopcheck-" + unique + ".tmp");
  }

  /**
   * Writes a file. An existing one keeps its permissions; what is no regular file, links included,
   * is refused.
   */
  public static void write(Path target, byte[] content) throws IOException {
    boolean exists = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (exists && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("not a regular file");
    }
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("not a regular file");
    }
    new AtomicFile(folder).write(target, exists ? permissions(target) : null, content);
  }

  /** Writes a report; what looks like a manifest is nothing that a report may replace. */
  public static void report(Path target, CharSequence text) throws IOException {
    if (looksLikeManifest(target)) {
      throw new IOException("a manifest lies there; it was not replaced");
    }
    write(target, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** No report is YAML, and none begins as an object of Kubernetes does. */
  private static boolean looksLikeManifest(Path target) throws IOException {
    String name = target.toString().toLowerCase(Locale.ROOT);
    boolean json = name.endsWith(".json");
    boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
    if (!(json || yaml) || !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    String start;
    try (InputStream in = Files.newInputStream(target)) {
      start = new String(in.readNBytes(256), StandardCharsets.UTF_8);
    }
    int key = start.indexOf('"') + 1;
    int end = start.indexOf('"', key);
    return yaml || end > key && OBJECT_KEYS.contains(start.substring(key, end));
  }

  private void write(Path target, @Nullable Set<PosixFilePermission> permissions, byte[] content)
      throws IOException {
    Thread cleaner = new Thread(this::end);
    try {
      Runtime.getRuntime().addShutdownHook(cleaner);
    } catch (IllegalStateException endingAlready) {
      throw new IOException("the run was told to end", endingAlready);
    }
    try {
      fill(create(permissions), content);
      if (permissions != null) {
        Files.setPosixFilePermissions(temporary, permissions);
      }
      move(temporary, target);
    } finally {
      delete(temporary);
      forget(cleaner);
    }
  }

  /**
   * Opens the file beside, never readable for more people than the target is. Nothing is begun once
   * the process ends: the hook may have run before.
   */
  private synchronized FileChannel create(@Nullable Set<PosixFilePermission> permissions)
      throws IOException {
    if (ending) {
      throw new IOException("the run was told to end");
    }
    Set<OpenOption> fresh = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    return permissions == null
        ? FileChannel.open(temporary, fresh)
        : FileChannel.open(temporary, fresh, PosixFilePermissions.asFileAttribute(permissions));
  }

  private synchronized void end() {
    ending = true;
    delete(temporary);
  }

  /** Why writing failed, in words for users. */
  public static String reason(IOException failed) {
    if (failed instanceof AccessDeniedException) {
      return "no permission";
    }
    if (failed instanceof NoSuchFileException) {
      return "the folder does not exist";
    }
    if (failed instanceof FileSystemException named && named.getReason() != null) {
      // Its message begins with a path of this machine.
      return named.getReason();
    }
    String message = failed.getMessage();
    return message == null ? failed.getClass().getSimpleName() : message;
  }

  private static void fill(FileChannel to, byte[] content) throws IOException {
    try (FileChannel channel = to) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** Null where files have none. */
  private static @Nullable Set<PosixFilePermission> permissions(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view == null ? null : view.readAttributes().permissions();
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException notHere) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException leftBehind) {
      return;
    }
  }

  private static void forget(Thread cleaner) {
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException endingAlready) {
      return;
    }
  }
}
