package dev.hopcheck.admission;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.value.Cidr;
import dev.hopcheck.value.IpAddress;
import java.util.List;

/** How strictly a server reads addresses (spec section 4; strict by default from 1.36 on). */
final class Addresses {
  private static final int STRICT_SINCE = 36;

  private Addresses() {}

  /** What the server says of an address; empty when it is accepted. */
  static List<String> errors(String text, ServerFacts facts) {
    return facts.version().isAtLeast(STRICT_SINCE)
        ? IpAddress.errors(text)
        : IpAddress.legacyErrors(text);
  }

  /** What the server says of a block of addresses; empty when it is accepted. */
  static List<String> cidrErrors(String text, ServerFacts facts) {
    return facts.version().isAtLeast(STRICT_SINCE) ? Cidr.errors(text) : Cidr.legacyErrors(text);
  }

  /** SVC-38, EP-04, ES-11: addresses to which no traffic can be sent from elsewhere. */
  static void notSpecial(Field field, InputRule rule, Causes causes) {
    IpAddress address = IpAddress.parse(field.text()).orElse(null);
    if (address == null) {
      causes.invalid(field, "must be a valid IP address").rule(rule);
      return;
    }
    if (address.isUnspecified()) {
      causes.invalid(field, "may not be unspecified (" + field.text() + ")").rule(rule);
    }
    if (address.isLoopback()) {
      causes.invalid(field, "may not be in the loopback range (127.0.0.0/8, ::1/128)").rule(rule);
    }
    if (address.isLinkLocal()) {
      causes
          .invalid(field, "may not be in the link-local range (169.254.0.0/16, fe80::/10)")
          .rule(rule);
    }
    if (address.isLinkLocalMulticast()) {
      causes
          .invalid(field, "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)")
          .rule(rule);
    }
  }
}
