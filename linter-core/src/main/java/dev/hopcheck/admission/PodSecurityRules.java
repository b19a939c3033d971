package dev.hopcheck.admission;

import java.util.HashSet;
import java.util.Set;

/** The security context of a pod, with those of its fields that stand in the spec itself. */
final class PodSecurityRules {
  private static final int MAX_SYSCTL = 253;
  private static final String SYSCTL_REGEX =
      "must have at most 253 characters and match regex"
          + " ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$";

  private PodSecurityRules() {}

  static void validate(PodScope pod) {
    Causes causes = pod.causes();
    Field context = pod.spec().get("securityContext");
    ContainerSecurityRules.id(context.get("fsGroup"), causes);
    ContainerSecurityRules.id(context.get("runAsUser"), causes);
    ContainerSecurityRules.id(context.get("runAsGroup"), causes);
    for (Field group : context.items("supplementalGroups")) {
      long id = group.number();
      if (id < 0 || id > Integer.MAX_VALUE) {
        causes.invalidNumber(group, id, "must be between 0 and 2147483647, inclusive");
      }
    }
    sharedProcesses(pod);
    sysctls(context.get("sysctls"), pod);
    Field fsGroupPolicy = context.get("fsGroupChangePolicy");
    if (fsGroupPolicy.present()) {
      oneOf(fsGroupPolicy, causes, "Always", "OnRootMismatch");
    }
    SecurityProfileRules.seccomp(context.get("seccompProfile"), causes);
    WindowsRules.options(context.get("windowsOptions"), causes);
    SecurityProfileRules.appArmor(context.get("appArmorProfile"), causes);
    Field groups = context.get("supplementalGroupsPolicy");
    if (groups.present() && pod.isAtLeast(33)) {
      oneOf(groups, causes, "Merge", "Strict");
    }
    seLinuxChangePolicy(context.get("seLinuxChangePolicy"), pod);
  }

  /** What is said of a pod without a security context too. */
  static void sharedProcesses(PodScope pod) {
    Field share = pod.spec().get("shareProcessNamespace");
    if (share.flag() && pod.spec().flag("hostPID")) {
      pod.causes()
          .invalidBare(share, "true", "ShareProcessNamespace and HostPID cannot both be enabled")
          .path(pod.spec().path() + ".securityContext.shareProcessNamespace");
    }
  }

  private static void seLinuxChangePolicy(Field policy, PodScope pod) {
    if (!policy.present() || !pod.isAtLeast(33)) {
      return;
    }
    oneOf(policy, pod.causes(), "MountOption", "Recursive");
  }

  private static void oneOf(Field field, Causes causes, String first, String second) {
    if (!field.text().equals(first) && !field.text().equals(second)) {
      causes.notSupported(field, first, second);
    }
  }

  private static void sysctls(Field list, PodScope pod) {
    Causes causes = pod.causes();
    Set<String> seen = new HashSet<>();
    for (Field sysctl : list.items()) {
      Field name = sysctl.get("name");
      String text = name.text();
      if (text.isEmpty()) {
        causes.required(name, "");
      } else if (!isSysctl(text)) {
        causes.invalid(name, SYSCTL_REGEX);
      } else if (seen.contains(text)) {
        causes.duplicate(name, text);
      }
      String normal = normalized(text);
      if (pod.hostNetwork() && normal.startsWith("net.")) {
        causes.invalid(name, "may not be specified when 'hostNetwork' is true");
      } else if (pod.spec().flag("hostIPC") && isIpc(normal)) {
        causes.invalid(name, "may not be specified when 'hostIPC' is true");
      }
      seen.add(text);
    }
  }

  private static boolean isIpc(String sysctl) {
    return sysctl.startsWith("kernel.shm")
        || sysctl.startsWith("kernel.msg")
        || sysctl.startsWith("fs.mqueue.")
        || sysctl.equals("kernel.sem");
  }

  /** Names are written with dots or slashes; the first of them says which of the two separates. */
  private static String normalized(String name) {
    int dot = name.indexOf('.');
    int slash = name.indexOf('/');
    if (slash < 0 || (dot >= 0 && dot < slash)) {
      return name;
    }
    StringBuilder text = new StringBuilder(name);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      text.setCharAt(i, c == '/' ? '.' : c == '.' ? '/' : c);
    }
    return text.toString();
  }

  private static boolean isSysctl(String name) {
    if (name.length() > MAX_SYSCTL) {
      return false;
    }
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      boolean ends = i == name.length() || name.charAt(i) == '.' || name.charAt(i) == '/';
      if (!ends) {
        char c = name.charAt(i);
        if (!isAlphanumeric(c) && c != '-' && c != '_') {
          return false;
        }
        continue;
      }
      boolean edges =
          i > start && isAlphanumeric(name.charAt(start)) && isAlphanumeric(name.charAt(i - 1));
      if (!edges) {
        return false;
      }
      start = i + 1;
    }
    return true;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
