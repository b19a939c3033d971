package dev.hopcheck.rule;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.source.ByteSearch;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import dev.hopcheck.yaml.YamlDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the comments and annotations of one file that silence rules. For comments it looks at the
 * bytes between stored scalars, so that a text that only looks like a comment, in a block scalar
 * say, is none.
 */
public final class SuppressionScanner {
  private static final String MARK = "hopcheck";
  private static final ByteSearch MARKS = new ByteSearch(MARK);
  private static final byte[] REST =
      SuppressionAnnotations.KEY.substring(MARK.length()).getBytes(StandardCharsets.US_ASCII);

  private final SourceFile file;
  private final List<YamlDocument> documents;
  private final Catalogue catalogue;

  /** From where to where, both starts of lines, nothing was found that a comment could be for. */
  private int skippedFrom = -1;

  private int skippedTo = -1;

  /** A scanner for one file and those of its documents that could be read. */
  public SuppressionScanner(SourceFile file, List<YamlDocument> documents, Catalogue catalogue) {
    this.file = file;
    this.documents = documents;
    this.catalogue = catalogue;
  }

  /**
   * Adds the comments and annotations that have an effect to {@code found}, and a finding for each
   * that has none to {@code findings}.
   */
  public void scan(List<Suppression> found, List<Finding> findings) {
    boolean annotated = false;
    byte[] bytes = file.bytes();
    for (int at = MARKS.next(bytes, 0); at >= 0; at = MARKS.next(bytes, at + MARK.length())) {
      int behind = at + MARK.length();
      if (behind < file.length() && file.at(behind) == ':') {
        int hash = hashBefore(at);
        if (hash >= 0) {
          comment(hash, behind + 1, found, findings);
        }
      } else {
        annotated |= continues(behind);
      }
    }
    if (annotated) {
      new SuppressionAnnotations(this).scan(documents, found, findings);
    }
  }

  /** Whether the mark is the start of an annotation's key. */
  private boolean continues(int at) {
    if (at + REST.length > file.length()) {
      return false;
    }
    for (int i = 0; i < REST.length; i++) {
      if (file.at(at + i) != REST[i]) {
        return false;
      }
    }
    return true;
  }

  private void comment(int hash, int from, List<Suppression> found, List<Finding> findings) {
    YamlDocument document = documentAt(hash);
    if (document != null && document.isText(hash)) {
      return;
    }
    int end = lineEnd(from);
    Location place = new Location(file, new Span(hash, end));
    boolean alone = isBlank(lineStart(hash), hash);
    Span scope = alone ? scopeBelow(end) : new Span(lineStart(hash), end);
    if (scope == null && document == null) {
      return;
    }
    SuppressionComment comment = SuppressionComment.read(file.text(from, end).strip());
    String fault = comment.fault();
    if (fault == null && scope == null) {
      fault = "suppression stands above no key, item or document";
    }
    if (fault != null || scope == null) {
      findings.add(invalid(fault == null ? "" : fault, place, "comment"));
      return;
    }
    add(comment, place, scope, found, findings);
  }

  /** Adds a suppression that is understood; rules that do not exist are reported. */
  void add(
      SuppressionComment comment,
      Location place,
      Span scope,
      List<Suppression> found,
      List<Finding> findings) {
    for (RuleId id : comment.rules()) {
      if (!catalogue.knows(id)) {
        findings.add(unknown(id, place));
      }
    }
    found.add(new Suppression(place, comment.rules(), comment.until(), comment.reason(), scope));
  }

  static Finding invalid(String fault, Location place, String what) {
    return Finding.of(
            SuppressionRule.INVALID.id(), SuppressionRule.INVALID.severity(), fault, place)
        .note("the " + what + " has no effect")
        .build();
  }

  private Finding unknown(RuleId id, Location place) {
    Finding.Builder finding =
        Finding.of(
            SuppressionRule.INVALID.id(),
            SuppressionRule.INVALID.severity(),
            "there is no rule `" + id + "`",
            place);
    String near = catalogue.nearest(id.value());
    return near == null ? finding.build() : finding.note("closest: `" + near + "`").build();
  }

  /**
   * What starts on the next line that is no comment, with everything under it; null for nothing.
   */
  private @Nullable Span scopeBelow(int lineEnd) {
    int from = nextLine(lineEnd);
    // Of many comments in a row each would look over all that follow it.
    int start = skippedFrom <= from && from <= skippedTo ? skippedTo : from;
    while (start < file.length()) {
      int end = lineEnd(start);
      int first = start;
      while (first < end && isSpace(file.at(first))) {
        first++;
      }
      boolean skipped =
          first == end || file.at(first) == '#' || (first == start && isSeparator(start, end));
      if (!skipped) {
        skippedFrom = from;
        skippedTo = start;
        YamlDocument document = documentAt(first);
        return document == null ? null : new SuppressionScope(start, end).in(document);
      }
      start = nextLine(end);
    }
    skippedFrom = from;
    skippedTo = start;
    return null;
  }

  private boolean isSeparator(int start, int end) {
    if (end - start < 3) {
      return false;
    }
    for (int i = start; i < start + 3; i++) {
      if (file.at(i) != '-') {
        return false;
      }
    }
    return isBlank(start + 3, end);
  }

  private @Nullable YamlDocument documentAt(int offset) {
    int low = 0;
    int high = documents.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Span span = documents.get(middle).span();
      if (offset < span.start()) {
        high = middle - 1;
      } else if (offset >= span.end()) {
        low = middle + 1;
      } else {
        return documents.get(middle);
      }
    }
    return null;
  }

  /** The number sign that opens the comment which begins with the mark; negative for none. */
  private int hashBefore(int mark) {
    int at = mark - 1;
    while (at >= 0 && isSpace(file.at(at))) {
      at--;
    }
    if (at < 0 || file.at(at) != '#') {
      return -1;
    }
    boolean opens = at == 0 || isSpace(file.at(at - 1)) || isLineEnd(file.at(at - 1));
    return opens ? at : -1;
  }

  private boolean isBlank(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!isSpace(file.at(i))) {
        return false;
      }
    }
    return true;
  }

  private int lineStart(int offset) {
    int at = offset;
    while (at > 0 && !isLineEnd(file.at(at - 1))) {
      at--;
    }
    return at;
  }

  private int lineEnd(int offset) {
    int at = offset;
    while (at < file.length() && !isLineEnd(file.at(at))) {
      at++;
    }
    return at;
  }

  private int nextLine(int lineEnd) {
    int at = lineEnd;
    if (at < file.length() && file.at(at) == '\r') {
      at++;
    }
    return at < file.length() && file.at(at) == '\n' ? at + 1 : Math.max(at, lineEnd + 1);
  }

  private static boolean isSpace(byte value) {
    return value == ' ' || value == '\t';
  }

  private static boolean isLineEnd(byte value) {
    return value == '\n' || value == '\r';
  }
}
