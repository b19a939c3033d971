package dev.hopcheck.admission;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the server fills in before it validates (spec section 6); the one place of defaulting. */
final class Defaults {
  private Defaults() {}

  /** The structs with fields that have defaults. */
  enum Owner {
    /** Any other struct. */
    NONE,
    SERVICE("ServiceSpec"),
    SERVICE_PORT("ServicePort"),
    CLIENT_IP("ClientIPConfig"),
    CONTAINER_PORT("ContainerPort"),
    ENDPOINT_PORT("EndpointPort"),
    POD("PodSpec"),
    PROBE("Probe"),
    HTTP_GET("HTTPGetAction"),
    DEPLOYMENT("DeploymentSpec"),
    STATEFUL_SET("StatefulSetSpec"),
    STRATEGY("DeploymentStrategy", "StatefulSetUpdateStrategy", "DaemonSetUpdateStrategy"),
    ROLLING_DEPLOYMENT("RollingUpdateDeployment"),
    ROLLING_DAEMON_SET("RollingUpdateDaemonSet"),
    REPLICA_SET("ReplicaSetSpec", "ReplicationControllerSpec"),
    NETWORK_POLICY_PORT("NetworkPolicyPort"),
    CLASS_PARAMETERS("IngressClassParametersReference"),
    JOB("JobSpec"),
    CRON_JOB("CronJobSpec"),
    STORAGE_CLASS("StorageClass"),
    PRIORITY_CLASS("PriorityClass"),
    ROLE_REF("RoleRef"),
    SUBJECT("Subject"),
    AUTOSCALER("HorizontalPodAutoscalerSpec"),
    SECRET("Secret"),
    CLAIM("PersistentVolumeClaimSpec"),
    VOLUME("PersistentVolumeSpec"),
    SERVICE_REFERENCE("ServiceReference");

    private static final Map<String, Owner> BY_TYPE = byType();

    private final String[] types;

    Owner(String... types) {
      this.types = types;
    }

    private static Map<String, Owner> byType() {
      Map<String, Owner> byType = new HashMap<>();
      for (Owner owner : values()) {
        for (String type : owner.types) {
          byType.put(type, owner);
        }
      }
      return byType;
    }

    /** By the name of the struct's type, which is empty where it has none. */
    static Owner of(String type) {
      Owner owner = BY_TYPE.get(type);
      return owner == null ? NONE : owner;
    }
  }

  /**
   * The default of a scalar field that is absent, empty or zero; or null. For most fields an empty
   * string or a zero counts as absent, as Go's defaulting cannot tell them apart; pointers keep
   * them.
   */
  static @Nullable String of(Owner kind, Field owner, String name, boolean absent) {
    return switch (kind) {
      case NONE -> null;
      case SERVICE -> ofService(owner, name, absent);
      case SERVICE_PORT -> ofServicePort(owner, name);
      case CLIENT_IP -> absent && name.equals("timeoutSeconds") ? "10800" : null;
      case CONTAINER_PORT -> ofContainerPort(owner, name);
      case ENDPOINT_PORT -> ofEndpointPort(owner, name, absent);
      case POD -> ofPod(name);
      case PROBE -> ofProbe(name);
      case HTTP_GET -> name.equals("path") ? "/" : name.equals("scheme") ? "HTTP" : null;
      case DEPLOYMENT -> ofDeployment(name, absent);
      case STRATEGY -> name.equals("type") ? "RollingUpdate" : null;
      case STATEFUL_SET -> ofStatefulSet(name, absent);
      case ROLLING_DEPLOYMENT -> absent ? "25%" : null;
      case ROLLING_DAEMON_SET -> absent ? ofDaemonRollout(name) : null;
      case REPLICA_SET -> absent && name.equals("replicas") ? "1" : null;
      case NETWORK_POLICY_PORT -> absent && name.equals("protocol") ? "TCP" : null;
      case CLASS_PARAMETERS -> absent && name.equals("scope") ? "Cluster" : null;
      case JOB,
          CRON_JOB,
          STORAGE_CLASS,
          PRIORITY_CLASS,
          ROLE_REF,
          SUBJECT,
          AUTOSCALER,
          SECRET,
          CLAIM,
          VOLUME,
          SERVICE_REFERENCE ->
          MoreDefaults.of(kind, owner, name, absent);
    };
  }

  static boolean isNumber(String literal) {
    int start = literal.startsWith("-") ? 1 : 0;
    char first = literal.length() == start ? ' ' : literal.charAt(start);
    return first >= '0' && first <= '9' && literal.indexOf('%') < 0;
  }

  private static @Nullable String ofService(Field spec, String name, boolean absent) {
    return switch (name) {
      case "type" -> "ClusterIP";
      case "sessionAffinity" -> "None";
      case "externalTrafficPolicy" -> isExternallyAccessible(spec) ? "Cluster" : null;
      case "internalTrafficPolicy" -> absent && hasClusterIp(spec) ? "Cluster" : null;
      case "allocateLoadBalancerNodePorts" ->
          absent && spec.text("type").equals("LoadBalancer") ? "true" : null;
      default -> null;
    };
  }

  /** DEF-01: NodePort, LoadBalancer, and ClusterIP with external addresses. */
  static boolean isExternallyAccessible(Field spec) {
    return switch (spec.text("type")) {
      case "NodePort", "LoadBalancer" -> true;
      case "ClusterIP" -> spec.size("externalIPs") > 0;
      default -> false;
    };
  }

  private static boolean hasClusterIp(Field spec) {
    return switch (spec.text("type")) {
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
    String number = port.text("port");
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
            && isSpecOfObject(pod)
            && pod.typeName().equals("PodSpec")
            && pod.flag("hostNetwork");
    String number = real ? port.text("containerPort") : "";
    return number.isEmpty() || number.equals("0") ? null : number;
  }

  private static boolean isSpecOfObject(Field field) {
    Field object = field.parent();
    return object != null && object.parent() == null && field.name().equals("spec");
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
