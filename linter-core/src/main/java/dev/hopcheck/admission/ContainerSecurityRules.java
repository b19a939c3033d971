package dev.hopcheck.admission;

/** The security context of a container. */
final class ContainerSecurityRules {
  private static final String[] IDS = {"runAsUser", "runAsGroup"};

  private ContainerSecurityRules() {}

  static void validate(Field context, PodScope pod) {
    Causes causes = pod.causes();
    if (context.hasAny(IDS)) {
      id(context.get("runAsUser"), causes);
      id(context.get("runAsGroup"), causes);
    }
    if (context.has("procMount")) {
      procMount(context.get("procMount"), pod);
    }
    if (context.has("seccompProfile")) {
      SecurityProfileRules.seccomp(context.get("seccompProfile"), causes);
    }
    escalation(context, causes);
    if (context.has("windowsOptions")) {
      WindowsRules.options(context.get("windowsOptions"), causes);
    }
    if (context.has("appArmorProfile")) {
      SecurityProfileRules.appArmor(context.get("appArmorProfile"), causes);
    }
  }

  /** A user or group. */
  static void id(Field id, Causes causes) {
    if (id.present() && (id.number() < 0 || id.number() > Integer.MAX_VALUE)) {
      causes.invalidNumber(id, id.number(), "must be between 0 and 2147483647, inclusive");
    }
  }

  /** Before 1.33 the server drops the field. */
  private static void procMount(Field mount, PodScope pod) {
    if (!mount.present() || !pod.isAtLeast(33)) {
      return;
    }
    switch (mount.text()) {
      case "Default", "Unmasked" -> {}
      default -> pod.causes().notSupported(mount, "Default", "Unmasked");
    }
    if (pod.hostUsers() && mount.text().equals("Unmasked")) {
      pod.causes().invalid(mount, "`hostUsers` must be false to use `Unmasked`");
    }
  }

  private static void escalation(Field context, Causes causes) {
    Field allowed = context.get("allowPrivilegeEscalation");
    if (!allowed.present() || allowed.flag()) {
      return;
    }
    if (context.flag("privileged") || context.has("capabilities")) {
      escalatesAnyway(context, causes);
    }
  }

  private static void escalatesAnyway(Field context, Causes causes) {
    if (context.flag("privileged")) {
      causes.invalidBare(
          context,
          JsonText.of(context),
          "cannot set `allowPrivilegeEscalation` to false and `privileged` to true");
    }
    for (Field capability : context.get("capabilities").items("add")) {
      if (capability.text().equals("CAP_SYS_ADMIN")) {
        causes
            .invalidBare(
                context,
                JsonText.of(context),
                "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add`"
                    + " CAP_SYS_ADMIN")
            .at(capability.location());
      }
    }
  }
}
