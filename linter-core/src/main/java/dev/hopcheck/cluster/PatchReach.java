package dev.hopcheck.cluster;

import dev.hopcheck.resource.Autoscaler;
import dev.hopcheck.resource.ConfigMap;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.IngressClass;
import dev.hopcheck.resource.Namespace;
import dev.hopcheck.resource.OtherResource;
import dev.hopcheck.resource.Pod;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.Secret;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what of a patch is followed here, and what has nothing to do with routes. */
final class PatchReach {
  private static final Set<String> ABOUT_PODS =
      Set.of(
          "activeDeadlineSeconds",
          "affinity",
          "automountServiceAccountToken",
          "enableServiceLinks",
          "hostIPC",
          "hostPID",
          "hostUsers",
          "imagePullSecrets",
          "preemptionPolicy",
          "priority",
          "priorityClassName",
          "restartPolicy",
          "runtimeClassName",
          "schedulerName",
          "securityContext",
          "serviceAccount",
          "serviceAccountName",
          "shareProcessNamespace",
          "terminationGracePeriodSeconds",
          "tolerations",
          "topologySpreadConstraints");
  private static final Set<String> ABOUT_CONTAINERS =
      Set.of(
          "image",
          "imagePullPolicy",
          "lifecycle",
          "resizePolicy",
          "resources",
          "securityContext",
          "stdin",
          "stdinOnce",
          "terminationMessagePath",
          "terminationMessagePolicy",
          "tty",
          "volumeDevices",
          "volumeMounts",
          "workingDir");
  private static final Set<String> ABOUT_WORKLOADS =
      Set.of(
          "activeDeadlineSeconds",
          "backoffLimit",
          "concurrencyPolicy",
          "failedJobsHistoryLimit",
          "minReadySeconds",
          "paused",
          "persistentVolumeClaimRetentionPolicy",
          "podManagementPolicy",
          "progressDeadlineSeconds",
          "revisionHistoryLimit",
          "schedule",
          "startingDeadlineSeconds",
          "strategy",
          "successfulJobsHistoryLimit",
          "ttlSecondsAfterFinished",
          "updateStrategy",
          "volumeClaimTemplates");
  private static final Set<String> OF_PODS =
      Set.of("dnsPolicy", "hostNetwork", "hostname", "nodeSelector", "subdomain", "volumes[]");
  private static final Set<String> OF_CONTAINERS =
      Set.of(
          "args[]",
          "command[]",
          "env[]",
          "envFrom[]",
          "livenessProbe",
          "name",
          "ports[]",
          "readinessProbe",
          "startupProbe");
  private static final Set<String> OF_SERVICES =
      Set.of(
          "clusterIP",
          "clusterIPs[]",
          "externalName",
          "ports[]",
          "publishNotReadyAddresses",
          "selector",
          "type");

  private static final Set<String> HANDLERS = Set.of("httpGet", "tcpSocket", "grpc", "exec");
  private static final Set<String> OF_INGRESSES =
      Set.of("defaultBackend", "ingressClassName", "rules[]", "tls[]");

  private PatchReach() {}

  /** Whether a change at the path, such as {@code spec.replicas}, leaves all routes alone. */
  static boolean harmless(Resource resource, String path) {
    if (resource instanceof OtherResource
        || resource instanceof Namespace
        || resource instanceof IngressClass
        || resource instanceof Autoscaler) {
      return !path.equals("metadata.name") && !path.equals("metadata.namespace");
    }
    if (path.equals("apiVersion") || path.equals("kind") || under(path, "status")) {
      return true;
    }
    if (under(path, "metadata")) {
      return !under(path, "metadata.labels")
          && !under(path, "metadata.annotations")
          && !path.equals("metadata");
    }
    if (resource instanceof Pod) {
      return path.startsWith("spec.") && podHarmless(path.substring("spec.".length()));
    }
    if (resource instanceof Workload workload && workload.type() != Workload.Type.CUSTOM) {
      String template = template(workload);
      if (path.startsWith(template + ".spec.")) {
        return podHarmless(path.substring(template.length() + ".spec.".length()));
      }
      return path.startsWith("spec.") && ABOUT_WORKLOADS.contains(first(path, "spec.".length()));
    }
    return false;
  }

  private static boolean podHarmless(String path) {
    String member = first(path, 0);
    if (member.equals("containers[]") || member.equals("initContainers[]")) {
      return path.length() > member.length() + 1
          && ABOUT_CONTAINERS.contains(bare(first(path, member.length() + 1)));
    }
    return ABOUT_PODS.contains(bare(member));
  }

  /**
   * Whether an operation leaves routes alone: a label of what is no pod selects nothing, and an
   * argument or variable that is added takes none away.
   */
  static boolean unrouted(Resource resource, String path, boolean adds) {
    boolean marks = path.startsWith("metadata.labels") || path.startsWith("metadata.annotations");
    if (harmless(resource, path)) {
      return true;
    }
    if (marks && (resource instanceof Workload || resource instanceof Service)) {
      return true;
    }
    return adds
        && resource instanceof Workload
        && (path.endsWith(".containers[].args[]")
            || path.endsWith(".containers[].env[]")
            || path.endsWith(".spec.volumes[]")
            || path.endsWith(".spec.volumes"));
  }

  /** Whether a merge patch changes anything that has to do with routes. */
  static boolean touches(Resource resource, YamlNode patch) {
    for (YamlEntry entry : patch.entries()) {
      boolean name = entry.key().equals("metadata");
      if (!name && touches(resource, entry.value(), entry.key())) {
        return true;
      }
    }
    return false;
  }

