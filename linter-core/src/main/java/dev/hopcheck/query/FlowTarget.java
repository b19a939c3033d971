package dev.hopcheck.query;

import dev.hopcheck.trace.Target;
import dev.hopcheck.value.Parsed;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whom a flow is meant for, and how.
 *
 * @param text as written
 * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}
 */
public record FlowTarget(String text, Target target, String protocol) {
  /**
   * Reads what {@link Target#parse} reads, with {@code /tcp}, {@code /udp} or {@code /sctp} behind
   * the port, and {@code node/NAME:PORT}. From outside, {@code node:PORT} is any node; a client in
   * the cluster may mean a Service of that name.
   *
   * @param protocol in capitals; empty where it is not given apart from the text
   */
  public static Parsed<FlowTarget> read(String text, String protocol, boolean outside) {
    String bare = text;
    String named = protocolBehind(text);
    if (!named.isEmpty()) {
      bare = text.substring(0, text.length() - named.length() - 1);
      if (!protocol.isEmpty() && !protocol.equals(named)) {
        return Parsed.failed("`" + Words.shown(text) + "` names another protocol than " + protocol);
      }
    }
    Target target = node(bare, outside);
    if (target == null) {
      target = Target.parse(bare);
    }
    if (target == null) {
      return Parsed.failed(
          "`"
              + Words.shown(text)
              + "` is no target with a port; write `NAME:PORT`, `ADDRESS:PORT`, a URL,"
              + " `node/NAME:PORT`, or `node:PORT` from outside");
    }
    String said = protocol.isEmpty() ? named : protocol;
    return Parsed.of(new FlowTarget(text, target, said.isEmpty() ? "TCP" : said));
  }

  private static String protocolBehind(String text) {
    int slash = text.lastIndexOf('/');
    if (slash < 0 || text.contains("://")) {
      return "";
    }
    String behind = text.substring(slash + 1).toUpperCase(Locale.ROOT);
    return switch (behind) {
      case "TCP", "UDP", "SCTP" -> behind;
      default -> "";
    };
  }

  private static @Nullable Target node(String text, boolean outside) {
    int colon = text.lastIndexOf(':');
    if (colon < 0 || text.contains("://")) {
      return null;
    }
    String name = text.substring(0, colon);
    String port = text.substring(colon + 1);
    if (name.startsWith("node/") && name.length() > 5) {
      return Target.parse("node(" + name.substring(5) + "):" + port);
    }
    return outside && name.equals("node") ? Target.parse("node():" + port) : null;
  }
}
