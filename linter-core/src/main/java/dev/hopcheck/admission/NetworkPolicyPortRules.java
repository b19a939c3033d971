package dev.hopcheck.admission;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.value.Port;
import dev.hopcheck.value.PortName;
import java.util.List;

/** One port, or range of ports, that a NetworkPolicy admits (NP-03 to NP-08). */
final class NetworkPolicyPortRules {
  private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");

  private NetworkPolicyPortRules() {}

  static void validate(Field entry, Causes causes) {
    protocol(entry.get("protocol"), causes);
    Field port = entry.get("port");
    Field end = entry.get("endPort");
    if (!port.written()) {
      if (end.written()) {
        endWithout(end, "may not be specified when `port` is not specified", causes)
            .headline("`endPort` has no `port` at which the range begins");
      }
    } else if (port.isString()) {
      if (end.written()) {
        endWithout(end, "may not be specified when `port` is non-numeric", causes)
            .headline("a range of ports cannot begin at the name `" + port.text() + "`");
      }
      name(port, causes);
    } else {
      number(port, causes);
      if (end.written()) {
        range(port, end, causes);
      }
    }
  }

  /** NP-03: an empty text is a protocol that does not exist, unlike an absent one. */
  private static void protocol(Field protocol, Causes causes) {
    String text = protocol.text();
    if (!protocol.written() || PROTOCOLS.contains(text)) {
      return;
    }
    causes
        .notSupported(protocol, PROTOCOLS)
        .rule(InputRule.PROTOCOL_INVALID)
        .headline("`" + text + "` is no protocol that a NetworkPolicy can name")
        .note(NetworkPolicyRules.NOT_ENFORCED)
        .note("protocols are `TCP`, `UDP` and `SCTP`; without one it is `TCP`");
  }

  /** NP-08. */
  private static Cause endWithout(Field end, String detail, Causes causes) {
    return causes
        .invalidNumber(end, end.number(), detail)
        .rule(InputRule.NETWORKPOLICY_PORT_INVALID)
        .note(NetworkPolicyRules.NOT_ENFORCED)
        .note("a range is `port` to `endPort`, both numbers and both included");
  }

  /** NP-04. */
  private static void number(Field port, Causes causes) {
    for (String error : Port.errors(port.number())) {
      Cause cause =
          causes
              .invalidNumber(port, port.number(), error)
              .rule(InputRule.NETWORKPOLICY_PORT_INVALID)
              .headline("port " + port.text() + " does not exist: ports are 1 to 65535")
              .note(NetworkPolicyRules.NOT_ENFORCED);
      if (port.number() == 0) {
        cause.note("leave out `port` to mean every port");
      }
    }
  }

  /** NP-05: a quoted number is a name, and none that a port can have. */
  private static void name(Field port, Causes causes) {
    String text = port.text();
    for (String error : PortName.errors(text)) {
      Cause cause =
          causes
              .invalid(port, error)
              .rule(InputRule.NETWORKPOLICY_PORT_INVALID)
              .headline("`" + text + "` is no port name")
              .note(NetworkPolicyRules.NOT_ENFORCED);
      if (Port.parse(text).isPresent()) {
        cause
            .note("a number in quotes is taken for a name")
            .fixOnce("leave out the quotes", Applicability.SAFE, text);
      }
    }
  }

  /** NP-06 and NP-07; of a range that runs backwards the server prints where it begins. */
  private static void range(Field port, Field end, Causes causes) {
    if (end.number() < port.number()) {
      causes
          .invalidNumber(end, port.number(), "must be greater than or equal to `port`")
          .rule(InputRule.NETWORKPOLICY_PORT_INVALID)
          .headline("range of ports ends at " + end.text() + ", before it begins at " + port.text())
          .note(NetworkPolicyRules.NOT_ENFORCED);
    }
    for (String error : Port.errors(end.number())) {
      causes
          .invalidNumber(end, end.number(), error)
          .rule(InputRule.NETWORKPOLICY_PORT_INVALID)
          .headline("port " + end.text() + " does not exist: ports are 1 to 65535")
          .note(NetworkPolicyRules.NOT_ENFORCED);
    }
  }
}
