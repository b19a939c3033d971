package dev.hopcheck.value;

import java.util.List;
import java.util.Optional;

/**
 * An IP address without zone. An IPv4-mapped IPv6 address is the IPv4 address, as it is to
 * Kubernetes. Addresses are ordered by family, then by number.
 *
 * <p>Source: apiserver.md section 4.
 *
 * @param family the family
 * @param high the first 64 bits of an IPv6 address; 0 for IPv4
 * @param low the last 64 bits of an IPv6 address; the unsigned 32 bits of IPv4
 */
public record IpAddress(IpFamily family, long high, long low) implements Comparable<IpAddress> {
  private static final List<String> INVALID =
      List.of("must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");

  public IpAddress {
    if (family == IpFamily.IPV4 && (high != 0 || low >>> 32 != 0)) {
      throw new IllegalArgumentException("more than 32 bits");
    }
  }

  /** Returns the IPv4 address of 32 bits. */
  public static IpAddress ipv4(int bits) {
    return new IpAddress(IpFamily.IPV4, 0, bits & 0xFFFF_FFFFL);
  }

  /** Returns the IPv6 address of two halves. */
  public static IpAddress ipv6(long high, long low) {
    return new IpAddress(IpFamily.IPV6, high, low);
  }

  /** Reads an address as the server did up to 1.35: leading zeros and mapped addresses pass. */
  public static Optional<IpAddress> parse(String text) {
    IpReader.Read read = IpReader.read(text, text.length());
    return read == null ? Optional.empty() : Optional.of(read.address());
  }

  /** Returns what a server up to 1.35 says about the text; empty when it is an address. */
  public static List<String> legacyErrors(String text) {
    return IpReader.read(text, text.length()) == null ? INVALID : List.of();
  }

  /** Returns what a server from 1.36 on says: also no leading zeros, no mapped address. */
  public static List<String> errors(String text) {
    IpReader.Read read = IpReader.read(text, text.length());
    if (read == null) {
      return INVALID;
    }
    if (read.leadingZeros()) {
      return List.of("must not have leading 0s");
    }
    return read.mapped() ? List.of("must not be an IPv4-mapped IPv6 address") : List.of();
  }

  /** Returns what the server says where the text must also be canonical, as in EndpointSlices. */
  public static List<String> canonicalErrors(String text) {
    List<String> errors = errors(text);
    if (!errors.isEmpty()) {
      return errors;
    }
    String canonical = parse(text).orElseThrow().toString();
    return canonical.equals(text)
        ? errors
        : List.of("must be in canonical form (" + GoText.quote(canonical) + ")");
  }

  /** Says whether this is 0.0.0.0 or ::. */
  public boolean isUnspecified() {
    return high == 0 && low == 0;
  }

  /** Says whether this lies in 127.0.0.0/8 or is ::1. */
  public boolean isLoopback() {
    return family == IpFamily.IPV4 ? low >>> 24 == 127 : high == 0 && low == 1;
  }

  /** Says whether this lies in 169.254.0.0/16 or fe80::/10. */
  public boolean isLinkLocal() {
    return family == IpFamily.IPV4 ? low >>> 16 == 0xA9FE : high >>> 54 == 0xFE80 >>> 6;
  }

  /** Says whether this lies in 224.0.0.0/24 or is a multicast address of link-local scope. */
  public boolean isLinkLocalMulticast() {
    return family == IpFamily.IPV4 ? low >>> 8 == 0xE00000 : (high >>> 48 & 0xFF0F) == 0xFF02;
  }

  /** Says whether this lies in 224.0.0.0/4 or ff00::/8. */
  public boolean isMulticast() {
    return family == IpFamily.IPV4 ? low >>> 28 == 0xE : high >>> 56 == 0xFF;
  }

  /** Returns the address that many further on, wrapping at the family's end. */
  public IpAddress plus(long count) {
    if (family == IpFamily.IPV4) {
      return ipv4((int) (low + count));
    }
    long sum = low + count;
    long carry = count >= 0 && Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    long borrow = count < 0 && Long.compareUnsigned(sum, low) > 0 ? 1 : 0;
    return ipv6(high + carry - borrow, sum);
  }

  /**
   * Returns the absolute name under which a PTR record of the address stands, with its final dot.
   */
  public String reverseName() {
    StringBuilder name = new StringBuilder(74);
    if (family == IpFamily.IPV4) {
      for (int shift = 0; shift < 32; shift += 8) {
        name.append(low >>> shift & 0xFF).append('.');
      }
      return name.append("in-addr.arpa.").toString();
    }
    for (int nibble = 0; nibble < 32; nibble++) {
      long half = nibble < 16 ? low : high;
      name.append(Character.forDigit((int) (half >>> (nibble % 16 * 4) & 0xF), 16)).append('.');
    }
    return name.append("ip6.arpa.").toString();
  }

  /**
   * Returns the label that CoreDNS makes of an endpoint's address: dashes for dots and colons
   * (DNS-06).
   */
  public String dashedLabel() {
    if (family == IpFamily.IPV4) {
      return toString().replace('.', '-');
    }
    String dashed = toString().replace(':', '-');
    // A label must not end in a dash: CoreDNS writes the last group that "::" left out.
    return dashed.endsWith("-") ? dashed + "0" : dashed;
  }

  @Override
  public int compareTo(IpAddress other) {
    int byFamily = family.compareTo(other.family);
    if (byFamily != 0) {
      return byFamily;
    }
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  /** Returns the canonical text: dotted octets, or RFC 5952. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(39);
    if (family == IpFamily.IPV4) {
      text.append(low >>> 24).append('.').append(low >>> 16 & 0xFF).append('.');
      return text.append(low >>> 8 & 0xFF).append('.').append(low & 0xFF).toString();
    }
    int gapStart = 8;
    int gapEnd = 8;
    for (int i = 0; i < 8; i++) {
      int runEnd = i;
      while (runEnd < 8 && group(runEnd) == 0) {
        runEnd++;
      }
      // RFC 5952, 4.2: the first of the longest runs, and no run of one.
      if (runEnd - i > Math.max(1, gapEnd - gapStart)) {
        gapStart = i;
        gapEnd = runEnd;
      }
      i = Math.max(i, runEnd - 1);
    }
    for (int i = 0; i < 8; i++) {
      if (i == gapStart) {
        text.append("::");
        i = gapEnd - 1;
        continue;
      }
      if (i > 0 && i != gapEnd) {
        text.append(':');
      }
      text.append(Integer.toHexString(group(i)));
    }
    return text.toString();
  }

  private int group(int index) {
    long half = index < 4 ? high : low;
    return (int) (half >>> (48 - index % 4 * 16) & 0xFFFF);
  }
}
