package dev.hopcheck.admission;

import dev.hopcheck.finding.InputRule;
import java.util.List;

/** One path of an Ingress rule (ING-15 to ING-18), and through it its backend. */
final class IngressPathRules {
  private static final List<String> TYPES = List.of("Exact", "ImplementationSpecific", "Prefix");
  private static final List<String> FORBIDDEN_PARTS = List.of("//", "/./", "/../", "%2f", "%2F");
  private static final List<String> FORBIDDEN_ENDS = List.of("/..", "/.");

  private IngressPathRules() {}

  static void validate(Field entry, IngressBackendRules backends, Causes causes) {
    Field type = entry.get("pathType");
    if (!type.written()) {
      // ING-15: the server looks no further into this path.
      causes
          .required(type, "pathType must be specified")
          .rule(InputRule.INGRESS_PATH_TYPE_MISSING)
          .headline("path has no `pathType`")
          .note(IngressRules.NOT_ROUTED)
          .note("`pathType: Prefix` takes the path and all below it, `Exact` the path alone");
      return;
    }
    Field path = entry.get("path");
    switch (type.text()) {
      case "Exact", "Prefix" -> {
        absolute(path, causes);
        parts(path, causes);
      }
      case "ImplementationSpecific" -> {
        if (!path.text().isEmpty()) {
          absolute(path, causes);
        }
      }
      default -> unknownType(type, causes);
    }
    backends.validate(entry.get("backend"));
  }

  /** ING-16. */
  private static void unknownType(Field type, Causes causes) {
    causes
        .notSupported(type, TYPES)
        .headline("`" + type.text() + "` is no path type")
        .note(IngressRules.NOT_ROUTED)
        .note("path types are `Exact`, `Prefix` and `ImplementationSpecific`");
  }

  /** ING-17: an absent path is an empty one. */
  private static void absolute(Field path, Causes causes) {
    String text = path.text();
    if (text.startsWith("/")) {
      return;
    }
    Cause cause =
        causes
            .invalid(path, text, "must be an absolute path")
            .rule(InputRule.INGRESS_PATH_INVALID)
            .headline(
                text.isEmpty() ? "path is empty" : "path `" + text + "` does not begin with `/`")
            .note(IngressRules.NOT_ROUTED);
    if (text.isEmpty()) {
      cause.note("`path: /` takes every path");
    } else if (Character.isLetterOrDigit(text.charAt(0))) {
      // Anything else may be a pattern, of which the slash is not the only fault.
      cause.replaceValue("/" + text);
    }
  }

  /** ING-18: one cause for each part that could mean another path to the backend. */
  private static void parts(Field path, Causes causes) {
    String text = path.text();
    for (String part : FORBIDDEN_PARTS) {
      if (text.contains(part)) {
        causes
            .invalid(path, "must not contain '" + part + "'")
            .rule(InputRule.INGRESS_PATH_INVALID)
            .headline("path `" + text + "` contains `" + part + "`")
            .note(IngressRules.NOT_ROUTED);
      }
    }
    for (String end : FORBIDDEN_ENDS) {
      if (text.endsWith(end)) {
        causes
            .invalid(path, "cannot end with '" + end + "'")
            .rule(InputRule.INGRESS_PATH_INVALID)
            .headline("path `" + text + "` ends with `" + end + "`")
            .note(IngressRules.NOT_ROUTED);
      }
    }
  }
}
