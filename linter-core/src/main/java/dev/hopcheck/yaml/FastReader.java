package dev.hopcheck.yaml;

import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents straight from the bytes, in one pass and without recursion: the block and flow
 * style that manifests are written in. It declines what it does not surely understand, all that is
 * wrong included; the reference reader takes such a document. One reader serves the documents of a
 * file, one after another.
 */
final class FastReader {
  private final SourceFile file;
  private final YamlLimits limits;
  private final DocumentBuilder builder;
  private final ScalarScan scan = new ScalarScan();
  private final BlockReader blocks;
  private boolean declined;

  FastReader(SourceFile file, YamlLimits limits, KeyTable table, SharedTexts texts) {
    this.file = file;
    this.limits = limits;
    this.builder = new DocumentBuilder(file, texts);
    this.blocks = new BlockReader(builder, scan, table, limits);
  }

  /** Whether the last document was left to the reference reader. */
  boolean declined() {
    return declined;
  }

  /** The document; null where there is none, or where it is declined. */
  @Nullable YamlDocument read(int index, Span span) {
    declined = !begin(span) || !blocks.read(span.start());
    if (declined || builder.count == 0) {
      return null;
    }
    YamlDocument document = builder.build(index, span);
    if (blocks.needLook()) {
      if (KeyCheck.first(document) != null) {
        declined = true;
        return null;
      }
      document.with(DuplicateKeys.in(document));
    }
    return document;
  }

  private boolean begin(Span span) {
    builder.clear();
    int end = span.end();
    byte[] bytes = file.bytes();
    if (end - span.start() > limits.documentCodePoints()) {
      return false;
    }
    if (end > span.start() && bytes[end - 1] != '\n') {
      if (end < bytes.length) {
        return false;
      }
      bytes = Arrays.copyOf(bytes, end + 1);
      bytes[end] = '\n';
      end++;
    }
    scan.bytes = bytes;
    scan.limit = end;
    return true;
  }
}
