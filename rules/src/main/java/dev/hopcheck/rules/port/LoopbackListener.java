package dev.hopcheck.rules.port;

import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.EnvVar;
import dev.hopcheck.resource.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An option that tells a process to listen on the loopback address.
 *
 * @param at the argument or the variable's value
 * @param option its name
 * @param host the address
 * @param port the port that stands with it; 0 for none
 */
record LoopbackListener(Located<String> at, String option, String host, int port) {
  private static final String[] OTHER_PURPOSES = {
    "admin", "metric", "health", "probe", "debug", "pprof", "manage", "upstream", "proxy-to",
        "remote",
    "target", "peer", "db", "database", "redis", "mysql", "postgres", "mongo", "client", "backend"
  };

  /** All such options of a container, in order of writing. */
  static List<LoopbackListener> in(Container container) {
    List<LoopbackListener> found = new ArrayList<>(0);
    if (anyLoopback(container.command()) || anyLoopback(container.args())) {
      words(container.command(), found);
      words(container.args(), found);
    }
    for (EnvVar variable : container.env()) {
      if (variable.source() instanceof EnvVar.Literal literal
          && literal.value().known()
          && isLoopback(literal.value().value())) {
        String name = variable.name().value();
        add(found, literal.value(), name, literal.value().value(), name.equals("HOST"));
      }
    }
    return found;
  }

  private static boolean anyLoopback(List<Located<String>> texts) {
    for (Located<String> text : texts) {
      if (isLoopback(text.value())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text has such an address anywhere; hardly any has, and all else takes longer. */
  private static boolean isLoopback(String text) {
    return text.contains("127.0.0.1") || text.contains("localhost") || text.contains("::1");
  }

  /** Options and their values may be arguments of their own, or words of a shell's one. */
  private static void words(List<Located<String>> arguments, List<LoopbackListener> found) {
    String option = "";
    for (Located<String> argument : arguments) {
      if (argument.unknown() || argument.value().length() > 2000) {
        option = "";
        continue;
      }
      for (String word : argument.value().split(" ", -1)) {
        int equals = word.indexOf('=');
        if (word.startsWith("-") && equals > 0) {
          String name = word.substring(0, equals);
          add(found, argument, name, word.substring(equals + 1), false);
          option = "";
        } else if (word.startsWith("-")) {
          option = word;
        } else if (!option.isEmpty() && !word.isEmpty()) {
          add(found, argument, option, word, false);
          option = "";
        }
      }
    }
  }

  private static void add(
      List<LoopbackListener> found, Located<String> at, String option, String value, boolean sure) {
    LoopbackListener read = read(at, option, value);
    if (read != null && (sure || listens(option))) {
      found.add(read);
    }
  }

  private static @Nullable LoopbackListener read(Located<String> at, String option, String value) {
    String text = value;
    for (String scheme : new String[] {"http://", "https://", "tcp://"}) {
      text = text.startsWith(scheme) ? text.substring(scheme.length()) : text;
    }
    for (String host : new String[] {"127.0.0.1", "localhost", "[::1]", "::1"}) {
      if (text.equals(host)) {
        return new LoopbackListener(at, option, host, 0);
      }
      if (text.startsWith(host + ":") && !host.equals("::1")) {
        int port = number(text.substring(host.length() + 1));
        return port < 0 ? null : new LoopbackListener(at, option, host, port);
      }
    }
    return null;
  }

  /**
   * Whether the name says that a server listens there; plain {@code host} and {@code address} are
   * as often what a client connects to.
   */
  private static boolean listens(String option) {
    String name = option.toLowerCase(Locale.ROOT).replace('_', '-');
    for (String other : OTHER_PURPOSES) {
      if (name.contains(other)) {
        return false;
      }
    }
    return name.contains("bind")
        || name.contains("listen")
        || name.equals("--http-address")
        || name.equals("--http-addr")
        || name.equals("server-address");
  }

  private static int number(String digits) {
    int number = digits.isEmpty() || digits.length() > 5 ? -1 : 0;
    for (int i = 0; i < digits.length() && number >= 0; i++) {
      int digit = digits.charAt(i) - '0';
      number = digit < 0 || digit > 9 ? -1 : number * 10 + digit;
    }
    return number;
  }
}
