package dev.hopcheck.cluster;

import dev.hopcheck.resource.Kustomization.Target;
import dev.hopcheck.resource.Match;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.ResourceHead;

/** Tells for which resources a patch is. */
final class PatchTarget {
  private PatchTarget() {}

  /** Whether a patch that names its resource itself means this one. */
  static Match named(Seen seen, Resource patch) {
    ResourceHead head = seen.resource().head();
    ResourceHead wanted = patch.head();
    boolean same =
        head.kind().equals(wanted.kind())
            && head.group().equals(wanted.group())
            && seen.isNamed(patch.name())
            && (patch.namespace().isEmpty() || seen.isIn(patch.namespace()));
    return same ? Match.YES : Match.NO;
  }

  /** Whether a target selects the resource. */
  static Match selected(Seen seen, Target target) {
    ResourceHead head = seen.resource().head();
    String apiVersion = head.apiVersion();
    String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
    Match match = target.plain() ? Match.YES : Match.UNKNOWN;
    match = match.and(fits(target.group(), head.group()));
    match = match.and(fits(target.version(), version));
    match = match.and(fits(target.kind(), head.kind()));
    match = match.and(fitsAny(target.name(), seen, true));
    return match.and(fitsAny(target.namespace(), seen, false));
  }

  /** Patterns are regular expressions of the whole text; only the plainest are told for sure. */
  private static Match fits(String pattern, String text) {
    if (pattern.isEmpty() || pattern.equals(".*") || pattern.equals(text)) {
      return Match.YES;
    }
    return literal(pattern) ? Match.NO : Match.UNKNOWN;
  }

  private static Match fitsAny(String pattern, Seen seen, boolean name) {
    if (pattern.isEmpty() || pattern.equals(".*")) {
      return Match.YES;
    }
    if (name ? seen.isNamed(pattern) : seen.isIn(pattern)) {
      return Match.YES;
    }
    return literal(pattern) ? Match.NO : Match.UNKNOWN;
  }

  private static boolean literal(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '-'
              || c == '.';
      if (!plain) {
        return false;
      }
    }
    return true;
  }
}
