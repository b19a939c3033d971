package dev.hopcheck.engine;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.SuppressionScanner;
import dev.hopcheck.source.DamagedInstallation;
import dev.hopcheck.source.ListedFile;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.SourceReader;
import dev.hopcheck.source.SourceText;
import dev.hopcheck.source.Unreadable;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlReader;
import dev.hopcheck.yaml.YamlStream;
import java.io.InputStream;

/**
 * Takes one file from its bytes to objects that are decoded and admitted; safe for several threads.
 */
final class FileReader {
  private final LintRequest request;
  private final Catalogue catalogue;
  private final ObjectReader objects;

  FileReader(LintRequest request, Catalogue catalogue, ObjectReader objects) {
    this.request = request;
    this.catalogue = catalogue;
    this.objects = objects;
  }

  /** Reads a file of the disk or standard input. */
  FileReading read(ListedFile listed) {
    FileReading reading = new FileReading(listed.name(), listed.explicit());
    guarded(reading, () -> read(listed, reading));
    return reading;
  }

  private void read(ListedFile listed, FileReading reading) {
    InputStream standardInput = request.standardInput();
    SourceText text;
    if (listed.path() != null) {
      text = SourceReader.read(listed, request.sourceLimits());
    } else if (standardInput != null) {
      text = SourceReader.read(standardInput, request.sourceLimits());
    } else {
      text =
          new SourceText(
              null, new Unreadable("file-missing", listed.name(), null, "no standard input"));
    }
    SourceFile file = text.file();
    Unreadable unreadable = text.unreadable();
    if (file != null) {
      read(file, reading);
    } else if (unreadable != null) {
      reading.fail(unreadable);
    }
  }

  /** Reads a text that is there already. */
  FileReading read(SourceFile file) {
    FileReading reading = new FileReading(file.name(), true);
    guarded(reading, () -> read(file, reading));
    return reading;
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

  private void read(SourceFile file, FileReading reading) {
    reading.read(file);
    YamlStream stream = YamlReader.read(file, request.yamlLimits());
    for (Problem problem : stream.problems()) {
      reading.problem(problem);
    }
    reading.documents(stream.documents().size(), stream.failedDocuments());
    if (stream.isEmpty()) {
      reading.skip("empty");
      return;
    }
    for (YamlDocument document : stream.documents()) {
      document(document, reading);
    }
    if (reading.objects().isEmpty() && !reading.incomplete()) {
      reading.skip("no Kubernetes object");
      return;
    }
    if (request.inlineSuppressions()) {
      new SuppressionScanner(file, stream.documents(), catalogue)
          .scan(reading.suppressions(), reading.findings());
    }
  }

  private void document(YamlDocument document, FileReading reading) {
    try {
      for (ApiObject object : objects.in(document)) {
        reading.object(objects.check(object));
      }
    } catch (OutOfMemoryError | DamagedInstallation | LinkageError noVerdict) {
      throw noVerdict;
    } catch (RuntimeException | Error bug) {
      reading.problem(InternalError.in(document, bug));
    }
  }
}
