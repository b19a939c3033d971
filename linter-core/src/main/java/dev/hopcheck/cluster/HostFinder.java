package dev.hopcheck.cluster;

import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.Located;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.Span;
import dev.hopcheck.value.ClientTarget;
import dev.hopcheck.value.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds hosts of the cluster in texts, and leaves alone what only looks like one (routing 19.1).
 */
final class HostFinder {
  /**
   * Endings of variable names whose values are hosts; each has one underscore, its first character.
   */
  private static final List<String> HOST_ENDINGS =
      List.of(
          "_HOST",
          "_HOSTNAME",
          "_URL",
          "_URI",
          "_ADDR",
          "_ADDRESS",
          "_ENDPOINT",
          "_SERVER",
          "_SERVERS",
          "_BROKERS",
          "_SERVICE");

  private static final int LONGEST_TEXT = 1 << 16;

  private final Cluster cluster;
  private final boolean declaresZero;
  private @Nullable HostNames names;

  HostFinder(Cluster cluster) {
    this.cluster = cluster;
    declaresZero = declaresZero(cluster);
  }

  private static boolean declaresZero(Cluster cluster) {
    for (PodSet set : cluster.podSets()) {
      for (Container container : set.spec().containers()) {
        for (Container.ContainerPort port : container.ports()) {
          if (port.number().value() == 0) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Learnt when a text first may have a host: most units have no such text. */
  private HostNames names() {
    HostNames known = names;
    if (known == null) {
      known = new HostNames(cluster);
      names = known;
    }
    return known;
  }

  /** A host in a text, with the places of its characters. */
  record Host(
      ClientReference.Strength strength,
      String scheme,
      String host,
      int port,
      Location at,
      @Nullable Location portAt) {}

  /**
   * Hosts in the value of a variable.
   *
   * @param port the value of the variable that names the port; null where there is none
   */
  List<Host> inVariable(String name, Located<String> value, @Nullable Located<String> port) {
    List<Host> found = inText(value);
    if (!found.isEmpty() || value.unknown() || !saysHost(name)) {
      return found;
    }
    for (ClientTarget target : ClientTarget.parseAll(value.value())) {
      if (looksLikeName(target.host()) && !names().isElsewhere(target.host())) {
        Located<String> own = beside(target, port);
        boolean sure = own != null && names().isService(target.host());
        found.add(
            host(
                sure ? ClientReference.Strength.STRONG : ClientReference.Strength.MEDIUM,
                target,
                value,
                own));
      }
    }
    return found;
  }

  private static @Nullable Located<String> beside(
      ClientTarget target, @Nullable Located<String> port) {
    return target.hasPortText() ? null : port;
  }

  /**
   * Whether a variable may have a host at all; false is certain, and cheaper than to look for it.
   */
  boolean mayName(String variable, Located<String> value) {
    return saysHost(variable) || mark(value.value(), 0) < value.value().length();
  }

  private static boolean saysHost(String variable) {
    int cut = variable.lastIndexOf('_');
    int length = variable.length() - cut;
    for (int i = 0; cut >= 0 && i < HOST_ENDINGS.size(); i++) {
      String ending = HOST_ENDINGS.get(i);
      if (ending.length() == length && variable.regionMatches(true, cut, ending, 0, length)) {
        return true;
      }
    }
    return false;
  }

  /** Hosts anywhere in a text that are named beyond doubt. */
  List<Host> inText(Located<String> text) {
    List<Host> found = new ArrayList<>(0);
    String value = text.value();
    if (text.unknown() || value.length() > LONGEST_TEXT) {
      return found;
    }
    int from = 0;
    for (int mark = mark(value, 0); mark < value.length(); mark = mark(value, from)) {
      int start = mark;
      while (start > from && !isBreak(value.charAt(start - 1))) {
        start--;
      }
      int end = mark;
      while (end < value.length() && !isBreak(value.charAt(end))) {
        end++;
      }
      if (end > start) {
        word(text, start, end, found);
      }
      from = end + 1;
    }
    return found;
  }

  /**
   * Where, from an offset on, a scheme, a port or a cluster name may begin; the length if nowhere.
   * A word without any of them names no host beyond doubt, and most words of most texts have none.
   */
  private int mark(String text, int from) {
    if (declaresZero) {
      return from;
    }
    for (int at = from; at + 1 < text.length(); at++) {
      char c = text.charAt(at);
      if (c == ':' && marksPort(text.charAt(at + 1)) || c == '.' && marksCluster(text, at + 1)) {
        return at;
      }
    }
    return text.length();
  }

  private static boolean marksPort(char next) {
    return next == '/' || (next >= '0' && next <= '9');
  }

  private static boolean marksCluster(String text, int at) {
    return switch (text.charAt(at)) {
      case 's', 'S' -> text.regionMatches(true, at, "svc", 0, 3);
      case 'c', 'C' -> text.regionMatches(true, at, "cluster.local", 0, 13);
      default -> false;
    };
  }

  /** What cannot be part of a URL or of a host with port. */
  private static boolean isBreak(char c) {
    return c <= ' ' || c == '"' || c == '\'' || c == '`' || c == ',' || c == ';' || c == '('
        || c == ')' || c == '<' || c == '>' || c == '|' || c == '=' || c == '{' || c == '}';
  }

  private void word(Located<String> text, int start, int end, List<Host> found) {
    String word = text.value().substring(start, end);
    ClientTarget target = ClientTarget.parse(word).orElse(null);
    if (target == null || !looksLikeName(target.host())) {
      return;
    }
    boolean scheme = !target.scheme().isEmpty();
    boolean port = target.port() != 0;
    String host = HostNames.bare(target.host());
    boolean strong =
        HostNames.isClusterName(host)
            || (scheme && !names().isElsewhere(host) && !isFile(target))
            || (port && (names().isNearService(host) || names().isPodName(host)))
            || names().declares(host, target.port());
    if (strong) {
      found.add(at(ClientReference.Strength.STRONG, target, text, start, null));
    }
  }

  /** Schemes of things that are read, not called. */
  private static boolean isFile(ClientTarget target) {
    return switch (target.scheme()) {
      case "file", "jar", "classpath", "docker", "oci", "unix", "urn", "arn", "s3", "gs", "az" ->
          true;
      default -> false;
    };
  }

  private Host host(
      ClientReference.Strength strength,
      ClientTarget target,
      Located<String> text,
      @Nullable Located<String> port) {
    return at(strength, target, text, 0, port);
  }

  private static Host at(
      ClientReference.Strength strength,
      ClientTarget target,
      Located<String> text,
      int offset,
      @Nullable Located<String> port) {
    Location hostAt = inside(text, offset + target.hostStart(), offset + target.hostEnd());
    int number = target.effectivePort().orElse(0);
    Location portAt =
        target.port() == 0
            ? null
            : inside(text, offset + target.portStart(), offset + target.portEnd());
    if (target.port() == 0 && port != null && !port.unknown()) {
      int written = number(port.value());
      if (written > 0) {
        number = written;
        portAt = port.at();
      }
    }
    return new Host(strength, target.scheme(), target.host(), number, hostAt, portAt);
  }

  private static int number(String text) {
    if (text.isEmpty() || text.length() > 5) {
      return 0;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      number = number * 10 + (c - '0');
    }
    return number <= 65535 ? number : 0;
  }

  /**
   * The characters of a part of a scalar. Hosts and ports are written as they are in every style,
   * so the part is the occurrence of the same number in what is written.
   */
  private static Location inside(Located<String> text, int start, int end) {
    String part = text.value().substring(start, end);
    int number = 0;
    for (int at = text.value().indexOf(part); at >= 0 && at < start; number++) {
      at = text.value().indexOf(part, at + 1);
    }
    byte[] wanted = part.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Span span = text.at().span();
    for (int at = span.start(); at + wanted.length <= span.end(); at++) {
      if (matches(text.at(), at, wanted) && number-- == 0) {
        return new Location(text.at().file(), new Span(at, at + wanted.length));
      }
    }
    return text.at();
  }

  private static boolean matches(Location scalar, int at, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (scalar.file().at(at + i) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** Letters, digits, hyphens and dots, with a letter; not an address, not the loopback. */
  private static boolean looksLikeName(String host) {
    String name = HostNames.bare(host);
    if (name.isEmpty() || name.equals("localhost") || IpAddress.parse(name).isPresent()) {
      return false;
    }
    boolean letter = false;
    char before = '.';
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isLetter = c >= 'a' && c <= 'z';
      boolean digit = c >= '0' && c <= '9';
      if (!isLetter && !digit && c != '-' && c != '.') {
        return false;
      }
      if (c == '.' && (before == '.' || before == '-')) {
        return false;
      }
      letter |= isLetter;
      before = c;
    }
    return letter && before != '.' && before != '-';
  }
}
