package dev.hopcheck.admission;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.finding.Rejection.Reason;
import java.util.List;

/**
 * Tells causes of their own from those that only follow from an unknown field or a doubled key: an
 * unknown {@code slector} is why the selector is missing.
 */
final class Consequences {
  private Consequences() {}

  /**
   * Adds the cause to the first strict-decoding finding from which it follows.
   *
   * @param found findings; the first {@code strict} of them came from strict decoding
   * @return whether one was found
   */
  static boolean fold(List<Finding> found, int strict, Cause cause) {
    Rejection follows = cause.rejection();
    for (int i = 0; i < strict; i++) {
      Rejection root = found.get(i).rejection();
      if (root != null && followsFrom(root, follows)) {
        found.set(i, found.get(i).toBuilder().consequence(follows).build());
        return true;
      }
    }
    return false;
  }

  /**
   * An unknown field explains what is missing in the same mapping; a doubled key explains what is
   * wrong with what was lost, at or below it.
   */
  private static boolean followsFrom(Rejection root, Rejection follows) {
    if (root.reason() == Reason.UNKNOWN_FIELD) {
      return missing(follows) && isBelow(follows.field(), parentOf(root.field()));
    }
    if (root.reason() == Reason.DUPLICATE_FIELD) {
      return isBelow(follows.field(), root.field());
    }
    return false;
  }

  /** Words with which the server meets an absent value: there is none, or it counts as empty. */
  private static boolean missing(Rejection follows) {
    String message = follows.message();
    return switch (follows.reason()) {
      case REQUIRED -> true;
      case INVALID ->
          message.startsWith("Invalid value: 0:")
              || message.startsWith("Invalid value: null:")
              || message.startsWith("Invalid value: \"\":");
      case NOT_SUPPORTED -> message.startsWith("Unsupported value: \"\":");
      default -> false;
    };
  }

  private static String parentOf(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }

  private static boolean isBelow(String path, String above) {
    if (above.isEmpty() || path.equals(above)) {
      return true;
    }
    return path.startsWith(above)
        && (path.charAt(above.length()) == '.' || path.charAt(above.length()) == '[');
  }
}
