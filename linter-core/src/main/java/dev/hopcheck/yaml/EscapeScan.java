package dev.hopcheck.yaml;

/** Knows the escapes in double quotes that every parser takes alike. */
final class EscapeScan {
  private EscapeScan() {}

  /** Number of bytes of the escape that begins there; 0 where it is not surely understood. */
  static int size(byte[] bytes, int at) {
    return switch (bytes[at + 1]) {
      case 'n', 't', 'r', ' ', '"', '\\' -> 2;
      case '\n' -> 2;
      case '\r' -> at + 2 < bytes.length && bytes[at + 2] == '\n' ? 3 : 0;
      case 'x' -> hex(bytes, at + 2, 2) >= ' ' && hex(bytes, at + 2, 2) < 0x7F ? 4 : 0;
      case 'u' -> isCharacter(hex(bytes, at + 2, 4)) ? 6 : 0;
      default -> 0;
    };
  }

  /** A printable character that is no surrogate. */
  private static boolean isCharacter(int code) {
    return code >= ' ' && code < 0x7F
        || code >= 0xA0 && code < 0xD800 && code != 0x2028 && code != 0x2029
        || code >= 0xE000 && code < 0xFEFF;
  }

  private static int hex(byte[] bytes, int from, int digits) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = i < bytes.length && bytes[i] > 0 ? Character.digit(bytes[i], 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }
}
