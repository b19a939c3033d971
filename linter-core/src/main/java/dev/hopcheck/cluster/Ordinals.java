package dev.hopcheck.cluster;

/** The numbers of a StatefulSet's pods; -1 where a text is none. */
final class Ordinals {
  private Ordinals() {}

  static int of(String podName, String setName) {
    return podName.startsWith(setName + "-") ? parse(podName.substring(setName.length() + 1)) : -1;
  }

  static int parse(String digits) {
    if (digits.isEmpty()
        || digits.length() > 9
        || (digits.length() > 1 && digits.charAt(0) == '0')) {
      return -1;
    }
    int ordinal = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      ordinal = ordinal * 10 + digit;
    }
    return ordinal;
  }
}
