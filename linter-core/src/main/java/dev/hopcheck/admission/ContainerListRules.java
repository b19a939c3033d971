package dev.hopcheck.admission;

import dev.hopcheck.finding.InputRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lists of containers in a pod spec: what each kind of container may have, and their names. */
final class ContainerListRules {
  private static final String[] SIDECAR_ONLY = {
    "lifecycle", "livenessProbe", "readinessProbe", "startupProbe"
  };

  /** What an ephemeral container may never have. */
  private static final String[] NOT_EPHEMERAL = {
    "ports",
    "resources",
    "resizePolicy",
    "restartPolicy",
    "restartPolicyRules",
    "livenessProbe",
    "readinessProbe",
    "startupProbe",
    "lifecycle"
  };

  private static final String[] RESTART = {"restartPolicy", "restartPolicyRules"};

  private ContainerListRules() {}

  /** POD-02 to POD-05. */
  static void containers(PodScope pod) {
    Field list = pod.spec().get("containers");
    Causes causes = pod.causes();
    List<Field> containers = list.items();
    if (containers.isEmpty()) {
      causes.required(list, "").headline("the pod has no containers");
      return;
    }
    Set<String> names = new HashSet<>();
    for (Field container : containers) {
      ContainerRules.validate(container, pod);
      Field name = container.get("name");
      if (!names.add(name.text())) {
        causes.duplicate(name, name.text());
      }
      ProbeRules.ofContainer(container, pod);
      restartPolicy(container, pod);
    }
    hostPortsOnce(containers, null, causes);
  }

  /** POD-29: init containers, and those among them that run beside the others (sidecars). */
  static void initContainers(PodScope pod) {
    Field list = pod.spec().get("initContainers");
    Causes causes = pod.causes();
    Set<String> names = new HashSet<>();
    for (Field container : pod.spec().items("containers")) {
      names.add(container.text("name"));
    }
    for (Field container : list.items()) {
      ContainerRules.validate(container, pod);
      boolean sidecar = initRestartPolicy(container, pod);
      Field name = container.get("name");
      if (names.contains(name.text())) {
        causes.duplicate(name, name.text());
      } else if (!name.text().isEmpty()) {
        names.add(name.text());
      }
      // Init containers run one by one; the server counts each as the first of its list.
      hostPortsOnce(List.of(container), list.path() + "[0]", causes);
      if (sidecar) {
        ProbeRules.ofContainer(container, pod);
      } else {
        notInPlainInit(container, causes);
      }
    }
  }

  private static void notInPlainInit(Field container, Causes causes) {
    for (String field : SIDECAR_ONLY) {
      if (container.present(field) && !onlyStopSignal(container.get(field))) {
        causes
            .forbidden(
                container.get(field),
                "may not be set for init containers without restartPolicy=Always")
            .about(container.get("restartPolicy"))
            .headline("an init container that ends by itself has no `" + field + "`")
            .note("a sidecar is an init container with `restartPolicy: Always`");
      }
    }
  }

  /** A stop signal is dropped, its gate being off, and a lifecycle of nothing else with it. */
  private static boolean onlyStopSignal(Field field) {
    return field.present("stopSignal") && !field.present("preStop") && !field.present("postStart");
  }

  /** Returns whether the init container is a sidecar. */
  private static boolean initRestartPolicy(Field container, PodScope pod) {
    Field policy = container.get("restartPolicy");
    boolean supported = pod.isAtLeast(29);
    if (!supported) {
      return false;
    }
    if (pod.isAtLeast(35)) {
      RestartRules.ofInit(container, pod.isAtLeast(36), pod.causes());
    } else if (policy.present() && !policy.text().equals("Always")) {
      pod.causes().notSupported(policy, "Always");
    }
    return policy.text().equals("Always");
  }

  /** Restart rules of a container, on by default from 1.35. */
  private static void restartPolicy(Field container, PodScope pod) {
    Field policy = container.get("restartPolicy");
    if (!pod.isAtLeast(35)) {
      if (policy.present() && pod.isAtLeast(29)) {
        pod.causes().forbidden(policy, "may not be set for non-init containers");
      }
      return;
    }
    if (container.hasAny(RESTART)) {
      RestartRules.validate(container, pod.isAtLeast(36), pod.causes());
    }
  }

  /** POD-16: debugging containers, checked although a new pod may not have them. */
  static void ephemeralContainers(PodScope pod) {
    Causes causes = pod.causes();
    Set<String> others = new HashSet<>();
    for (String list : new String[] {"containers", "initContainers"}) {
      for (Field container : pod.spec().items(list)) {
        others.add(container.text("name"));
      }
    }
    Set<String> all = new HashSet<>(others);
    for (Field container : pod.spec().items("ephemeralContainers")) {
      ContainerRules.validate(container, pod);
      ContainerRules.imageForPod(container, causes);
      Field name = container.get("name");
      if (!all.add(name.text())) {
        causes.duplicate(name, name.text());
      }
      Field target = container.get("targetContainerName");
      if (!target.text().isEmpty() && !others.contains(target.text())) {
        causes.notFound(target, target.text());
      }
      notInEphemeral(container, causes);
    }
  }

  private static void notInEphemeral(Field container, Causes causes) {
    String detail = "cannot be set for an Ephemeral Container";
    for (String name : NOT_EPHEMERAL) {
      Field field = container.get(name);
      // An empty list is set as well.
      boolean set = name.equals("resources") ? holdsAny(field) : field.present();
      if (set) {
        causes.forbidden(field, detail);
      }
    }
    for (Field mount : container.items("volumeMounts")) {
      for (String name : new String[] {"subPath", "subPathExpr"}) {
        if (!mount.text(name).isEmpty()) {
          causes.forbidden(mount.get(name), detail);
        }
      }
    }
  }

  private static boolean holdsAny(Field resources) {
    return resources.present("limits")
        || resources.present("requests")
        || resources.present("claims");
  }

  /**
   * POD-13: a port of the node only once.
   *
   * @param as the path of the container as the server counts it, or null for its own
   */
  private static void hostPortsOnce(List<Field> containers, @Nullable String as, Causes causes) {
    Set<String> taken = null;
    for (Field container : containers) {
      List<Field> ports = container.items("ports");
      for (int i = 0; i < ports.size(); i++) {
        Field hostPort = ports.get(i).get("hostPort");
        if (hostPort.number() == 0) {
          continue;
        }
        String key = hostPortKey(ports.get(i), hostPort);
        taken = taken == null ? new HashSet<>() : taken;
        if (!taken.add(key)) {
          Cause cause = takenTwice(hostPort, key, causes);
          if (as != null) {
            cause.path(as + ".ports[" + i + "].hostPort");
          }
        }
      }
    }
  }

  private static String hostPortKey(Field port, Field hostPort) {
    return port.text("protocol") + "/" + port.text("hostIP") + "/" + hostPort.number();
  }

  private static Cause takenTwice(Field hostPort, String key, Causes causes) {
    return causes
        .duplicate(hostPort, key)
        .rule(InputRule.HOST_PORT_CONFLICT)
        .headline("host port `" + hostPort.number() + "` is taken twice in this pod");
  }
}
