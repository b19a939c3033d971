package dev.hopcheck.admission;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.value.Dns1123Label;
import dev.hopcheck.value.Dns1123Subdomain;
import dev.hopcheck.value.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The spec of a pod or of a pod template (spec section 11), in the server's order. */
final class PodSpecRules {
  private static final String[] CONTAINERS = {
    "initContainers", "containers", "ephemeralContainers"
  };

  private static final String[] GATES = {"readinessGates", "schedulingGates"};
  private static final String[] PRIORITY = {
    "priorityClassName", "runtimeClassName", "preemptionPolicy"
  };

  /** The release from which on variables can be read from files. */
  private static final int FIRST_WITH_FILES = 35;

  private static final int MAX_INT = Integer.MAX_VALUE;

  private PodSpecRules() {}

  /**
   * @param podName the pod's name, from which claims of ephemeral volumes are named; empty for
   *     templates
   * @param claimTemplates names of volumes that a StatefulSet adds to each pod
   */
  static void validate(PodScope pod, String podName, List<Field> claimTemplates) {
    Field spec = pod.spec();
    if (spec.has("volumes") || !claimTemplates.isEmpty()) {
      VolumeRules.validate(pod, podName, claimTemplates);
    }
    if (spec.has("resourceClaims")) {
      ResourceClaimRules.validate(pod);
    }
    ContainerListRules.containers(pod);
    if (spec.has("initContainers")) {
      ContainerListRules.initContainers(pod);
    }
    if (spec.has("ephemeralContainers")) {
      ContainerListRules.ephemeralContainers(pod);
    }
    if (spec.has("resources") && pod.isAtLeast(34)) {
      PodResourceRules.validate(pod);
    }
    if (pod.hostNetwork()) {
      hostPorts(pod);
    }
    restartAndDns(pod);
    LabelRules.labels(spec.get("nodeSelector"), pod.causes());
    if (spec.has("securityContext")) {
      PodSecurityRules.validate(pod);
    } else {
      PodSecurityRules.sharedProcesses(pod);
    }
    if (spec.has("affinity")) {
      AffinityRules.validate(spec.get("affinity"), ownLabels(pod), pod.causes());
    }
    if (spec.has("dnsConfig") || spec.text("dnsPolicy").equals("None")) {
      DnsConfigRules.validate(pod);
    }
    if (spec.hasAny(GATES)) {
      gates(pod);
    }
    if (spec.has("topologySpreadConstraints")) {
      TopologySpreadRules.validate(pod, ownLabels(pod));
    }
    WindowsRules.hostProcess(pod);
    if (!pod.hostUsers()) {
      hostUsers(pod);
    }
    names(pod);
    if (spec.has("tolerations")) {
      TolerationRules.validate(spec.get("tolerations"), pod.causes());
    }
    if (spec.has("hostAliases")) {
      DnsConfigRules.hostAliases(pod);
    }
    if (spec.hasAny(PRIORITY)) {
      priority(pod);
    }
    if (spec.has("overhead")) {
      ResourceRules.limits(spec.get("overhead"), spec.get("overhead"), pod.causes());
    }
    if (spec.has("os")) {
      WindowsRules.os(pod);
    }
    if (pod.isAtLeast(FIRST_WITH_FILES)) {
      environmentFiles(pod);
    }
  }

  private static Set<String> ownLabels(PodScope pod) {
    Set<String> keys = new HashSet<>();
    Field object = pod.spec().parent();
    if (pod.isPod() && object != null) {
      for (Field label : object.get("metadata").entries("labels")) {
        keys.add(label.name());
      }
    }
    return keys;
  }

  /** POD-14: on the node's network a port cannot be mapped to another. */
  private static void hostPorts(PodScope pod) {
    for (Field container : pod.spec().items("containers")) {
      for (Field port : container.items("ports")) {
        Field hostPort = port.get("hostPort");
        long host = hostPort.number();
        boolean checked = pod.isPod() || host != 0;
        if (checked && host != port.number("containerPort")) {
          pod.causes()
              .invalidNumber(
                  hostPort, host, "must match `containerPort` when `hostNetwork` is true")
              .about(port.get("containerPort"))
              .rule(InputRule.HOST_PORT_CONFLICT)
              .headline(
                  "with `hostNetwork` the host port `"
                      + host
                      + "` must equal `containerPort`, which is `"
                      + port.number("containerPort")
                      + "`");
        }
      }
    }
  }

  private static void restartAndDns(PodScope pod) {
    Field restart = pod.spec().get("restartPolicy");
    switch (restart.text()) {
      case "Always", "OnFailure", "Never" -> {}
      default -> pod.causes().notSupported(restart, "Always", "OnFailure", "Never");
    }
    Field dns = pod.spec().get("dnsPolicy");
    switch (dns.text()) {
      case "ClusterFirstWithHostNet", "ClusterFirst", "Default", "None" -> {}
      default ->
          pod.causes()
              .notSupported(dns, "ClusterFirstWithHostNet", "ClusterFirst", "Default", "None")
              .headline("`" + dns.text() + "` is no DNS policy");
    }
  }

  /** POD-46 and scheduling gates, whose path ends at the index. */
  private static void gates(PodScope pod) {
    for (Field gate : pod.spec().items("readinessGates")) {
      Field type = gate.get("conditionType");
      pod.causes().invalidEach(type, QualifiedName.errors(type.text()));
    }
    List<Field> scheduling = pod.spec().items("schedulingGates");
    if (scheduling.isEmpty()) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (Field gate : scheduling) {
      Field name = gate.get("name");
      for (String error : QualifiedName.errors(name.text())) {
        pod.causes().invalid(name, error).path(gate.path());
      }
      if (!seen.add(name.text())) {
        pod.causes().duplicate(name, name.text()).path(gate.path());
      }
    }
  }

