package dev.hopcheck.admission;

import dev.hopcheck.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many bytes the values of a ConfigMap or Secret come to. */
final class DataSize {
  /** The most that the values of one object may come to together. */
  static final int LIMIT = 1024 * 1024;

  private DataSize() {}

  /** Most bytes of a text for each byte that is written: an escape of two makes three. */
  private static final int GROWTH = 2;

  /** Whether keys and values surely come to no more than that, by the bytes of what is written. */
  static boolean isSurelyWithin(int limit, List<Field> entries) {
    long written = 0;
    for (Field entry : entries) {
      written += written(entry.key()) + written(entry.node());
    }
    return written * GROWTH <= limit;
  }

  private static int written(@Nullable YamlNode node) {
    return node == null ? 0 : node.span().end() - node.span().start();
  }

  /** Bytes of a text in UTF-8. */
  static int ofText(String text) {
    int bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x800) {
        // A surrogate is half of a character of four bytes.
        bytes += Character.isSurrogate(c) ? 1 : 2;
      } else if (c >= 0x80) {
        bytes++;
      }
    }
    return bytes;
  }

  /** Bytes that a text in base64 stands for; line ends in it do not count. */
  static int ofBase64(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\r' && c != '=') {
        digits++;
      }
    }
    return (int) (digits * 3L / 4);
  }
}
