package dev.hopcheck.engine;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.SuppressionScanner;
import dev.hopcheck.source.DamagedInstallation;
import dev.hopcheck.source.ListedFile;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.SourceReader;
import dev.hopcheck.source.SourceText;
import dev.hopcheck.source.Span;
import dev.hopcheck.source.Unreadable;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlNode;
import dev.hopcheck.yaml.YamlReader;
import dev.hopcheck.yaml.YamlRemarks;
import dev.hopcheck.yaml.YamlStream;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes one file from its bytes to objects that are decoded and admitted; safe for several threads.
 */
class FileReader {
  /** Bytes of a long file that one thread takes at a time. */
  private static final int CHUNK = 256 << 10;

  /** Documents of a long file that one thread takes at a time. */
  private static final int SHARE = 200;

  private final LintRequest request;
  private final Catalogue catalogue;
  private final ObjectReader objects;
  private final YamlReader yaml;

  FileReader(LintRequest request, Catalogue catalogue, ObjectReader objects) {
    this.request = request;
    this.catalogue = catalogue;
    this.objects = objects;
    yaml = new YamlReader(request.yamlLimits());
  }

  /** Takes the bytes of a file of the disk or of standard input. */
  FileReading open(ListedFile listed) {
    FileReading reading = new FileReading(listed.name(), listed.explicit());
    guarded(reading, () -> open(listed, reading));
    return reading;
  }

  private void open(ListedFile listed, FileReading reading) {
    InputStream standardInput = request.standardInput();
    @Nullable SourceText text;
    if (listed.path() != null) {
      if (!Watched.begins(listed.name(), 0)) {
        reading.problem(Overdue.inFile(listed.name(), request));
        return;
      }
      text = bytes(listed);
    } else if (standardInput != null) {
      text =
          Watched.standardInput(
              listed.name(), () -> SourceReader.read(standardInput, request.sourceLimits()));
      if (text == null) {
        reading.problem(Overdue.inStandardInput(listed.name(), request));
        return;
      }
    } else {
      text =
          new SourceText(
              null, new Unreadable("file-missing", listed.name(), null, "no standard input"));
    }
    SourceFile file = text.file();
    Unreadable unreadable = text.unreadable();
    if (file != null) {
      reading.opened(file);
    } else if (unreadable != null) {
      reading.fail(unreadable);
    }
  }

  /** The one thing here that may never return. */
  SourceText bytes(ListedFile listed) {
    return SourceReader.read(listed, request.sourceLimits());
  }

  /** What breaks on a file as a whole hinders no other file. */
  private static void guarded(FileReading reading, Runnable work) {
    try {
      work.run();
    } catch (OutOfMemoryError tooLarge) {
      throw LintAborted.outOfMemory(reading.name(), tooLarge);
    } catch (LintAborted | DamagedInstallation | LinkageError noVerdict) {
      throw noVerdict;
    } catch (RuntimeException | Error bug) {
      reading.problem(InternalError.inFile(reading.name(), bug));
    }
  }

  /** Takes a text that is there already. */
  FileReading open(SourceFile file, boolean explicit) {
    FileReading reading = new FileReading(file.name(), explicit);
    reading.opened(file);
    return reading;
  }

  /** Reads what a file holds, where it could be opened. */
  void read(FileReading reading) {
    SourceFile file = reading.file();
    if (file != null) {
      guarded(reading, () -> read(file, reading));
    }
  }

  private void read(SourceFile file, FileReading reading) {
    if (!Watched.begins(file.name(), 0)) {
      reading.problem(Overdue.inFile(file.name(), request));
      return;
    }
    YamlStream stream = yaml.read(file);
    for (YamlDocument document : stream.documents()) {
      document(document, reading);
    }
    Watched.begins(file.name(), 0);
    finish(file, stream, reading);
  }

  /**
   * Reads what a long file holds on all threads.
   *
   * @return false if the time ran out
   */
  boolean read(FileReading reading, Workers workers) {
    SourceFile file = reading.file();
    if (file == null) {
      return true;
    }
    boolean[] all = new boolean[1];
    guarded(reading, () -> all[0] = read(file, reading, workers));
    return all[0] || reading.incomplete();
  }

  private boolean read(SourceFile file, FileReading reading, Workers workers) {
    boolean ends = Watched.begins(file.name(), 0);
    Watched.rests();
    if (!ends) {
      reading.problem(Overdue.inFile(file.name(), request));
      return true;
    }
    List<Span> chunks = YamlReader.chunks(file, CHUNK);
    YamlStream[] streams = new YamlStream[chunks.size()];
    boolean[] ran =
        workers.run(
            streams.length,
            i -> {
              Watched.begins(file.name(), 0);
              streams[i] = yaml.read(file, chunks.get(i), 0);
            });
    if (!all(ran)) {
      return false;
    }
    YamlStream stream = YamlReader.merge(List.of(streams));
    List<YamlDocument> documents = stream.documents();
    FileReading[] shares = new FileReading[(documents.size() + SHARE - 1) / SHARE];
    ran =
        workers.run(
            shares.length,
            i -> {
              FileReading share = new FileReading(reading.name(), reading.explicit());
              int end = Math.min(documents.size(), (i + 1) * SHARE);
              for (YamlDocument document : documents.subList(i * SHARE, end)) {
                document(document, share);
              }
              shares[i] = share;
            });
    if (!all(ran)) {
      return false;
    }
    for (FileReading share : shares) {
      reading.add(share);
    }
    finish(file, stream, reading);
    return true;
  }

  private static boolean all(boolean[] ran) {
    for (boolean one : ran) {
      if (!one) {
        return false;
      }
    }
    return true;
  }

  private void finish(SourceFile file, YamlStream stream, FileReading reading) {
    for (Problem problem : stream.problems()) {
      reading.problem(problem);
    }
    reading.documents(stream.documents().size(), stream.failedDocuments());
    if (stream.isEmpty()) {
      reading.skip("empty");
      return;
    }
    if (reading.objects().isEmpty() && !reading.incomplete()) {
      reading.skip("no Kubernetes object");
      return;
    }
    Finding mark = YamlRemarks.mark(file);
    if (mark != null) {
      reading.finding(mark);
    }
    if (request.inlineSuppressions()) {
      new SuppressionScanner(file, stream.documents(), catalogue)
          .scan(reading.suppressions(), reading.findings());
    }
  }

  private void document(YamlDocument document, FileReading reading) {
    if (!Watched.begins(document)) {
      reading.failed(Overdue.in(document, request));
      return;
    }
    try {
      List<ApiObject> found = objects.in(document);
      for (ApiObject object : found) {
        reading.object(objects.check(object));
        YamlNode node = object.root().node();
        if (node != null) {
          for (Finding remark : YamlRemarks.of(node, object.ref())) {
            reading.finding(remark);
          }
        }
      }
      reading.went(!found.isEmpty());
    } catch (OutOfMemoryError | DamagedInstallation | LinkageError noVerdict) {
      throw noVerdict;
    } catch (RuntimeException | Error bug) {
      reading.failed(InternalError.in(document, bug));
    }
  }
}
