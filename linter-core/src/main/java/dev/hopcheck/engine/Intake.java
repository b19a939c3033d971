package dev.hopcheck.engine;

import dev.hopcheck.finding.Problem;
import dev.hopcheck.source.ListedFile;
import dev.hopcheck.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of a run by number, side by side; a long one is shared among the threads.
 * Different files may be asked for by different threads.
 */
final class Intake {
  /** Bytes; a longer file is worked on by all threads. */
  static final int LONG = 1 << 20;

  /** Bytes that are kept of files that were opened but not read yet; others are opened again. */
  private static final long KEPT = 32L << 20;

  private final LintRequest request;
  private final List<ListedFile> files;
  private final List<SourceFile> texts;
  private final Map<String, SourceFile> instead;
  private final FileReader reader;
  private final @Nullable FileReading[] readings;
  private final @Nullable FileReading[] opened;
  private final AtomicInteger done = new AtomicInteger();

  Intake(LintRequest request, Inputs inputs, FileReader reader) {
    this.request = request;
    this.files = inputs.files().files();
    this.texts = request.texts();
    this.instead = inputs.texts();
    this.reader = reader;
    readings = new FileReading[files.size() + texts.size()];
    opened = new FileReading[readings.length];
  }

  /** Number of files. */
  int count() {
    return readings.length;
  }

  /** The name shown. */
  String name(int file) {
    return file < files.size() ? files.get(file).name() : texts.get(file - files.size()).name();
  }

  /** Whether the user named the file itself. */
  boolean explicit(int file) {
    return file >= files.size() || files.get(file).explicit();
  }

  /** Bytes, as far as they are known before it is read. */
  long size(int file) {
    return file < files.size() ? files.get(file).size() : texts.get(file - files.size()).length();
  }

  /** Reads those of some files that are not read yet, and gives them all, in the order asked. */
  List<FileReading> read(int[] numbers, Workers workers) {
    boolean[] ran =
        workers.run(
            numbers.length,
            i -> {
              if (readings[numbers[i]] == null) {
                FileReading reading = open(numbers[i]);
                readings[numbers[i]] = reading;
                if (!isLong(reading)) {
                  reader.read(reading);
                  progress();
                }
              }
            });
    List<FileReading> read = new ArrayList<>(numbers.length);
    for (int i = 0; i < ran.length; i++) {
      FileReading reading = readings[numbers[i]];
      if (reading == null) {
        reading = notRead(numbers[i]);
      } else if (isLong(reading) && !reading.done()) {
        reading = reader.read(reading, workers) ? reading : notRead(numbers[i]);
        progress();
      }
      read.add(reading);
    }
    return read;
  }

  /**
   * Reads those files that concern other units than their own, as far as the run has time for it.
   */
  List<FileReading> reaching(Workers workers) {
    boolean[] reaches = new boolean[readings.length];
    AtomicLong kept = new AtomicLong();
    workers.run(
        readings.length,
        i -> {
          FileReading reading = open(i);
          SourceFile file = reading.file();
          if (file != null && Reach.mayBeIn(file)) {
            reader.read(reading);
            if (Reach.isIn(reading)) {
              readings[i] = reading;
              reaches[i] = true;
              progress();
            }
          } else if (file != null && kept.addAndGet(file.length()) <= KEPT) {
            opened[i] = reading;
          }
        });
    List<FileReading> reaching = new ArrayList<>();
    for (int i = 0; i < reaches.length; i++) {
      FileReading reading = readings[i];
      if (reading != null) {
        reaching.add(reading);
      }
    }
    return reaching;
  }

  /** The numbers of all files, in the order of the input. */
  int[] numbers() {
    int[] numbers = new int[readings.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    return numbers;
  }

  private FileReading open(int file) {
    FileReading reading = opened[file];
    if (reading != null) {
      opened[file] = null;
      return reading;
    }
    if (file >= files.size()) {
      return reader.open(texts.get(file - files.size()), true);
    }
    ListedFile listed = files.get(file);
    SourceFile text = instead.isEmpty() ? null : instead.get(listed.name());
    return text == null ? reader.open(listed) : reader.open(text, listed.explicit());
  }

  private static boolean isLong(FileReading reading) {
    SourceFile file = reading.file();
    return file != null && file.length() > LONG;
  }

  private void progress() {
    request.progress().files(done.incrementAndGet(), readings.length);
  }

  private FileReading notRead(int file) {
    String name = name(file);
    FileReading reading = new FileReading(name, true);
    reading.problem(
        new Problem("limit-time", name, null, null, "not analysed: " + outOfTime(request)));
    readings[file] = reading;
    return reading;
  }

  /** Why something was not begun. */
  static String outOfTime(LintRequest request) {
    return "the run was over its time of "
        + request.timeoutSeconds()
        + " seconds (limit `run-time`), or was cancelled";
  }
}
