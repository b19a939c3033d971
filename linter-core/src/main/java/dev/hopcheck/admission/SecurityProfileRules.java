package dev.hopcheck.admission;

/** Seccomp and AppArmor profiles, of a pod or a container. */
final class SecurityProfileRules {
  private static final int MAX_PATH = 4095;

  private SecurityProfileRules() {}

  static void seccomp(Field profile, Causes causes) {
    if (!profile.present()) {
      return;
    }
    Field type = profile.get("type");
    switch (type.text()) {
      case "Localhost", "RuntimeDefault", "Unconfined" -> {}
      case "" -> causes.required(type, "type is required when seccompProfile is set");
      default -> causes.notSupported(type, "Localhost", "RuntimeDefault", "Unconfined");
    }
    Field local = profile.get("localhostProfile");
    if (type.text().equals("Localhost")) {
      if (local.present()) {
        PathRules.descending(local, local.path(), causes);
      } else {
        causes.required(local, "must be set when seccomp type is Localhost");
      }
    } else if (local.present()) {
      causes.invalidBare(
          local,
          "{\"Type\":\"" + type.text() + "\",\"LocalhostProfile\":\"" + local.text() + "\"}",
          "can only be set when seccomp type is Localhost");
    }
  }

  static void appArmor(Field profile, Causes causes) {
    if (!profile.present()) {
      return;
    }
    Field type = profile.get("type");
    Field local = profile.get("localhostProfile");
    switch (type.text()) {
      case "Localhost" -> localProfile(local, causes);
      case "RuntimeDefault", "Unconfined" -> {
        if (local.present()) {
          causes.invalid(local, "can only be set when AppArmor type is Localhost");
        }
      }
      case "" -> causes.required(type, "type is required when appArmorProfile is set");
      default -> causes.notSupported(type, "Localhost", "RuntimeDefault", "Unconfined");
    }
  }

  private static void localProfile(Field local, Causes causes) {
    String text = local.text();
    if (!local.present()) {
      causes.required(local, "must be set when AppArmor type is Localhost");
      return;
    }
    if (!text.equals(text.strip())) {
      causes.invalid(local, "must not be padded with whitespace");
    } else if (text.isEmpty()) {
      causes.required(local, "must be set when AppArmor type is Localhost");
    }
    if (text.length() > MAX_PATH) {
      causes.tooLong(local, MAX_PATH);
    }
  }
}
