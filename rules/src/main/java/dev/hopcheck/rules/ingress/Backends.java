package dev.hopcheck.rules.ingress;

import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Located;
import org.jspecify.annotations.Nullable;

/** What the rules about backends and classes have in common. */
final class Backends {
  /** The annotation that named the class before there was a field. */
  static final String CLASS_ANNOTATION = "kubernetes.io/ingress.class";

  private Backends() {}

  /** Whether the backend is an action that annotations define, and no Service at all. */
  static boolean isPseudo(Ingress ingress, Ingress.ServiceBackend backend) {
    boolean action =
        backend.port() != null && backend.port().value().text().equals("use-annotation");
    return action
        || ingress
            .head()
            .annotations()
            .has("alb.ingress.kubernetes.io/actions." + backend.name().value());
  }

  /** The class as written, in the field or the old annotation; null where there is none. */
  static @Nullable Located<String> className(Ingress ingress) {
    return ingress.className() != null
        ? ingress.className()
        : ingress.head().annotations().get(CLASS_ANNOTATION);
  }

  /** Whether the community's controller for nginx serves the Ingress, as far as it says. */
  static boolean isCommunityNginx(Ingress ingress) {
    Located<String> name = className(ingress);
    return (name != null && name.value().contains("nginx"))
        || hasKey(ingress.head().annotations(), "nginx.ingress.kubernetes.io/");
  }

  /** Whether an annotation's key contains the text. */
  static boolean hasKey(Labels annotations, String part) {
    for (String key : annotations.keys()) {
      if (key.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
