package dev.hopcheck.admission;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.value.Port;
import dev.hopcheck.value.PortName;
import java.util.List;

/** Ports by number or name, wherever they stand. */
final class PortRules {
  private PortRules() {}

  /** A protocol, after defaulting. */
  static void protocol(Field protocol, Causes causes) {
    switch (protocol.text()) {
      case "TCP", "UDP", "SCTP" -> {}
      default ->
          causes
              .notSupported(protocol, "SCTP", "TCP", "UDP")
              .rule(InputRule.PROTOCOL_INVALID)
              .headline("`" + protocol.text() + "` is no protocol of a port")
              .note("protocols are `TCP`, `UDP` and `SCTP`, in capitals");
    }
  }

  /** A number in the range of ports, where one is written. */
  static void number(Field number, String what, Causes causes) {
    for (String error : Port.errors(number.number())) {
      causes
          .invalidNumber(number, number.number(), error)
          .rule(InputRule.PORT_OUT_OF_RANGE)
          .headline(
              number.written()
                  ? what + " `" + number.number() + "` is not between 1 and 65535"
                  : what + " has no port number");
    }
  }

  /** A reference to a port: a number in range or a port name; an absent one counts as 0. */
  static void numberOrName(Field port, String what, Causes causes) {
    if (!port.isString()) {
      number(port, what, causes);
      return;
    }
    List<String> errors = PortName.errors(port.text());
    for (String error : errors) {
      Cause cause = causes.invalid(port, error);
      if (isDigits(port.text())) {
        quotedNumber(port, what, cause);
      } else {
        cause
            .rule(InputRule.PORT_NAME_INVALID)
            .headline(what + " `" + port.text() + "` is neither a port number nor a port name");
      }
    }
  }

  private static void quotedNumber(Field port, String what, Cause cause) {
    cause
        .rule(InputRule.TARGET_PORT_QUOTED_NUMBER)
        .headline(what + " `\"" + port.text() + "\"` is quoted, so it is read as a port's name")
        .note("write the number without quotes: `" + port.text() + "`");
    boolean plain = port.text().equals("0") || port.text().charAt(0) != '0';
    if (plain && Port.parse(port.text()).isPresent()) {
      cause.fixOnce("remove the quotes", Applicability.SAFE, port.text());
    }
  }

  /** A name that a container port declares. */
  static void name(Field name, Causes causes) {
    for (String error : PortName.errors(name.text())) {
      causes
          .invalid(name, error)
          .rule(InputRule.PORT_NAME_INVALID)
          .headline("`" + name.text() + "` is no port name")
          .note(
              "at most 15 of `a-z`, `0-9` and `-`, with at least one letter, no `--`, and no `-`"
                  + " at either end");
    }
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
