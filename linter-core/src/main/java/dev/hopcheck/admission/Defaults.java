package dev.hopcheck.admission;

import dev.hopcheck.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** What the server fills in before it validates (spec section 6); the one place of defaulting. */
final class Defaults {
  private Defaults() {}

  /**
   * The default of a scalar field whose owner is known, or null. For most fields an empty string or
   * a zero counts as absent, as Go's defaulting cannot tell them apart; pointers keep them.
   */
  static @Nullable String of(Field owner, String name, @Nullable YamlNode written) {
    if (written != null && !(written.isScalar() && isZero(written.scalar().text()))) {
      return null;
    }
    String type = owner.typeName();
    if (type.isEmpty()) {
      return null;
    }
    boolean absent = written == null;
    return switch (type) {
      case "ServiceSpec" -> ofService(owner, name, absent);
      case "ServicePort" -> ofServicePort(owner, name);
      case "ClientIPConfig" -> absent && name.equals("timeoutSeconds") ? "10800" : null;
      case "ContainerPort" -> ofContainerPort(owner, name);
      case "EndpointPort" -> ofEndpointPort(owner, name, absent);
      case "PodSpec" -> ofPod(name);
      case "Probe" -> ofProbe(name);
      case "HTTPGetAction" -> name.equals("path") ? "/" : name.equals("scheme") ? "HTTP" : null;
      case "DeploymentSpec" -> ofDeployment(name, absent);
      case "DeploymentStrategy" -> name.equals("type") ? "RollingUpdate" : null;
      case "StatefulSetSpec" -> ofStatefulSet(name, absent);
      case "StatefulSetUpdateStrategy", "DaemonSetUpdateStrategy" ->
          name.equals("type") ? "RollingUpdate" : null;
      case "RollingUpdateDeployment" -> absent ? "25%" : null;
      case "RollingUpdateDaemonSet" -> absent ? ofDaemonRollout(name) : null;
      case "ReplicaSetSpec", "ReplicationControllerSpec" ->
          absent && name.equals("replicas") ? "1" : null;
      case "NetworkPolicyPort" -> absent && name.equals("protocol") ? "TCP" : null;
      case "IngressClassParametersReference" -> absent && name.equals("scope") ? "Cluster" : null;
      default -> MoreDefaults.of(type, owner, name, absent);
    };
  }

  static boolean isNumber(String literal) {
    int start = literal.startsWith("-") ? 1 : 0;
    char first = literal.length() == start ? ' ' : literal.charAt(start);
    return first >= '0' && first <= '9' && literal.indexOf('%') < 0;
  }

  private static boolean isZero(String text) {
    return text.isEmpty() || text.equals("0");
  }

  private static @Nullable String ofService(Field spec, String name, boolean absent) {
    return switch (name) {
      case "type" -> "ClusterIP";
      case "sessionAffinity" -> "None";
      case "externalTrafficPolicy" -> isExternallyAccessible(spec) ? "Cluster" : null;
      case "internalTrafficPolicy" -> absent && hasClusterIp(spec) ? "Cluster" : null;
      case "allocateLoadBalancerNodePorts" ->
          absent && spec.get("type").text().equals("LoadBalancer") ? "true" : null;
      default -> null;
    };
  }

  /** DEF-01: NodePort, LoadBalancer, and ClusterIP with external addresses. */
  static boolean isExternallyAccessible(Field spec) {
    return switch (spec.get("type").text()) {
      case "NodePort", "LoadBalancer" -> true;
      case "ClusterIP" -> spec.get("externalIPs").size() > 0;
      default -> false;
    };
  }

  private static boolean hasClusterIp(Field spec) {
    return switch (spec.get("type").text()) {
      case "ClusterIP", "NodePort", "LoadBalancer" -> true;
      default -> false;
    };
  }

  private static @Nullable String ofServicePort(Field port, String name) {
    if (name.equals("protocol")) {
      return "TCP";
    }
    if (!name.equals("targetPort")) {
      return null;
    }
    String number = port.get("port").text();
    return number.isEmpty() ? null : number;
  }

  /** DEF-04: on the node's network, a pod's ports are the node's; not so in templates. */
  private static @Nullable String ofContainerPort(Field port, String name) {
    if (name.equals("protocol")) {
      return "TCP";
    }
    if (!name.equals("hostPort")) {
      return null;
    }
    Field pod = port;
    for (int i = 0; i < 4 && pod != null; i++) {
      pod = pod.parent();
    }
    boolean real =
        pod != null
            && pod.typeName().equals("PodSpec")
            && pod.path().equals("spec")
            && pod.get("hostNetwork").flag();
    String number = real ? port.get("containerPort").text() : "";
    return number.isEmpty() || number.equals("0") ? null : number;
  }

  /** DEF-05: in a slice both are pointers; in Endpoints the protocol is a plain string. */
  private static @Nullable String ofEndpointPort(Field port, String name, boolean absent) {
    if (!name.equals("protocol")) {
      return null;
    }
    Field list = port.parent();
    boolean slice = list != null && list.path().equals("ports");
    return absent || !slice ? "TCP" : null;
  }

  private static @Nullable String ofPod(String name) {
    return switch (name) {
      case "dnsPolicy" -> "ClusterFirst";
      case "restartPolicy" -> "Always";
      case "schedulerName" -> "default-scheduler";
      default -> null;
    };
  }

  private static @Nullable String ofProbe(String name) {
    return switch (name) {
      case "timeoutSeconds", "successThreshold" -> "1";
      case "periodSeconds" -> "10";
      case "failureThreshold" -> "3";
      default -> null;
    };
  }

  private static @Nullable String ofDeployment(String name, boolean absent) {
    if (!absent) {
      return null;
    }
    return switch (name) {
      case "replicas" -> "1";
      case "revisionHistoryLimit" -> "10";
      case "progressDeadlineSeconds" -> "600";
      default -> null;
    };
  }

  private static @Nullable String ofDaemonRollout(String name) {
    return name.equals("maxUnavailable") ? "1" : name.equals("maxSurge") ? "0" : null;
  }

  private static @Nullable String ofStatefulSet(String name, boolean absent) {
    return switch (name) {
      case "replicas" -> absent ? "1" : null;
      case "revisionHistoryLimit" -> absent ? "10" : null;
      case "podManagementPolicy" -> "OrderedReady";
      default -> null;
    };
  }
}
