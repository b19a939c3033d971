package dev.hopcheck.network;

import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import java.util.ArrayList;
import java.util.List;

/** Which address families a Service gets (DEF-02, PORT-16). */
final class ServiceFamilies {
  private ServiceFamilies() {}

  static List<IpFamily> of(Service service, List<IpFamily> cluster) {
    if (service.isExternalName()) {
      return List.of();
    }
    boolean headless = service.headless();
    boolean bare = headless && service.selector().isEmpty();
    List<IpFamily> families = new ArrayList<>(2);
    for (Located<String> written : service.ipFamilies()) {
      IpFamily.parse(written.value()).ifPresent(family -> addOnce(families, family));
    }
    if (!headless) {
      for (Located<String> ip : service.clusterIps()) {
        IpAddress.parse(ip.value()).ifPresent(address -> addOnce(families, address.family()));
      }
    }
    if (families.isEmpty()) {
      families.add(cluster.get(0));
    }
    String policy = service.ipFamilyPolicy() == null ? "" : service.ipFamilyPolicy().value();
    boolean both =
        policy.equals("PreferDualStack")
            || policy.equals("RequireDualStack")
            || (policy.isEmpty() && bare);
    if (both && families.size() == 1 && cluster.size() > 1) {
      for (IpFamily family : cluster) {
        addOnce(families, family);
      }
    }
    return families;
  }

  private static void addOnce(List<IpFamily> families, IpFamily family) {
    if (!families.contains(family)) {
      families.add(family);
    }
  }
}
