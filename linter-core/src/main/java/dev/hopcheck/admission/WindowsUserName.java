package dev.hopcheck.admission;

import java.util.ArrayList;
import java.util.List;

/** The grammar of {@code DOMAIN\\user} in {@code runAsUserName}. */
final class WindowsUserName {
  private static final int MAX_DOMAIN = 256;
  private static final int MAX_USER = 104;
  private static final int MAX_NETBIOS = 15;
  private static final int MAX_LABEL = 63;

  private WindowsUserName() {}

  static List<String> errors(String name) {
    if (name.isEmpty()) {
      return List.of("runAsUserName cannot be an empty string");
    }
    if (hasControl(name)) {
      return List.of("runAsUserName cannot contain control characters");
    }
    int backslash = name.indexOf('\\');
    if (backslash >= 0 && name.indexOf('\\', backslash + 1) >= 0) {
      return List.of("runAsUserName cannot contain more than one backslash");
    }
    List<String> errors = new ArrayList<>();
    if (backslash >= 0) {
      domainErrors(name.substring(0, backslash), errors);
    }
    userErrors(name.substring(backslash + 1), errors);
    return errors;
  }

  private static void domainErrors(String domain, List<String> errors) {
    if (domain.length() >= MAX_DOMAIN) {
      errors.add("runAsUserName's Domain length must be under 256 characters");
    }
    if (!isNetBios(domain) && !isDns(domain)) {
      errors.add("runAsUserName's Domain doesn't match the NetBios nor the DNS format");
    }
  }

  private static void userErrors(String user, List<String> errors) {
    if (user.isEmpty()) {
      errors.add("runAsUserName's User cannot be empty");
    } else if (user.length() > MAX_USER) {
      errors.add("runAsUserName's User length must not be longer than 104 characters");
    }
    boolean dotsOnly = !user.isEmpty();
    boolean forbidden = false;
    for (int i = 0; i < user.length(); i++) {
      char c = user.charAt(i);
      dotsOnly &= c == '.' || c == ' ';
      forbidden |= "\"/\\:;|=,+*?<>@[]".indexOf(c) >= 0;
    }
    if (dotsOnly) {
      errors.add("runAsUserName's User cannot contain only periods or spaces");
    }
    if (forbidden) {
      errors.add(
          "runAsUserName's User cannot contain the following characters: \"/\\:;|=,+*?<>@[]");
    }
  }

  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) == 0x7F) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNetBios(String domain) {
    if (domain.isEmpty() || domain.length() > MAX_NETBIOS || domain.charAt(0) == '.') {
      return false;
    }
    for (int i = 0; i < domain.length(); i++) {
      if ("\\/:*?\"<>|".indexOf(domain.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDns(String domain) {
    int start = 0;
    for (int i = 0; i <= domain.length(); i++) {
      if (i < domain.length() && domain.charAt(i) != '.') {
        if (!isAlphanumeric(domain.charAt(i)) && domain.charAt(i) != '-') {
          return false;
        }
        continue;
      }
      boolean edges =
          i > start
              && i - start <= MAX_LABEL
              && isAlphanumeric(domain.charAt(start))
              && isAlphanumeric(domain.charAt(i - 1));
      if (!edges) {
        return false;
      }
      start = i + 1;
    }
    return true;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
