package dev.hopcheck.yaml;

import dev.hopcheck.finding.Problem;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a file's documents. The stream is cut textually, as kubectl does, so that a broken document
 * does not hide the others.
 */
public final class YamlReader {
  private final SourceFile file;
  private final YamlLimits limits;
  private final List<YamlDocument> documents = new ArrayList<>(4);
  private final List<Problem> problems = new ArrayList<>(0);
  private int failed;
  private int index;

  private YamlReader(SourceFile file, YamlLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  /** Reads all documents of a file; what could not be read is told by the problems. */
  public static YamlStream read(SourceFile file, YamlLimits limits) {
    YamlReader reader = new YamlReader(file, limits);
    for (Span part : DocumentSplitter.split(file)) {
      reader.readPart(part);
    }
    return new YamlStream(reader.documents, reader.problems, reader.failed);
  }

  private void readPart(Span part) {
    ReferenceReader reader = new ReferenceReader(file, index, part, limits);
    YamlDocument document = reader.read();
    Problem problem = reader.problem();
    if (problem != null) {
      problems.add(problem);
      failed++;
      index++;
    } else if (document != null) {
      documents.add(document);
      index++;
    }
  }
}
