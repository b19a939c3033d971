package dev.hopcheck.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds scheme, host, port and path in a part of a text. */
final class ClientTargetReader {
  private ClientTargetReader() {}

  static List<ClientTarget> readAll(String text) {
    List<ClientTarget> targets = new ArrayList<>(2);
    String scheme = "";
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ',' || text.charAt(i) <= ' ') {
        Optional<ClientTarget> target = read(text, start, i, scheme);
        if (target.isPresent()) {
          targets.add(target.get());
          scheme = target.get().scheme();
        }
        start = i + 1;
      }
    }
    return targets;
  }

  static Optional<ClientTarget> read(String text, int from, int to, String inherited) {
    int mark = indexOf(text, "://", from, to);
    if (mark == from) {
      return Optional.empty();
    }
    if (mark > from && !isScheme(text, from, mark)) {
      // A URL inside a path or query is no scheme of this one.
      mark = -1;
    }
    String scheme = mark < 0 ? inherited : text.substring(from, mark).toLowerCase(Locale.ROOT);
    int start = mark < 0 ? from : mark + 3;
    int end = start;
    while (end < to && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    // Passwords may hold an at sign: the last one ends them.
    int at = text.lastIndexOf('@', end - 1);
    start = at >= start ? at + 1 : start;
    String path = text.substring(end, to);
    return start < end && text.charAt(start) == '['
        ? bracketed(text, start, end, scheme, path)
        : plain(text, start, end, scheme, path, mark >= 0);
  }

  private static Optional<ClientTarget> bracketed(
      String text, int start, int end, String scheme, String path) {
    int close = indexOf(text, "]", start, end);
    if (close < 0) {
      return Optional.empty();
    }
    String host = text.substring(start + 1, close);
    Optional<IpAddress> address = IpAddress.parse(host);
    boolean hasPort = close + 1 < end;
    if (address.isEmpty() || host.indexOf(':') < 0 || (hasPort && text.charAt(close + 1) != ':')) {
      return Optional.empty();
    }
    int portStart = hasPort ? close + 2 : end;
    int port = Port.parse(text.substring(portStart, end)).orElse(0);
    return Optional.of(
        new ClientTarget(scheme, host, start + 1, close, port, portStart, end, path));
  }

  private static Optional<ClientTarget> plain(
      String text, int start, int end, String scheme, String path, boolean hasScheme) {
    int colon = indexOf(text, ":", start, end);
    boolean bareAddress =
        colon >= 0
            && indexOf(text, ":", colon + 1, end) >= 0
            && IpAddress.parse(text.substring(start, end)).isPresent();
    int hostEnd = colon < 0 || bareAddress ? end : colon;
    String host = text.substring(start, hostEnd);
    if (!bareAddress && DnsName.parse(host).isEmpty()) {
      return Optional.empty();
    }
    int portStart = hostEnd == end ? end : colon + 1;
    int port = Port.parse(text.substring(portStart, end)).orElse(0);
    // "image:tag" and "key:value" are no targets.
    if (!hasScheme && hostEnd < end && port == 0) {
      return Optional.empty();
    }
    return Optional.of(new ClientTarget(scheme, host, start, hostEnd, port, portStart, end, path));
  }

  /** A scheme in the sense of RFC 3986, with colons for nested ones such as {@code jdbc:mysql}. */
  private static boolean isScheme(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!Ascii.isLetter(c) && (i == from || (!Ascii.isDigit(c) && "+-.:".indexOf(c) < 0))) {
        return false;
      }
    }
    return true;
  }

  private static int indexOf(String text, String wanted, int from, int to) {
    for (int i = from; i + wanted.length() <= to; i++) {
      if (text.startsWith(wanted, i)) {
        return i;
      }
    }
    return -1;
  }
}
