package dev.hopcheck.value;

import java.util.ArrayList;
import java.util.List;

/**
 * An IANA service name, the grammar of container port names and of everything that refers to them
 * (named target ports, probe ports, NetworkPolicy and Ingress ports). Service ports' own names are
 * {@link Dns1123Label}s.
 *
 * <p>Source: apiserver.md section 3, PN; RFC 6335, 5.1. Each broken part is an error of its own.
 */
public final class PortName {
  /** Longest name in bytes (RFC 6335, 5.1). */
  public static final int MAX_LENGTH = 15;

  private PortName() {}

  /** Says whether the value is a port name. */
  public static boolean isValid(String value) {
    int length = value.length();
    boolean letter = false;
    char last = '-';
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      boolean fits = c == '-' ? last != '-' : Ascii.isLowerOrDigit(c);
      if (!fits) {
        return false;
      }
      letter |= Ascii.isLower(c);
      last = c;
    }
    return letter && last != '-' && length <= MAX_LENGTH;
  }

  /** Returns one text for each rule broken, in the server's order; an empty value breaks two. */
  public static List<String> errors(String value) {
    return isValid(value) ? List.of() : broken(value);
  }

  private static List<String> broken(String value) {
    boolean charset = !value.isEmpty();
    boolean letter = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      letter |= Ascii.isLower(c);
      charset &= c == '-' || Ascii.isLowerOrDigit(c);
    }
    List<String> errors = new ArrayList<>(0);
    if (Ascii.utf8Length(value) > MAX_LENGTH) {
      errors.add(ServerText.maxCharacters(MAX_LENGTH));
    }
    if (!charset) {
      errors.add("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
    }
    if (!letter) {
      errors.add("must contain at least one letter (a-z)");
    }
    if (value.contains("--")) {
      errors.add("must not contain consecutive hyphens");
    }
    if (value.startsWith("-") || value.endsWith("-")) {
      errors.add("must not begin or end with a hyphen");
    }
    return List.copyOf(errors);
  }
}
