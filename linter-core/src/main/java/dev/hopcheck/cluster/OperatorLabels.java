package dev.hopcheck.cluster;

import dev.hopcheck.resource.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Labels that operators put on pods which no file describes; the data is {@code
 * operator-labels.txt}.
 */
final class OperatorLabels {
  private OperatorLabels() {}

  /** A pattern: a key, or the beginning of one, with a value of which both ends may be open. */
  private record Pattern(String key, String value, String who) {
    boolean matchesValue(String other) {
      if (value.isEmpty()) {
        return true;
      }
      boolean openStart = value.charAt(0) == '*';
      boolean openEnd = value.charAt(value.length() - 1) == '*';
      String fixed = value.substring(openStart ? 1 : 0, value.length() - (openEnd ? 1 : 0));
      if (openStart) {
        return other.endsWith(fixed);
      }
      return openEnd ? other.startsWith(fixed) : other.equals(fixed);
    }
  }

  /** Read when a selector matches nothing for the first time. */
  private static final class Known {
    static final Map<String, List<Pattern>> BY_KEY = new HashMap<>();
    static final Map<String, String> BY_PREFIX = new HashMap<>();

    static {
      for (String line : DataLines.read("operator-labels.txt")) {
        int space = line.indexOf(' ');
        String label = line.substring(0, space);
        String who = line.substring(space + 1).trim();
        int equals = label.indexOf('=');
        String key = equals < 0 ? label : label.substring(0, equals);
        String value = equals < 0 ? "" : label.substring(equals + 1);
        if (key.endsWith("/*")) {
          BY_PREFIX.put(key.substring(0, key.length() - 2), who);
        } else {
          BY_KEY
              .computeIfAbsent(key, unused -> new ArrayList<>(1))
              .add(new Pattern(key, value, who));
        }
      }
    }
  }

  /** The first pair of a selector that an operator puts on its pods; null where there is none. */
  static @Nullable OperatorLabel in(Labels selector) {
    for (Labels.Pair pair : selector.pairs()) {
      String who = who(pair.key(), pair.value().value());
      if (who != null) {
        return new OperatorLabel(pair.key(), pair.value(), who);
      }
    }
    return null;
  }

  private static @Nullable String who(String key, String value) {
    for (Pattern pattern : Known.BY_KEY.getOrDefault(key, List.of())) {
      if (pattern.matchesValue(value)) {
        return pattern.who();
      }
    }
    int slash = key.indexOf('/');
    String domain = slash < 0 ? "" : key.substring(0, slash);
    while (!domain.isEmpty()) {
      String who = Known.BY_PREFIX.get(domain);
      if (who != null) {
        return who;
      }
      int dot = domain.indexOf('.');
      domain = dot < 0 ? "" : domain.substring(dot + 1);
    }
    return null;
  }
}