  /** POD-47: a user namespace of its own does not go with the node's other namespaces. */
  private static void hostUsers(PodScope pod) {
    String[] fields = {"hostNetwork", "hostPID", "hostIPC"};
    String[] shown = {"hostNetwork", "HostPID", "HostIPC"};
    for (int i = 0; i < fields.length; i++) {
      Field field = pod.spec().get(fields[i]);
      if (field.flag()) {
        pod.causes()
            .forbidden(field, "when `hostUsers` is false")
            .path(pod.spec().path() + "." + shown[i]);
      }
    }
    for (String list : CONTAINERS) {
      for (Field container : pod.spec().items(list)) {
        Field devices = container.get("volumeDevices");
        if (devices.size() > 0) {
          pod.causes().forbidden(devices, "when `hostUsers` is false");
        }
      }
    }
  }

  /** Variables that are read from a file: it must lie on a volume that the pod itself fills. */
  private static void environmentFiles(PodScope pod) {
    Map<String, Field> volumes = null;
    for (String list : CONTAINERS) {
      for (Field container : pod.spec().items(list)) {
        for (Field variable : container.items("env")) {
          if (!variable.has("valueFrom") || !variable.get("valueFrom").has("fileKeyRef")) {
            continue;
          }
          volumes = volumes == null ? volumesByName(pod) : volumes;
          Field file = variable.get("valueFrom").get("fileKeyRef");
          environmentFile(file.get("volumeName"), volumes, pod.causes());
        }
      }
    }
  }

  private static Map<String, Field> volumesByName(PodScope pod) {
    Map<String, Field> volumes = new HashMap<>();
    for (Field volume : pod.spec().items("volumes")) {
      volumes.put(volume.text("name"), volume);
    }
    return volumes;
  }

  private static void environmentFile(Field name, Map<String, Field> volumes, Causes causes) {
    Field volume = volumes.get(name.text());
    if (volume == null) {
      causes.notFound(name, name.text());
    } else if (!volume.present("emptyDir")) {
      causes.invalid(name, "referenced volume must be of type emptyDir");
    }
  }

  private static void names(PodScope pod) {
    Field spec = pod.spec();
    Causes causes = pod.causes();
    serviceAccount(spec, causes);
    subdomain(spec.get("nodeName"), causes);
    Field deadline = spec.get("activeDeadlineSeconds");
    if (deadline.present() && (deadline.number() < 1 || deadline.number() > MAX_INT)) {
      causes.invalidNumber(
          deadline, deadline.number(), "must be between 1 and 2147483647, inclusive");
    }
    Field hostname = spec.get("hostname");
    boolean replaced = pod.isOfStatefulSet();
    if (!replaced && !hostname.text().isEmpty()) {
      causes.invalidEach(hostname, Dns1123Label.errors(hostname.text()));
    }
    Field subdomain = spec.get("subdomain");
    if (!replaced && !subdomain.text().isEmpty()) {
      causes.invalidEach(subdomain, Dns1123Label.errors(subdomain.text()));
    }
    if (spec.has("hostnameOverride")) {
      hostnameOverride(pod);
    }
  }

  /** The older field counts where the newer one is empty. */
  private static void serviceAccount(Field spec, Causes causes) {
    Field name = spec.get("serviceAccountName");
    Field older = spec.get("serviceAccount");
    if (!name.text().isEmpty() || older.text().isEmpty()) {
      subdomain(name, causes);
      return;
    }
    for (String error : Dns1123Subdomain.errors(older.text())) {
      causes.invalid(older, error).path(name.path());
    }
  }

  private static void subdomain(Field field, Causes causes) {
    if (!field.text().isEmpty()) {
      causes.invalidEach(field, Dns1123Subdomain.errors(field.text()));
    }
  }

  /** POD-33, POD-34; before 1.35 the server drops the field. */
  private static void hostnameOverride(PodScope pod) {
    Field override = pod.spec().get("hostnameOverride");
    if (!pod.isAtLeast(35)) {
      return;
    }
    if (pod.spec().flag("setHostnameAsFQDN")) {
      pod.causes().forbidden(override, "may not be specified when setHostnameAsFQDN is true");
    }
    if (pod.hostNetwork()) {
      pod.causes().forbidden(override, "may not be specified when hostNetwork is true");
    }
    if (override.text().getBytes(StandardCharsets.UTF_8).length > 64) {
      pod.causes().tooLong(override, 64);
    }
    pod.causes().invalidEach(override, Dns1123Subdomain.errors(override.text()));
  }

  private static void priority(PodScope pod) {
    Causes causes = pod.causes();
    subdomain(pod.spec().get("priorityClassName"), causes);
    Field runtimeClass = pod.spec().get("runtimeClassName");
    if (runtimeClass.present()) {
      causes.invalidEach(runtimeClass, Dns1123Subdomain.errors(runtimeClass.text()));
    }
    Field preemption = pod.spec().get("preemptionPolicy");
    if (!preemption.present()) {
      return;
    }
    switch (preemption.text()) {
      case "PreemptLowerPriority", "Never" -> {}
      case "" -> causes.required(preemption, "");
      default -> causes.notSupported(preemption, "PreemptLowerPriority", "Never");
    }
  }
}
