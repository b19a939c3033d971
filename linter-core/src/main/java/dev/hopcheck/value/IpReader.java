package dev.hopcheck.value;

import org.jspecify.annotations.Nullable;

/**
 * Reads the text of an address as the server's legacy parser does, and notes what its strict parser
 * would not take: leading zeros and IPv4-mapped addresses (apiserver.md section 4).
 */
final class IpReader {
  private final String text;
  private final int end;
  private boolean leadingZeros;
  private boolean mapped;

  private IpReader(String text, int end) {
    this.text = text;
    this.end = end;
  }

  /** What was read: the address, and why the strict parser refuses it. */
  record Read(IpAddress address, boolean written6, boolean leadingZeros, boolean mapped) {}

  /** Reads the characters before end; null when they are no address. */
  static @Nullable Read read(String text, int end) {
    IpReader reader = new IpReader(text, end);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        long value = reader.ipv4(0);
        return value < 0
            ? null
            : new Read(IpAddress.ipv4((int) value), false, reader.leadingZeros, false);
      }
      if (c == ':') {
        IpAddress address = reader.ipv6();
        return address == null ? null : new Read(address, true, reader.leadingZeros, reader.mapped);
      }
    }
    return null;
  }

  /** Returns the 32 bits of four octets that fill the text from there on, or -1. */
  private long ipv4(int from) {
    long value = 0;
    int at = from;
    for (int octet = 0; octet < 4; octet++) {
      if (octet > 0) {
        if (at >= end || text.charAt(at) != '.') {
          return -1;
        }
        at++;
      }
      int start = at;
      int number = 0;
      while (at < end && Ascii.isDigit(text.charAt(at))) {
        number = number * 10 + (text.charAt(at) - '0');
        if (number > 255) {
          return -1;
        }
        at++;
      }
      if (at == start) {
        return -1;
      }
      leadingZeros |= at - start > 1 && text.charAt(start) == '0';
      value = value << 8 | number;
    }
    return at == end ? value : -1;
  }

  private @Nullable IpAddress ipv6() {
    int[] groups = new int[8];
    int count = 0;
    int gap = -1;
    int at = 0;
    if (end >= 2 && text.charAt(0) == ':' && text.charAt(1) == ':') {
      gap = 0;
      at = 2;
    }
    while (count < 8 && at < end) {
      int start = at;
      int number = 0;
      int digit;
      while (at < end && (digit = Ascii.hexDigit(text.charAt(at))) >= 0) {
        number = number << 4 | digit;
        if (number > 0xFFFF) {
          return null;
        }
        at++;
      }
      if (at == start) {
        return null;
      }
      if (at < end && text.charAt(at) == '.') {
        // A dotted tail stands for the last two groups.
        long tail = (gap < 0 && count != 6) || count > 6 ? -1 : ipv4(start);
        if (tail < 0) {
          return null;
        }
        groups[count++] = (int) (tail >> 16);
        groups[count++] = (int) (tail & 0xFFFF);
        at = end;
        break;
      }
      leadingZeros |= at - start > 4;
      groups[count++] = number;
      if (at == end) {
        break;
      }
      if (text.charAt(at) != ':' || at + 1 == end) {
        return null;
      }
      at++;
      if (text.charAt(at) == ':') {
        if (gap >= 0) {
          return null;
        }
        gap = count;
        at++;
      }
    }
    // The gap stands for at least one group; without one all eight are there.
    if (at != end || (gap < 0) != (count == 8)) {
      return null;
    }
    return assemble(groups, count, gap);
  }

  private IpAddress assemble(int[] groups, int count, int gap) {
    long high = 0;
    long low = 0;
    int missing = 8 - count;
    for (int i = 0; i < 8; i++) {
      int group = gap < 0 || i < gap ? groups[i] : i < gap + missing ? 0 : groups[i - missing];
      if (i < 4) {
        high = high << 16 | group;
      } else {
        low = low << 16 | group;
      }
    }
    mapped = high == 0 && low >>> 32 == 0xFFFF;
    return mapped ? IpAddress.ipv4((int) low) : IpAddress.ipv6(high, low);
  }
}
