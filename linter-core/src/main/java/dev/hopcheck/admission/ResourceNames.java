package dev.hopcheck.admission;

import dev.hopcheck.value.QualifiedName;
import java.util.List;
import java.util.Set;

/**
 * Names of resources, such as {@code cpu} or {@code vendor.example/gpu}, by where they may stand.
 */
final class ResourceNames {
  private static final String HUGE_PAGES = "hugepages-";
  private static final String REQUESTS = "requests.";

  private static final Set<String> CONTAINER = Set.of("cpu", "memory", "ephemeral-storage");

  private static final Set<String> COUNTS =
      Set.of(
          "pods",
          "resourcequotas",
          "services",
          "replicationcontrollers",
          "secrets",
          "configmaps",
          "persistentvolumeclaims",
          "services.nodeports",
          "services.loadbalancers");

  private static final Set<String> QUOTA_AMOUNTS =
      Set.of(
          "cpu",
          "memory",
          "ephemeral-storage",
          "requests.cpu",
          "requests.memory",
          "requests.storage",
          "requests.ephemeral-storage",
          "limits.cpu",
          "limits.memory",
          "limits.ephemeral-storage");

  private ResourceNames() {}

  /** Checks any resource name; says whether it is one. */
  static boolean resource(Field at, String name, Causes causes) {
    return resource(at, name, at.path(), causes);
  }

  private static boolean resource(Field at, String name, String path, Causes causes) {
    List<String> errors = QualifiedName.errors(name);
    for (String error : errors) {
      blame(at, name, path, error, causes);
    }
    if (!errors.isEmpty()) {
      return false;
    }
    if (name.indexOf('/') < 0 && !isStandard(name)) {
      blame(at, name, path, "must be a standard resource type or fully qualified", causes);
      return false;
    }
    return true;
  }

  /** Checks the name of a resource that a container can have. */
  static void ofContainer(Field at, String name, Causes causes) {
    ofContainer(at, name, at.path(), causes);
  }

  /** The same of a name for which the server names another field than the document has. */
  static void ofContainer(Field at, String name, String path, Causes causes) {
    resource(at, name, path, causes);
    if (name.indexOf('/') < 0) {
      if (!CONTAINER.contains(name) && !name.startsWith(HUGE_PAGES)) {
        blame(at, name, path, "must be a standard resource for containers", causes);
      }
    } else if (!isNative(name) && !isExtended(name)) {
      blame(at, name, path, "doesn't follow extended resource name standard", causes);
    }
  }

  private static void blame(Field at, String name, String path, String error, Causes causes) {
    causes.invalid(at, name, error).path(path).at(at.keyLocation());
  }

  /** Checks the name of something of which a quota can be set. */
  static void ofQuota(Field at, String name, Causes causes) {
    resource(at, name, causes);
    if (name.indexOf('/') < 0 && !isQuota(name)) {
      causes.invalid(at, name, "must be a standard resource for quota").at(at.keyLocation());
    }
  }

  /** Whether the name has no domain or one of Kubernetes' own. */
  static boolean isNative(String name) {
    return name.indexOf('/') < 0 || name.contains("kubernetes.io/");
  }

  /** Whether the name is a vendor's. */
  static boolean isExtended(String name) {
    return !isNative(name) && !name.startsWith(REQUESTS) && QualifiedName.isValid(REQUESTS + name);
  }

  /** Whether amounts of the resource are counts. */
  static boolean isCounted(String name) {
    return COUNTS.contains(name) || isExtended(name);
  }

  /** Whether more may be promised than there is. */
  static boolean canBeOvercommitted(String name) {
    return isNative(name) && !name.startsWith(HUGE_PAGES);
  }

  /** Whether a quota knows the resource without a domain. */
  static boolean isQuota(String name) {
    return QUOTA_AMOUNTS.contains(name) || COUNTS.contains(name) || isQuotaHugePages(name);
  }

  private static boolean isStandard(String name) {
    return isQuota(name) || name.equals("storage");
  }

  private static boolean isQuotaHugePages(String name) {
    return name.startsWith(HUGE_PAGES) || name.startsWith(REQUESTS + HUGE_PAGES);
  }
}
