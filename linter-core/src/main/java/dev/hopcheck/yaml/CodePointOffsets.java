package dev.hopcheck.yaml;

/**
 * Turns the code point indexes of a text into byte offsets; asked nearly in order, it walks a
 * little.
 */
final class CodePointOffsets {
  private final byte[] bytes;
  private final int start;
  private int index;
  private int offset;

  CodePointOffsets(byte[] bytes, int start) {
    this.bytes = bytes;
    this.start = start;
    this.offset = start;
  }

  int offset(int codePoint) {
    while (index < codePoint && offset < bytes.length) {
      offset++;
      while (offset < bytes.length && (bytes[offset] & 0xC0) == 0x80) {
        offset++;
      }
      index++;
    }
    while (index > codePoint && offset > start) {
      offset--;
      while (offset > start && (bytes[offset] & 0xC0) == 0x80) {
        offset--;
      }
      index--;
    }
    return offset;
  }
}
