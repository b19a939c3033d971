package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server checks of a PriorityClass (scheduling.k8s.io/v1). */
final class PriorityClassRules implements Validator {
  private static final String SYSTEM = "system-";
  private static final long HIGHEST_OF_USERS = 1_000_000_000L;
  private static final List<String> PREEMPTION = List.of("Never", "PreemptLowerPriority");

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.SUBDOMAIN, Scope.CLUSTER, causes);
    Field root = object.root();
    Field name = root.get("metadata", "name");
    Field value = root.get("value");
    String effective = ObjectMetaRules.effectiveName(root.get("metadata"));
    if (effective.startsWith(SYSTEM)) {
      String error = systemError(effective, value.number(), root.flag("globalDefault"));
      if (error != null) {
        causes
            .forbidden(
                name,
                "priority class names with '"
                    + SYSTEM
                    + "' prefix are reserved for system use only. error: "
                    + error)
            .headline("`" + effective + "`: names with `" + SYSTEM + "` are Kubernetes' own");
      }
    } else if (value.number() > HIGHEST_OF_USERS) {
      causes
          .forbidden(
              value, "maximum allowed value of a user defined priority is " + HIGHEST_OF_USERS)
          .headline("priority " + value.text() + " is above " + HIGHEST_OF_USERS);
    }
    Field preemption = root.get("preemptionPolicy");
    if (preemption.present() && !PREEMPTION.contains(preemption.text())) {
      if (preemption.text().isEmpty()) {
        causes.required(preemption, "");
      } else {
        causes.notSupported(preemption, PREEMPTION);
      }
    }
  }

  /** The two classes that the server makes itself may be given as it makes them. */
  private static @Nullable String systemError(String name, long value, boolean globalDefault) {
    long expected;
    switch (name) {
      case "system-cluster-critical" -> expected = 2_000_000_000L;
      case "system-node-critical" -> expected = 2_000_001_000L;
      default -> {
        return name + " is not a known system priority class";
      }
    }
    if (value != expected) {
      return "value of " + name + " PriorityClass must be " + expected;
    }
    return globalDefault ? "globalDefault of " + name + " PriorityClass must be false" : null;
  }
}
