package dev.hopcheck.source;

import java.util.Arrays;
import java.util.Locale;

/**
 * Turns a file's bytes into UTF-8 without a byte order mark. The decoder is our own because the
 * parser gives no position for what it cannot decode; it is strict: no overlong forms, no encoded
 * surrogates.
 */
final class TextDecoder {
  /** Offset of the first byte order mark within the text; -1 where there is none. */
  private int mark = -1;

  private TextDecoder() {}

  /** Decodes the first {@code length} bytes of a file. */
  static SourceText decode(ListedFile listed, byte[] bytes, int length) {
    int first = length > 0 ? bytes[0] & 0xFF : -1;
    int second = length > 1 ? bytes[1] & 0xFF : -1;
    if (first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF) {
      boolean little = first == 0xFF;
      if (little && length >= 4 && bytes[2] == 0 && bytes[3] == 0) {
        return refused(listed, "file is UTF-32; save it as UTF-8");
      }
      return utf16(listed, bytes, length, little);
    }
    if (length >= 4 && first == 0 && second == 0 && (bytes[2] & 0xFF) == 0xFE) {
      return refused(listed, "file is UTF-32; save it as UTF-8");
    }
    if (first == 0 || second == 0) {
      return refused(
          listed,
          "byte 0 at offset "
              + (first == 0 ? 0 : 1)
              + ": UTF-16 or UTF-32 without a byte order mark, or no text; save it as UTF-8");
    }
    int start = first == 0xEF && second == 0xBB && length > 2 && (bytes[2] & 0xFF) == 0xBF ? 3 : 0;
    byte[] text =
        start == 0 && length == bytes.length ? bytes : Arrays.copyOfRange(bytes, start, length);
    TextDecoder found = new TextDecoder();
    int bad = found.firstInvalid(text);
    SourceFile file = SourceFile.of(listed.name(), listed.path(), text).strayMark(found.mark);
    if (bad < 0) {
      return SourceText.of(file);
    }
    return SourceText.none(
        "yaml-encoding",
        listed.name(),
        file.position(bad),
        "byte 0x"
            + Integer.toHexString(text[bad] & 0xFF).toUpperCase(Locale.ROOT)
            + " at offset "
            + (bad + start)
            + " is no UTF-8; save the file as UTF-8");
  }

  private static SourceText refused(ListedFile listed, String message) {
    return SourceText.none("yaml-encoding", listed.name(), new Position(1, 1), message);
  }

  /** Offset of the first byte that starts no valid UTF-8 sequence; -1 where there is none. */
  private int firstInvalid(byte[] bytes) {
    int at = 0;
    int fast = bytes.length - 8;
    while (at < bytes.length) {
      while (at <= fast && isAscii(bytes, at)) {
        at += 8;
      }
      if (at == bytes.length) {
        return -1;
      }
      int size = bytes[at] >= 0 ? 1 : sequence(bytes, at);
      if (size == 0) {
        return at;
      }
      if (size == 3 && mark < 0 && isMark(bytes, at)) {
        mark = at;
      }
      at += size;
    }
    return -1;
  }

  /** Whether the next eight bytes are ASCII: most texts are nothing else. */
  private static boolean isAscii(byte[] bytes, int at) {
    int all =
        bytes[at]
            | bytes[at + 1]
            | bytes[at + 2]
            | bytes[at + 3]
            | bytes[at + 4]
            | bytes[at + 5]
            | bytes[at + 6]
            | bytes[at + 7];
    return all >= 0;
  }

  private static boolean isMark(byte[] bytes, int at) {
    return bytes[at] == (byte) 0xEF && bytes[at + 1] == (byte) 0xBB && bytes[at + 2] == (byte) 0xBF;
  }

  /** Length of the sequence of several bytes that starts there; 0 where it is invalid. */
  private static int sequence(byte[] bytes, int at) {
    int lead = bytes[at] & 0xFF;
    int size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + size > bytes.length) {
      return 0;
    }
    for (int i = 1; i < size; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int second = bytes[at + 1] & 0xFF;
    boolean bad =
        lead == 0xE0 && second < 0xA0
            || lead == 0xED && second > 0x9F
            || lead == 0xF0 && second < 0x90
            || lead == 0xF4 && second > 0x8F;
    return bad ? 0 : size;
  }

  private static SourceText utf16(ListedFile listed, byte[] bytes, int length, boolean little) {
    byte[] out = new byte[length * 3 / 2 + 3];
    int count = 0;
    int at = 2;
    while (at + 1 < length) {
      int unit = unit(bytes, at, little);
      int point = unit;
      int size = 2;
      if (Character.isSurrogate((char) unit)) {
        int next = at + 3 < length ? unit(bytes, at + 2, little) : 0;
        if (!Character.isHighSurrogate((char) unit) || !Character.isLowSurrogate((char) next)) {
          return broken(listed, out, count, at, "a lone surrogate");
        }
        point = Character.toCodePoint((char) unit, (char) next);
        size = 4;
      }
      count = put(out, count, point);
      at += size;
    }
    if (at < length) {
      return broken(listed, out, count, at, "half a UTF-16 unit");
    }
    byte[] text = Arrays.copyOf(out, count);
    TextDecoder found = new TextDecoder();
    found.firstInvalid(text);
    return SourceText.of(SourceFile.of(listed.name(), listed.path(), text).strayMark(found.mark));
  }

  private static SourceText broken(ListedFile listed, byte[] out, int count, int at, String what) {
    SourceFile before = SourceFile.of(listed.name(), listed.path(), Arrays.copyOf(out, count));
    return SourceText.none(
        "yaml-encoding",
        listed.name(),
        before.position(count),
        what + " at offset " + at + "; save the file as UTF-8");
  }

  private static int unit(byte[] bytes, int at, boolean little) {
    int a = bytes[at] & 0xFF;
    int b = bytes[at + 1] & 0xFF;
    return little ? b << 8 | a : a << 8 | b;
  }

  private static int put(byte[] out, int at, int point) {
    int count = at;
    if (point < 0x80) {
      out[count++] = (byte) point;
    } else if (point < 0x800) {
      out[count++] = (byte) (0xC0 | point >> 6);
      out[count++] = (byte) (0x80 | point & 0x3F);
    } else if (point < 0x10000) {
      out[count++] = (byte) (0xE0 | point >> 12);
      out[count++] = (byte) (0x80 | point >> 6 & 0x3F);
      out[count++] = (byte) (0x80 | point & 0x3F);
    } else {
      out[count++] = (byte) (0xF0 | point >> 18);
      out[count++] = (byte) (0x80 | point >> 12 & 0x3F);
      out[count++] = (byte) (0x80 | point >> 6 & 0x3F);
      out[count++] = (byte) (0x80 | point & 0x3F);
    }
    return count;
  }
}
