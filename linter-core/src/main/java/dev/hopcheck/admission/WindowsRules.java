package dev.hopcheck.admission;

import dev.hopcheck.value.Dns1123Subdomain;
import java.nio.charset.StandardCharsets;

/** The system of a pod's nodes, and what only one of them knows. */
final class WindowsRules {
  private static final String NOT_ON_WINDOWS = "cannot be set for a windows pod";
  private static final String NOT_ON_LINUX = "windows options cannot be set for a linux pod";
  private static final int MAX_GMSA = 64 * 1024;

  /** Fields of the pod's security context that Windows does not know, in the server's order. */
  private static final String[] POD_CONTEXT = {"appArmorProfile", "seLinuxOptions"};

  private static final String[] POD_CONTEXT_MORE = {
    "runAsUser",
    "runAsGroup",
    "supplementalGroups",
    "supplementalGroupsPolicy",
    "seLinuxChangePolicy"
  };

  private static final String[] CONTAINER_CONTEXT = {
    "appArmorProfile",
    "seLinuxOptions",
    "seccompProfile",
    "capabilities",
    "readOnlyRootFilesystem",
    "privileged",
    "allowPrivilegeEscalation",
    "procMount",
    "runAsUser",
    "runAsGroup"
  };

  private WindowsRules() {}

  static void os(PodScope pod) {
    Field os = pod.spec().get("os");
    if (!os.present()) {
      return;
    }
    Field name = os.get("name");
    switch (name.text()) {
      case "" -> pod.causes().required(name, pod.isAtLeast(36) ? "" : "cannot be empty");
      case "linux" -> notOnLinux(pod);
      case "windows" -> notOnWindows(pod);
      default -> pod.causes().notSupported(name, "linux", "windows").path(os.path());
    }
  }

  private static void notOnLinux(PodScope pod) {
    Field options = pod.spec().get("securityContext").get("windowsOptions");
    if (options.present()) {
      pod.causes().forbidden(options, NOT_ON_LINUX);
    }
    for (String list : PodScope.containerLists()) {
      for (Field container : pod.spec().items(list)) {
        Field own = container.get("securityContext").get("windowsOptions");
        if (own.present()) {
          pod.causes().forbidden(own, NOT_ON_LINUX);
        }
      }
    }
  }

  private static void notOnWindows(PodScope pod) {
    Causes causes = pod.causes();
    Field spec = pod.spec();
    Field context = spec.get("securityContext");
    forbid(context, POD_CONTEXT, causes);
    if (spec.present("hostUsers")) {
      causes.forbidden(spec.get("hostUsers"), NOT_ON_WINDOWS);
    }
    for (String flag : new String[] {"hostPID", "hostIPC"}) {
      if (spec.flag(flag)) {
        causes.forbidden(spec.get(flag), NOT_ON_WINDOWS);
      }
    }
    forbid(context, new String[] {"seccompProfile", "fsGroup", "fsGroupChangePolicy"}, causes);
    if (context.size("sysctls") > 0) {
      causes.forbidden(context.get("sysctls"), NOT_ON_WINDOWS);
    }
    if (spec.present("shareProcessNamespace")) {
      causes.forbidden(spec.get("shareProcessNamespace"), NOT_ON_WINDOWS);
    }
    forbid(context, POD_CONTEXT_MORE, causes);
    for (String list : PodScope.containerLists()) {
      for (Field container : spec.items(list)) {
        forbid(container.get("securityContext"), CONTAINER_CONTEXT, causes);
      }
    }
  }

  private static void forbid(Field owner, String[] names, Causes causes) {
    for (String name : names) {
      if (owner.present(name)) {
        causes.forbidden(owner.get(name), NOT_ON_WINDOWS);
      }
    }
  }

  /** Either all containers run as processes of the node, and on its network, or none. */
  static void hostProcess(PodScope pod) {
    if (hasOptions(pod)) {
      allOrNone(pod);
    }
  }

  private static boolean hasOptions(PodScope pod) {
    boolean any = pod.spec().get("securityContext").has("windowsOptions");
    for (String list : PodScope.containerLists()) {
      for (Field container : pod.spec().items(list)) {
        any |=
            container.has("securityContext")
                && container.get("securityContext").has("windowsOptions");
      }
    }
    return any;
  }

  private static void allOrNone(PodScope pod) {
    Causes causes = pod.causes();
    Field ofPod = pod.spec().get("securityContext").get("windowsOptions").get("hostProcess");
    int count = 0;
    int hostProcesses = 0;
    for (String list : PodScope.containerLists()) {
      for (Field container : pod.spec().items(list)) {
        count++;
        Field own = container.get("securityContext").get("windowsOptions").get("hostProcess");
        if (ofPod.present() && own.present() && ofPod.flag() != own.flag()) {
          causes.invalidBare(
              own,
              own.text(),
              "pod hostProcess value must be identical if both are specified, was " + ofPod.flag());
        }
        if (own.present() ? own.flag() : ofPod.flag()) {
          hostProcesses++;
        }
      }
    }
    if (hostProcesses == 0) {
      return;
    }
    if (hostProcesses != count) {
      causes.invalid(
          pod.spec(),
          "",
          "If pod contains any hostProcess containers then all containers must be HostProcess"
              + " containers");
    }
    if (!pod.hostNetwork()) {
      causes.invalidBare(
          pod.spec().get("hostNetwork"),
          "false",
          "hostNetwork must be true if pod contains any hostProcess containers");
    }
  }

  /** Options of a pod or a container. */
  static void options(Field options, Causes causes) {
    Field specName = options.get("gmsaCredentialSpecName");
    if (specName.present()) {
      causes.invalidEach(specName, Dns1123Subdomain.errors(specName.text()));
    }
    Field spec = options.get("gmsaCredentialSpec");
    if (spec.present()) {
      if (spec.text().isEmpty()) {
        causes.invalid(spec, "gmsaCredentialSpec cannot be an empty string");
      } else if (spec.text().getBytes(StandardCharsets.UTF_8).length > MAX_GMSA) {
        causes.invalid(spec, "gmsaCredentialSpec size must be under 64 KiB");
      }
    }
    Field user = options.get("runAsUserName");
    if (user.present()) {
      causes.invalidEach(user, WindowsUserName.errors(user.text()));
    }
  }
}
