package dev.hopcheck.yaml;

import dev.hopcheck.finding.Problem;
import java.util.List;

/**
 * What one file holds.
 *
 * @param documents those that could be read, in order; empty and comment-only ones are none
 * @param problems why the others could not be read
 * @param failedDocuments number of documents that could not be read
 */
public record YamlStream(
    List<YamlDocument> documents, List<Problem> problems, int failedDocuments) {
  public YamlStream {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
  }

  /** Whether the file holds nothing: no text, or only comments and separators. */
  public boolean isEmpty() {
    return documents.isEmpty() && problems.isEmpty() && failedDocuments == 0;
  }

  /** The number that the document after these would have, where the first has 0. */
  public int nextIndex() {
    return documents.size() + failedDocuments;
  }
}
