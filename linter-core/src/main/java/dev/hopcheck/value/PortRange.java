package dev.hopcheck.value;

/**
 * A range of ports, both ends included, such as the one from which node ports are allocated.
 *
 * <p>Source: kube-apiserver's {@code --service-node-port-range}; AL-09.
 *
 * @param first lowest port, 0 to 65535
 * @param last highest port, not below the first
 */
public record PortRange(int first, int last) {
  /** The server's default range of node ports. */
  public static final PortRange NODE_PORTS = new PortRange(30000, 32767);

  public PortRange {
    if (first < 0 || last > Port.MAX || first > last) {
      throw new IllegalArgumentException("no port range: " + first + "-" + last);
    }
  }

  /** Says whether the port lies in the range. */
  public boolean contains(long port) {
    return port >= first && port <= last;
  }

  /** Returns the number of ports in the range. */
  public int size() {
    return last - first + 1;
  }

  /** Returns what the server's allocator says about a port outside of the range. */
  public String outOfRange() {
    return "provided port is not in the valid range. The range of valid ports is " + this;
  }

  /**
   * Reads {@code 30000-32767}, {@code 30000+100} (first and offset) or a single port, as the flag
   * does.
   */
  public static Parsed<PortRange> parse(String text) {
    String trimmed = text.strip();
    int split = -1;
    for (int i = 0; i < trimmed.length(); i++) {
      char c = trimmed.charAt(i);
      boolean sign = c == '-' || c == '+';
      if ((sign && split >= 0) || (!sign && !Ascii.isDigit(c))) {
        return unparsable(text);
      }
      split = sign ? i : split;
    }
    int first = number(split < 0 ? trimmed : trimmed.substring(0, split));
    int second = split < 0 ? first : number(trimmed.substring(split + 1));
    if (first < 0 || second < 0) {
      return unparsable(text);
    }
    int last =
        split >= 0 && trimmed.charAt(split) == '+' ? Math.min(first + second, Port.MAX) : second;
    if (first > Port.MAX || last > Port.MAX) {
      return Parsed.failed("the port range cannot be greater than 65535: " + text);
    }
    if (first > last) {
      return Parsed.failed("end port cannot be less than start port: " + text);
    }
    return Parsed.of(new PortRange(first, last));
  }

  private static Parsed<PortRange> unparsable(String text) {
    return Parsed.failed("unable to parse port range: " + text);
  }

  /** Returns the number, one past the highest port for any that is greater, or -1 for no number. */
  private static int number(String digits) {
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      number = Math.min(number * 10 + (digits.charAt(i) - '0'), Port.MAX + 1);
    }
    return digits.isEmpty() ? -1 : number;
  }

  @Override
  public String toString() {
    return first + "-" + last;
  }
}