  private static boolean touches(Resource resource, YamlNode node, String path) {
    if (harmless(resource, path)) {
      return false;
    }
    boolean leaf = node.size() == 0;
    for (YamlEntry entry : node.entries()) {
      if (touches(resource, entry.value(), path + "." + entry.key())) {
        return true;
      }
    }
    for (YamlNode item : node.items()) {
      if (touches(resource, item, path + "[]")) {
        return true;
      }
    }
    return leaf && !path.endsWith("[].name");
  }

  /** The path of the first thing in a merge patch that is not followed here; null for none. */
  static @Nullable String beyond(Resource resource, YamlNode patch) {
    return beyond(resource, patch, "");
  }

  private static @Nullable String beyond(Resource resource, YamlNode node, String path) {
    if (!path.isEmpty() && harmless(resource, path)) {
      return null;
    }
    if (node.isMapping() && node.size() > 0) {
      for (YamlEntry entry : node.entries()) {
        String inner = path.isEmpty() ? entry.key() : path + "." + entry.key();
        String found =
            entry.key().startsWith("$")
                ? isDirective(resource, inner, entry.value()) ? null : inner
                : beyond(resource, entry.value(), inner);
        if (found != null) {
          return found;
        }
      }
      return null;
    }
    if (node.isSequence() && node.size() > 0) {
      for (YamlNode item : node.items()) {
        String found = beyond(resource, item, path + "[]");
        if (found != null) {
          return found;
        }
      }
      return null;
    }
    // Of a variable the value, of a volume all but its source, and a probe may be taken away.
    boolean value = node.isScalar() && !node.isNull();
    boolean replaced = path.endsWith(".env[].value") || path.endsWith(".env[].valueFrom");
    boolean volume = path.contains(".volumes[].");
    boolean probe = node.isNull() && isProbe(path);
    return (value || replaced || volume || probe) && followed(resource, path) ? null : path;
  }

  /** A probe, or the way in which it asks. */
  private static boolean isProbe(String path) {
    int end = path.lastIndexOf('.');
    String last = path.substring(end + 1);
    boolean handler = HANDLERS.contains(last);
    String probe = handler ? path.substring(0, Math.max(0, end)) : path;
    return probe.endsWith(".livenessProbe")
        || probe.endsWith(".readinessProbe")
        || probe.endsWith(".startupProbe");
  }

  /** Items may be taken away, and lists and a selector replaced as a whole. */
  private static boolean isDirective(Resource resource, String path, YamlNode value) {
    String word = value.text();
    boolean known = word.equals("replace") || word.equals("delete");
    if (resource instanceof Service) {
      return known && (path.equals("spec.ports[].$patch") || path.equals("spec.selector.$patch"));
    }
    boolean pods = resource instanceof Workload || resource instanceof Pod;
    return pods
        && known
        && (path.endsWith(".spec.containers[].env[].$patch")
            || path.endsWith("spec.containers[].ports[].$patch")
            || path.endsWith("spec.containers[].$patch")
            || path.endsWith("spec.initContainers[].$patch")
            || path.endsWith("spec.initContainers[].env[].$patch"));
  }

  private static boolean followed(Resource resource, String path) {
    if (path.startsWith("metadata.labels.") || path.startsWith("metadata.annotations.")) {
      return true;
    }
    if (resource instanceof ConfigMap) {
      return path.startsWith("data.") || path.startsWith("binaryData.");
    }
    if (resource instanceof Secret) {
      return path.startsWith("data.") || path.startsWith("stringData.") || path.equals("type");
    }
    if (resource instanceof Service) {
      return path.startsWith("spec.") && OF_SERVICES.contains(first(path, "spec.".length()));
    }
    if (resource instanceof Ingress) {
      return path.startsWith("spec.") && OF_INGRESSES.contains(first(path, "spec.".length()));
    }
    if (resource instanceof Pod) {
      return path.startsWith("spec.") && podFollowed(path.substring("spec.".length()));
    }
    if (resource instanceof Workload workload && workload.type() != Workload.Type.CUSTOM) {
      String template = template(workload);
      if (path.startsWith(template + ".spec.")) {
        return podFollowed(path.substring(template.length() + ".spec.".length()));
      }
      return path.equals("spec.replicas")
          || path.startsWith("spec.selector.matchLabels.")
          || path.startsWith(template + ".metadata.labels.")
          || path.startsWith(template + ".metadata.annotations.");
    }
    return false;
  }

  private static boolean podFollowed(String path) {
    String member = first(path, 0);
    if (member.equals("containers[]") || member.equals("initContainers[]")) {
      return path.length() > member.length() + 1
          && OF_CONTAINERS.contains(first(path, member.length() + 1));
    }
    return OF_PODS.contains(member);
  }

  private static String template(Workload workload) {
    return workload.type() == Workload.Type.CRON_JOB
        ? "spec.jobTemplate.spec.template"
        : "spec.template";
  }

  private static boolean under(String path, String parent) {
    return path.equals(parent) || path.startsWith(parent) && path.startsWith(".", parent.length());
  }

  private static String first(String path, int from) {
    int dot = path.indexOf('.', from);
    return dot < 0 ? path.substring(from) : path.substring(from, dot);
  }

  private static String bare(String member) {
    return member.endsWith("[]") ? member.substring(0, member.length() - 2) : member;
  }
}
