package dev.hopcheck.admission;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.finding.Rejection.Reason;
import dev.hopcheck.value.Nearest;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.List;

/**
 * Tells causes of their own from those that only follow from an unknown field or a doubled key: an
 * unknown {@code slector} is why the selector is missing.
 */
final class Consequences {
  private Consequences() {}

  /** Index of the strict-decoding finding from which the cause follows; negative if of none. */
  static int rootOf(List<Finding> decoding, Cause cause) {
    for (int i = 0; i < decoding.size(); i++) {
      Rejection root = decoding.get(i).rejection();
      if (root != null && followsFrom(root, cause)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean followsFrom(Rejection root, Cause cause) {
    if (root.reason() == Reason.DUPLICATE_FIELD) {
      return isLost(root.field(), cause);
    }
    if (root.reason() != Reason.UNKNOWN_FIELD) {
      return false;
    }
    for (Field field : cause.concerned()) {
      if (isMeant(root.field(), field)) {
        return true;
      }
    }
    return parentOf(root.field()).equals(cause.path()) && knowsNothing(cause.field());
  }

  /** Of a doubled key the last stands: what is missing at or below it stood in the other. */
  private static boolean isLost(String doubled, Cause cause) {
    YamlNode node = cause.field().node();
    boolean ownFault = node != null && node.isScalar();
    return !ownFault && isBelow(cause.path(), doubled);
  }

  /**
   * Whether the unknown field was meant to be the missing one: it stands where that is missing and
   * has nearly its name, or it is a member of it that stands too high.
   */
  private static boolean isMeant(String unknown, Field missing) {
    if (missing.written()) {
      return false;
    }
    String name = unknown.substring(unknown.lastIndexOf('.') + 1);
    String holder = parentOf(unknown);
    if (missing.name().equals(name) && isBelow(missing.path(), holder)) {
      return true;
    }
    Field top = missing;
    Field above = top.parent();
    while (above != null && !above.written()) {
      top = above;
      above = top.parent();
    }
    if (above == null || !above.path().equals(holder)) {
      return false;
    }
    return top.hasMember(name) || Nearest.of(name, List.of(top.name())).isPresent();
  }

  /** Whether all that stands in the object is unknown, so that the server finds it empty. */
  private static boolean knowsNothing(Field object) {
    YamlNode node = object.node();
    if (node == null || !node.isMapping()) {
      return false;
    }
    for (YamlEntry entry : node.entries()) {
      if (object.hasMember(entry.key())) {
        return false;
      }
    }
    return true;
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
