package dev.hopcheck.value;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A block of addresses. An IPv4-mapped block of at least 96 bits is the IPv4 block, as it is to
 * Kubernetes.
 *
 * <p>Source: apiserver.md section 4.
 *
 * @param network the first address of the block
 * @param length the number of leading bits that all of its addresses share
 */
public record Cidr(IpAddress network, int length) {
  private static final List<String> INVALID =
      List.of("must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)");

  public Cidr {
    if (length < 0 || length > network.family().bits()) {
      throw new IllegalArgumentException("no prefix length: " + length);
    }
    network = masked(network, length);
  }

  private record Read(IpReader.Read address, int length, boolean leadingZeros) {}

  /**
   * Reads a block as the server did up to 1.35: leading zeros, mapped addresses and host bits pass.
   */
  public static Optional<Cidr> parse(String text) {
    Read read = read(text);
    return read == null ? Optional.empty() : Optional.of(block(read));
  }

  /** Returns what a server up to 1.35 says about the text; empty when it is a block. */
  public static List<String> legacyErrors(String text) {
    return read(text) == null ? INVALID : List.of();
  }

  /**
   * Returns what a server from 1.36 on says: also no leading zeros, mapped address or host bits.
   */
  public static List<String> errors(String text) {
    Read read = read(text);
    if (read == null) {
      return INVALID;
    }
    if (read.leadingZeros() || read.address().leadingZeros()) {
      return List.of("must not have leading 0s in IP or prefix length");
    }
    if (read.address().mapped()) {
      return List.of("must not have an IPv4-mapped IPv6 address");
    }
    IpAddress written = read.address().address();
    return written.equals(masked(written, read.length()))
        ? List.of()
        : List.of("must not have bits set beyond the prefix length");
  }

  /** Returns what the server says where the text must also be canonical, as in ServiceCIDRs. */
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

  /** Returns the block's family. */
  public IpFamily family() {
    return network.family();
  }

  /** Says whether the address lies in the block; one of the other family never does. */
  public boolean contains(IpAddress address) {
    return address.family() == family() && masked(address, length).equals(network);
  }

  /** Says whether the other block lies in this one and is smaller, as an {@code except} must be. */
  public boolean strictlyContains(Cidr other) {
    return length < other.length && contains(other.network);
  }

  private static @Nullable Read read(String text) {
    int slash = text.indexOf('/');
    int digits = text.length() - slash - 1;
    if (slash < 0 || digits < 1) {
      return null;
    }
    IpReader.Read address = IpReader.read(text, slash);
    if (address == null) {
      return null;
    }
    int limit = address.written6() ? IpFamily.IPV6.bits() : IpFamily.IPV4.bits();
    int length = 0;
    for (int i = slash + 1; i < text.length(); i++) {
      if (!Ascii.isDigit(text.charAt(i))) {
        return null;
      }
      length = length * 10 + (text.charAt(i) - '0');
      if (length > limit) {
        return null;
      }
    }
    return new Read(address, length, digits > 1 && text.charAt(slash + 1) == '0');
  }

  private static Cidr block(Read read) {
    IpAddress address = read.address().address();
    if (!read.address().mapped()) {
      return new Cidr(address, read.length());
    }
    int beyond = read.length() - (IpFamily.IPV6.bits() - IpFamily.IPV4.bits());
    return beyond >= 0
        ? new Cidr(address, beyond)
        : new Cidr(IpAddress.ipv6(0, 0xFFFF_0000_0000L | address.low()), read.length());
  }

  private static IpAddress masked(IpAddress address, int length) {
    if (address.family() == IpFamily.IPV4) {
      return length == 0
          ? IpAddress.ipv4(0)
          : IpAddress.ipv4((int) address.low() & -1 << (32 - length));
    }
    long highMask = length == 0 ? 0 : length >= 64 ? -1L : -1L << (64 - length);
    long lowMask = length <= 64 ? 0 : -1L << (128 - length);
    return IpAddress.ipv6(address.high() & highMask, address.low() & lowMask);
  }

  /** Returns the canonical text, {@code 10.0.0.0/8}. */
  @Override
  public String toString() {
    return network + "/" + length;
  }
}
