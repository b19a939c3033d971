package dev.hopcheck.yaml;

import dev.hopcheck.finding.Problem;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads files' documents. The stream is cut textually, as kubectl does, so that a broken document
 * does not hide the others. One reader serves a whole run and several threads at once.
 */
public final class YamlReader {
  private final YamlLimits limits;
  private final KeyTable keys = new KeyTable();
  private final SharedTexts texts = new SharedTexts();

  /** A reader with these budgets for each document. */
  public YamlReader(YamlLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads all documents of a file; what could not be read is told by the problems, one a document.
   */
  public static YamlStream read(SourceFile file, YamlLimits limits) {
    return new YamlReader(limits).read(file);
  }

  /** Reads all documents of a file. */
  public YamlStream read(SourceFile file) {
    return read(file, new Span(0, file.length()), 0);
  }

  /**
   * Reads one of a file's {@link #chunks}.
   *
   * @param firstIndex the number of the chunk's first document in the file: {@link
   *     YamlStream#nextIndex} of all chunks before, added up, or 0 where {@link #merge} gives the
   *     numbers later
   */
  public YamlStream read(SourceFile file, Span chunk, int firstIndex) {
    return new StreamReading(file, limits, keys, texts, firstIndex).read(chunk);
  }

  /**
   * Cuts a file at the beginnings of documents into chunks that can be read each on its own, by
   * several threads; what they give in order is what the file gives.
   *
   * @param bytes least size of a chunk but the last; the file is one chunk if it is not larger
   */
  public static List<Span> chunks(SourceFile file, int bytes) {
    List<Span> chunks = new ArrayList<>(1 + file.length() / Math.max(1, bytes));
    int start = 0;
    while (file.length() - start > bytes) {
      int next = DocumentSplitter.separatorFrom(file.bytes(), start + Math.max(1, bytes));
      if (next < 0) {
        break;
      }
      chunks.add(new Span(start, next));
      start = next;
    }
    chunks.add(new Span(start, file.length()));
    return List.copyOf(chunks);
  }

  /** What a file's chunks gave, each read with its first index 0, as one stream. */
  public static YamlStream merge(List<YamlStream> chunks) {
    if (chunks.size() == 1) {
      return chunks.get(0);
    }
    List<YamlDocument> documents = new ArrayList<>();
    List<Problem> problems = new ArrayList<>(0);
    int failed = 0;
    int index = 0;
    for (YamlStream chunk : chunks) {
      for (YamlDocument document : chunk.documents()) {
        documents.add(index == 0 ? document : document.withIndex(document.index() + index));
      }
      for (Problem problem : chunk.problems()) {
        Integer number = problem.document();
        Integer shifted = number == null ? null : number + index;
        problems.add(
            new Problem(problem.id(), problem.file(), problem.at(), shifted, problem.message()));
      }
      failed += chunk.failedDocuments();
      index += chunk.nextIndex();
    }
    return new YamlStream(documents, problems, failed);
  }
}
