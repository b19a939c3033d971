package dev.hopcheck.admission;

import org.jspecify.annotations.Nullable;

/** Annotations of a pod that the server understands. */
final class PodAnnotationRules {
  private static final String MIRROR = "kubernetes.io/config.mirror";
  private static final String DELETION_COST = "controller.kubernetes.io/pod-deletion-cost";
  private static final String SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
  private static final String SECCOMP_CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";
  private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";

  private PodAnnotationRules() {}

  /** Whether a key may be one that the server understands. */
  private static boolean isOfServer(String key) {
    return key.startsWith("container.")
        || key.equals(SECCOMP_POD)
        || key.equals(MIRROR)
        || key.equals(DELETION_COST);
  }

  private static boolean holdsAny(Field annotations) {
    for (Field entry : annotations.entries()) {
      if (isOfServer(entry.name())) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param base the field under which the server names the annotations, by {@code tail}
   */
  static void validate(Field annotations, Field base, String tail, PodScope pod) {
    if (holdsAny(annotations)) {
      validate(annotations, base.path() + tail, pod);
    }
  }

  private static void validate(Field annotations, String path, PodScope pod) {
    for (Field entry : annotations.entries()) {
      String key = entry.name();
      String keyed = path + "[" + key + "]";
      if (key.equals(MIRROR) && pod.spec().text("nodeName").isEmpty()) {
        pod.causes()
            .invalid(entry, "must set spec.nodeName if mirror pod annotation is set")
            .path(keyed);
      }
      if (key.equals(DELETION_COST) && !isInt32(entry.text())) {
        pod.causes().invalid(entry, "must be a 32bit integer").path(keyed);
      }
    }
    for (Field entry : annotations.entries()) {
      if (entry.name().equals(SECCOMP_POD) || entry.name().startsWith(SECCOMP_CONTAINER)) {
        seccomp(entry, path + "." + entry.name(), pod.causes());
      }
    }
    for (Field entry : annotations.entries()) {
      if (entry.name().startsWith(APP_ARMOR)) {
        appArmor(entry, path + "[" + entry.name() + "]", pod);
      }
    }
  }

  private static void seccomp(Field entry, String path, Causes causes) {
    String profile = entry.text();
    switch (profile) {
      case "runtime/default", "docker/default", "unconfined" -> {}
      default -> {
        if (!profile.startsWith("localhost/")) {
          causes.invalid(entry, "must be a valid seccomp profile").path(path);
          return;
        }
        String file = profile.substring("localhost/".length());
        if (file.startsWith("/")) {
          causes.invalid(entry, file, "must be a relative path").path(path);
        }
        if (PathRules.stepsBack(file)) {
          causes.invalid(entry, file, "must not contain '..'").path(path);
        }
      }
    }
  }

  private static void appArmor(Field entry, String path, PodScope pod) {
    String container = entry.name().substring(APP_ARMOR.length());
    boolean exists = false;
    for (String list : PodScope.containerLists()) {
      for (Field item : pod.spec().items(list)) {
        exists |= item.text("name").equals(container);
      }
    }
    if (!exists) {
      pod.causes().invalid(entry, container, "container not found").path(path);
    }
    switch (entry.text()) {
      case "", "runtime/default", "unconfined" -> {}
      default -> {
        if (!entry.text().startsWith("localhost/")) {
          pod.causes()
              .invalid(entry, "invalid AppArmor profile name: \"" + entry.text() + "\"")
              .path(path);
        }
      }
    }
  }

  /** Where an annotation and a field say the same, they must say it alike. */
  static void matchFields(Field annotations, PodScope pod) {
    if (holdsAny(annotations)) {
      matchEach(annotations, pod);
    }
  }

  private static void matchEach(Field annotations, PodScope pod) {
    Field ofPod = pod.spec().get("securityContext");
    seccompMatches(value(annotations, SECCOMP_POD), ofPod.get("seccompProfile"), pod.causes());
    boolean windows = pod.spec().get("os").text("name").equals("windows");
    for (String list : PodScope.containerLists()) {
      for (Field container : pod.spec().items(list)) {
        String name = container.text("name");
        Field own = container.get("securityContext");
        seccompMatches(
            value(annotations, SECCOMP_CONTAINER + name), own.get("seccompProfile"), pod.causes());
        if (!windows) {
          Field profile = own.get("appArmorProfile");
          appArmorMatches(
              value(annotations, APP_ARMOR + name),
              profile.present() ? profile : ofPod.get("appArmorProfile"),
              profile,
              pod.causes());
        }
      }
    }
  }

  private static @Nullable String value(Field annotations, String key) {
    for (Field entry : annotations.entries()) {
      if (entry.name().equals(key)) {
        return entry.text();
      }
    }
    return null;
  }

  private static void seccompMatches(@Nullable String annotation, Field profile, Causes causes) {
    if (annotation == null || !profile.present()) {
      return;
    }
    boolean same =
        switch (profile.text("type")) {
          case "Unconfined" -> annotation.equals("unconfined");
          case "RuntimeDefault" ->
              annotation.equals("runtime/default") || annotation.equals("docker/default");
          case "Localhost" -> annotation.startsWith("localhost/");
          default -> true;
        };
    Field local = profile.get("localhostProfile");
    if (!same) {
      causes.forbidden(profile.get("type"), "seccomp type in annotation and field must match");
    } else if (isOther(annotation, profile, local)) {
      causes.forbidden(local, "seccomp profile in annotation and field must match");
    }
  }

  private static boolean isOther(String annotation, Field profile, Field local) {
    return profile.text("type").equals("Localhost")
        && !(local.present() && annotation.equals("localhost/" + local.text()));
  }

  private static void appArmorMatches(
      @Nullable String annotation, Field profile, Field blamed, Causes causes) {
    if (annotation == null || !profile.present()) {
      return;
    }
    boolean same =
        switch (profile.text("type")) {
          case "Unconfined" -> annotation.equals("unconfined");
          case "RuntimeDefault" -> annotation.equals("runtime/default");
          case "Localhost" -> annotation.startsWith("localhost/");
          default -> true;
        };
    if (!same) {
      causes.forbidden(blamed.get("type"), "apparmor type in annotation and field must match");
    } else if (isOther(annotation, profile, profile.get("localhostProfile"))) {
      causes.forbidden(
          blamed.get("localhostProfile"), "apparmor profile in annotation and field must match");
    }
  }

  private static boolean isInt32(String text) {
    if (text.isEmpty() || text.startsWith("+") || (text.startsWith("0") && text.length() > 1)) {
      return false;
    }
    try {
      Integer.parseInt(text);
      return true;
    } catch (NumberFormatException notInt) {
      return false;
    }
  }
}
