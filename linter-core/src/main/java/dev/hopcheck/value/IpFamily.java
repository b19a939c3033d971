package dev.hopcheck.value;

import java.util.Optional;

/** One of the two families of addresses, in the order in which Kubernetes lists them. */
public enum IpFamily {
  /** Addresses of 32 bits. */
  IPV4("IPv4", 32),
  /** Addresses of 128 bits. */
  IPV6("IPv6", 128);

  private final String text;
  private final int bits;

  IpFamily(String text, int bits) {
    this.text = text;
    this.bits = bits;
  }

  /** Returns the length of an address in bits. */
  public int bits() {
    return bits;
  }

  /** Finds the family by Kubernetes' spelling, which is case-sensitive. */
  public static Optional<IpFamily> parse(String text) {
    if (text.equals("IPv4")) {
      return Optional.of(IPV4);
    }
    return text.equals("IPv6") ? Optional.of(IPV6) : Optional.empty();
  }

  /** Returns Kubernetes' spelling, {@code IPv4} or {@code IPv6}. */
  @Override
  public String toString() {
    return text;
  }
}
