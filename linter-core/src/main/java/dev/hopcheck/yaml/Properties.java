package dev.hopcheck.yaml;

/** The anchor and the tag before a node. */
final class Properties {
  private Properties() {}

  /** Where the node itself begins behind its properties, comments and blanks. */
  static int end(byte[] bytes, int start, int limit) {
    int at = start;
    while (at < limit) {
      byte c = bytes[at];
      if (c == '&' || c == '!') {
        at = token(bytes, at, limit);
      } else if (c == '#') {
        at = line(bytes, at, limit);
      } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        at++;
      } else {
        return at;
      }
    }
    return limit;
  }

  /** Where a tag or an anchor ends. */
  static int token(byte[] bytes, int start, int limit) {
    boolean verbatim = start + 1 < limit && bytes[start + 1] == '<';
    int at = start + 1;
    while (at < limit && (bytes[at] < 0 || bytes[at] > ' ')) {
      byte c = bytes[at];
      if (verbatim ? c == '>' : c == ',' || c == ']' || c == '}' || c == '[' || c == '{') {
        return verbatim ? at + 1 : at;
      }
      at++;
    }
    return at;
  }

  static int line(byte[] bytes, int start, int limit) {
    int at = start;
    while (at < limit && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    return at;
  }

  /** Kubernetes' parser takes fewer characters than YAML 1.2 in the name of an anchor. */
  static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean fine =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || c == '_'
              || c == '-';
      if (!fine) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
