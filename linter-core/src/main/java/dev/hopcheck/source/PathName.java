package dev.hopcheck.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * A file's name as UTF-8, whatever the locale: under {@code LC_ALL=C} a path prints question marks,
 * but its URI still carries the bytes.
 */
public final class PathName {
  private PathName() {}

  /** The last element's name as the file system has it, byte for byte. */
  public static byte[] bytes(Path path) {
    Path fileName = path.getFileName();
    String text = fileName == null ? "" : fileName.toString();
    return isAscii(text) ? text.getBytes(StandardCharsets.UTF_8) : unescaped(path);
  }

  /** The last element's name; bytes that are no UTF-8 show as {@code \xNN}. */
  static String last(Path path) {
    Path fileName = path.getFileName();
    String text = fileName == null ? "" : fileName.toString();
    if (isAscii(text)) {
      return text;
    }
    byte[] bytes = unescaped(path);
    return decode(bytes, bytes.length);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static byte[] unescaped(Path path) {
    String uri = path.toUri().getRawPath();
    int end = uri.endsWith("/") ? uri.length() - 1 : uri.length();
    String escaped = uri.substring(uri.lastIndexOf('/', end - 1) + 1, end);
    byte[] bytes = new byte[escaped.length()];
    int count = 0;
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.charAt(i) == '%') {
        bytes[count++] = (byte) Integer.parseInt(escaped.substring(i + 1, i + 3), 16);
        i += 2;
      } else {
        bytes[count++] = (byte) escaped.charAt(i);
      }
    }
    return Arrays.copyOf(bytes, count);
  }

  static String decode(byte[] bytes, int count) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, count))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      StringBuilder shown = new StringBuilder(count * 2);
      for (int i = 0; i < count; i++) {
        int value = bytes[i] & 0xFF;
        if (value < 0x80) {
          shown.append((char) value);
        } else {
          shown.append("\\x").append(Integer.toHexString(value).toUpperCase(Locale.ROOT));
        }
      }
      return shown.toString();
    }
  }
}
