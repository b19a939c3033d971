package dev.hopcheck.cluster;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.hopcheck.resource.Kustomization.Target;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Match;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.ResourceHead;
import dev.hopcheck.schema.PatternRepeats;
import dev.hopcheck.value.LabelSelector;
import java.util.List;

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

  /** Whether a target selects the resource; by its first names, or by those it has now. */
  static Match selected(Seen seen, Target target) {
    ResourceHead head = seen.resource().head();
    String apiVersion = head.apiVersion();
    String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
    Match match = fits(target.group(), head.group());
    match = match.and(fits(target.version(), version));
    match = match.and(fits(target.kind(), head.kind()));
    match = match.and(fitsAny(target.name(), seen.names()));
    match = match.and(fitsAny(target.namespace(), namespaces(seen)));
    match = match.and(holds(target.labels(), head.labels()));
    return match.and(holds(target.annotations(), head.annotations()));
  }

  private static List<String> namespaces(Seen seen) {
    List<String> all = seen.namespaces();
    return all.contains("") && seen.resource().head().namespaced()
        ? List.of("default", all.get(all.size() - 1))
        : all;
  }

  /** Patterns are regular expressions of the whole text; those too large are not tried. */
  private static Match fits(String pattern, String text) {
    if (pattern.isEmpty() || pattern.equals(".*") || pattern.equals(text)) {
      return Match.YES;
    }
    if (literal(pattern)) {
      return Match.NO;
    }
    if (!PatternRepeats.isBearable(pattern)) {
      return Match.UNKNOWN;
    }
    try {
      return Pattern.compile("^(?:" + pattern + ")$").matches(text) ? Match.YES : Match.NO;
    } catch (PatternSyntaxException unsupported) {
      return Match.UNKNOWN;
    }
  }

  private static Match fitsAny(String pattern, List<String> texts) {
    Match match = Match.NO;
    for (String text : texts) {
      Match fits = fits(pattern, text);
      if (fits == Match.YES) {
        return fits;
      }
      match = fits == Match.UNKNOWN ? fits : match;
    }
    return match;
  }

  private static Match holds(String selector, Labels labels) {
    if (selector.isEmpty()) {
      return Match.YES;
    }
    LabelSelector parsed = LabelSelector.parse(selector).value();
    if (parsed == null || labels.hasUnknown()) {
      return Match.UNKNOWN;
    }
    return parsed.matches(labels.plain()) ? Match.YES : Match.NO;
  }

  private static boolean literal(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
      if (!plain) {
        return false;
      }
    }
    return true;
  }
}
