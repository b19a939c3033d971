package dev.hopcheck.rules.externalname;

import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A target within the cluster that an alias names in full.
 *
 * @param service the first label
 * @param namespace the second label
 */
record Alias(String service, String namespace) {
  private static final String ZONE = ".svc.cluster.local";

  /** What an ExternalName Service names; null where it is none, or nothing can be said of it. */
  static @Nullable Located<String> targetOf(Service service, Inspection in) {
    Located<String> target = service.externalName();
    boolean known = target != null && target.known() && service.type().known();
    return known && service.isExternalName() && !in.isBroken(service) ? target : null;
  }

  /** The name without its final dot, which the server drops, in lower case. */
  static String plain(Located<String> target) {
    String text = target.value().toLowerCase(Locale.ROOT);
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /** The Service in the cluster's own zone; null for other names, those of pods included. */
  static @Nullable Alias of(Located<String> target) {
    String name = plain(target);
    if (!name.endsWith(ZONE)) {
      return null;
    }
    String front = name.substring(0, name.length() - ZONE.length());
    int dot = front.indexOf('.');
    return dot <= 0 || dot != front.lastIndexOf('.')
        ? null
        : new Alias(front.substring(0, dot), front.substring(dot + 1));
  }
}
