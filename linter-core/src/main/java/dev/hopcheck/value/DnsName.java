package dev.hopcheck.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A DNS name as a client asks for it, in lower case since DNS knows no other; names are equal when
 * their labels are and both or neither end in a dot.
 *
 * <p>Source: RFC 1035, 2.3; underscores are let through as resolvers do (SRV records).
 *
 * @param labels from the leftmost on, each of 1 to 63 characters; none for the root
 * @param absolute whether a final dot says that no search domain is to be tried
 */
public record DnsName(List<String> labels, boolean absolute) {
  /** Longest name in characters, without its final dot. */
  public static final int MAX_LENGTH = 253;

  public DnsName {
    labels = List.copyOf(labels);
  }

  /** Reads a name; empty when the text is no name that a resolver would send. */
  public static Optional<DnsName> parse(String text) {
    boolean absolute = text.endsWith(".");
    int end = absolute ? text.length() - 1 : text.length();
    if (end == 0) {
      return absolute ? Optional.of(new DnsName(List.of(), true)) : Optional.empty();
    }
    if (end > MAX_LENGTH) {
      return Optional.empty();
    }
    List<String> labels = new ArrayList<>(6);
    int start = 0;
    for (int i = 0; i <= end; i++) {
      if (i == end || text.charAt(i) == '.') {
        if (i == start || i - start > Dns1123Label.MAX_LENGTH) {
          return Optional.empty();
        }
        labels.add(text.substring(start, i).toLowerCase(Locale.ROOT));
        start = i + 1;
      } else if (!isNameCharacter(text.charAt(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(new DnsName(labels, absolute));
  }

  private static boolean isNameCharacter(char c) {
    return Ascii.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  /**
   * Returns the number of dots in the name as written, which resolvers compare with {@code ndots}.
   */
  public int dots() {
    return absolute ? labels.size() : labels.size() - 1;
  }

  /** Says whether this name is the given one or lies below it; final dots do not matter. */
  public boolean isWithin(DnsName domain) {
    int extra = labels.size() - domain.labels.size();
    return extra >= 0 && labels.subList(extra, labels.size()).equals(domain.labels);
  }

  /** Returns the name with a search domain appended, as an absolute name. */
  public DnsName below(DnsName domain) {
    List<String> joined = new ArrayList<>(labels);
    joined.addAll(domain.labels);
    return new DnsName(joined, true);
  }

  /** Returns the name without final dot, as people write it. */
  public String withoutDot() {
    return String.join(".", labels);
  }

  /** Returns the name in lower case, with its final dot if it has one. */
  @Override
  public String toString() {
    return absolute ? withoutDot() + "." : withoutDot();
  }
}
