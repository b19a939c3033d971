package dev.hopcheck.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks git, through its plumbing and without a shell. What a user's configuration may run or change
 * is switched off: pagers, external differs, monitors, hooks and locks.
 */
final class Git {
  private static final int SECONDS = 60;
  private static final int LARGEST = 64 << 20;

  /** So many are asked for at once: fewer bytes than a pipe holds. */
  private static final int BATCH = 64;

  private final Path folder;

  /** Git as it is run in a folder. */
  Git(Path folder) {
    this.folder = folder;
  }

  /** What git writes; null where it fails. */
  byte @Nullable [] run(String... arguments) throws UsageException {
    return run(new byte[0], arguments);
  }

  /** The contents of blobs, in the same order; null for one that is not there. */
  List<byte @Nullable []> blobs(List<String> ids) throws UsageException {
    List<byte @Nullable []> read = new ArrayList<>(ids.size());
    for (int from = 0; from < ids.size(); from += BATCH) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + BATCH));
      byte[] asked = (String.join("\n", some) + "\n").getBytes(StandardCharsets.US_ASCII);
      byte[] out = run(asked, "cat-file", "--batch");
      if (out == null) {
        throw new UsageException("--changed-since: git could not read an earlier revision");
      }
      blobs(out, some.size(), read);
    }
    return read;
  }

  /** Reads {@code ID blob SIZE}, a line end, the content and another, or {@code ID missing}. */
  private static void blobs(byte[] out, int count, List<byte @Nullable []> into) {
    int at = 0;
    for (int i = 0; i < count; i++) {
      int end = at;
      while (end < out.length && out[end] != '\n') {
        end++;
      }
      String head = new String(out, at, end - at, StandardCharsets.US_ASCII);
      at = end + 1;
      if (!head.contains(" blob ")) {
        into.add(null);
        continue;
      }
      int size = Integer.parseInt(head.substring(head.lastIndexOf(' ') + 1));
      into.add(Arrays.copyOfRange(out, at, at + size));
      at += size + 1;
    }
  }

  private byte @Nullable [] run(byte[] input, String... arguments) throws UsageException {
    List<String> command = new ArrayList<>();
    command.add("git");
    command.add("--no-pager");
    command.add("--no-optional-locks");
    command.add("--literal-pathspecs");
    for (String setting :
        new String[] {"core.fsmonitor=false", "core.hooksPath=/dev/null", "core.quotePath=false"}) {
      command.add("-c");
      command.add(setting);
    }
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().removeIf(Git::isUnwanted);
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    builder.environment().put("LC_ALL", "C");
    try {
      return output(builder.start(), input);
    } catch (IOException notThere) {
      throw new UsageException("--changed-since needs git, which could not be run");
    }
  }

  /** Variables that would lead git elsewhere; a hook runs with some of them set. */
  private static boolean isUnwanted(String variable) {
    return variable.equals("GIT_EXTERNAL_DIFF")
        || variable.equals("GIT_DIFF_OPTS")
        || variable.equals("GIT_PAGER")
        || variable.startsWith("GIT_TRACE");
  }

  private static byte @Nullable [] output(Process process, byte[] input)
      throws UsageException, IOException {
    try (OutputStream in = process.getOutputStream()) {
      in.write(input);
    }
    try (InputStream out = process.getInputStream()) {
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 16];
      for (int count = out.read(buffer); count >= 0; count = out.read(buffer)) {
        read.write(buffer, 0, count);
        if (read.size() > LARGEST) {
          throw new UsageException("--changed-since: git writes more than " + LARGEST + " bytes");
        }
      }
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new UsageException("--changed-since: git does not answer");
      }
      return process.exitValue() == 0 ? read.toByteArray() : null;
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      throw new UsageException("--changed-since: interrupted while git ran");
    } finally {
      process.destroy();
    }
  }

  /** The one line that git writes; null where it fails. */
  @Nullable String line(String... arguments) throws UsageException {
    byte[] out = run(arguments);
    return out == null ? null : new String(out, StandardCharsets.UTF_8).strip();
  }

  /** The texts that end with NUL in what git writes. */
  static List<String> parts(byte[] out) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < out.length; i++) {
      if (out[i] == 0) {
        parts.add(new String(out, start, i - start, StandardCharsets.UTF_8));
        start = i + 1;
      }
    }
    return parts;
  }
}
