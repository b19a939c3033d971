package dev.hopcheck.yaml;

/** Which bytes a scan must look at closer, as bits to be asked for together. */
final class ByteClass {
  /** A character that is no part of a line's plain ASCII text: controls, breaks, leads of UTF-8. */
  static final int STOP = 1;

  /** What a {@linkplain Placeholder placeholder} is made of. */
  static final int MARK = 2;

  static final int COLON_HASH = 4;
  static final int BRACKET = 8;
  static final int DOUBLE = 16;
  static final int SINGLE = 32;

  private static final byte[] CLASSES = classes();

  private ByteClass() {}

  /** Those of the bits that a byte has. */
  static int of(byte b, int mask) {
    return CLASSES[b & 0xFF] & mask;
  }

  private static byte[] classes() {
    byte[] made = new byte[256];
    for (int i = 0; i < 256; i++) {
      made[i] = (byte) (i < ' ' || i == 0x7F || i >= 0xC0 ? STOP : 0);
    }
    mark(made, "{$@<", MARK);
    mark(made, ":#", COLON_HASH);
    mark(made, "[]{},?", BRACKET);
    mark(made, "\"\\", DOUBLE);
    mark(made, "'", SINGLE);
    return made;
  }

  private static void mark(byte[] classes, String characters, int as) {
    for (int i = 0; i < characters.length(); i++) {
      classes[characters.charAt(i)] |= (byte) as;
    }
  }
}
