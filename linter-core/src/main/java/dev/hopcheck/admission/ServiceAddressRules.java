package dev.hopcheck.admission;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cluster IPs, IP families and their policy (SVC-39 to SVC-48). The server looks at these before it
 * allocates addresses, and again when it validates.
 */
final class ServiceAddressRules {
  private static final String[] FAMILIES = {"IPv4", "IPv6"};

  private ServiceAddressRules() {}

  static void validate(ServiceView service, ServerFacts facts, Causes causes) {
    if (service.isType("ExternalName")) {
      return;
    }
    Field list = service.spec().get("clusterIPs");
    Field single = service.spec().get("clusterIP");
    List<Field> ips = service.clusterIps();
    if (single.text().isEmpty()) {
      if (!ips.isEmpty()) {
        list(causes, service, list, "must be empty when `clusterIP` is not specified")
            .headline("`clusterIPs` is written without `clusterIP`")
            .note("the server fills `clusterIPs` from `clusterIP`, never the other way round");
      }
    } else if (!service.clusterIp(0).equals(single.text())) {
      list(causes, service, list, "first value must match `clusterIP`").about(single);
    }
    families(service.spec().get("ipFamilies"), causes);
    Field policy = service.spec().get("ipFamilyPolicy");
    if (policy.present() && !isPolicy(policy.text())) {
      causes.notSupported(policy, "PreferDualStack", "RequireDualStack", "SingleStack");
    }
    boolean readable = addresses(service, list, facts, causes);
    if (ips.size() > 2) {
      list(causes, service, list, "may only hold up to 2 values");
    }
    if (readable) {
      eachFamilyOnce(service, list, causes);
      matchFamilies(service, causes);
    }
  }

  private static Cause list(Causes causes, ServiceView service, Field list, String detail) {
    return causes.invalidBare(list, service.clusterIpsJson(), detail);
  }

  private static void families(Field families, Causes causes) {
    List<Field> items = families.items();
    if (items.isEmpty()) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (Field family : items) {
      if (!isFamily(family.text())) {
        causes.notSupported(family, FAMILIES);
      }
      if (!seen.add(family.text())) {
        causes.duplicate(family, family.text());
      }
    }
  }

  /** Returns whether all addresses can be read, else later checks would mislead. */
  private static boolean addresses(
      ServiceView service, Field list, ServerFacts facts, Causes causes) {
    List<Field> ips = service.clusterIps();
    boolean readable = true;
    for (int i = 0; i < ips.size(); i++) {
      Field ip = ips.get(i);
      if (i == 0 && ip.text().equals("None")) {
        if (ips.size() > 1) {
          readable = false;
          list(causes, service, list, "'None' must be the first and only value");
        }
        continue;
      }
      List<String> errors = Addresses.errors(ip.text(), facts);
      for (String error : errors) {
        Cause cause =
            causes
                .invalid(ip, error)
                .path(ServiceView.clusterIpPath(i))
                .headline("cluster IP `" + ip.text() + "` is no IP address");
        if (i == 0 && ip.text().equalsIgnoreCase("none")) {
          cause.note("a headless Service is written `None`").replaceValue("None");
        }
      }
      readable &= errors.isEmpty();
    }
    return readable;
  }

  private static void eachFamilyOnce(ServiceView service, Field list, Causes causes) {
    if (service.clusterIps().size() < 2) {
      return;
    }
    List<IpFamily> families = new ArrayList<>();
    for (Field ip : service.clusterIps()) {
      IpAddress.parse(ip.text()).ifPresent(address -> families.add(address.family()));
    }
    boolean both = families.contains(IpFamily.IPV4) && families.contains(IpFamily.IPV6);
    if (!both) {
      list(causes, service, list, "may specify no more than one IP for each IP family");
    }
  }

  private static void matchFamilies(ServiceView service, Causes causes) {
    if (service.isHeadless()) {
      return;
    }
    List<Field> families = service.spec().items("ipFamilies");
    for (int i = 0; i < Math.min(service.clusterIps().size(), families.size()); i++) {
      String family = families.get(i).text();
      IpAddress address = IpAddress.parse(service.clusterIp(i)).orElse(null);
      if (address == null || !isFamily(family)) {
        continue;
      }
      boolean ipv6 = address.family() == IpFamily.IPV6;
      if (ipv6 != family.equals("IPv6")) {
        causes
            .invalid(
                service.clusterIps().get(i),
                "expected an " + family + " value as indicated by `ipFamilies[" + i + "]`")
            .path(ServiceView.clusterIpPath(i))
            .about(families.get(i))
            .rule(InputRule.IP_FAMILY_UNAVAILABLE);
      }
    }
  }

  private static boolean isFamily(String text) {
    return text.equals("IPv4") || text.equals("IPv6");
  }

  private static boolean isPolicy(String text) {
    return text.equals("SingleStack")
        || text.equals("PreferDualStack")
        || text.equals("RequireDualStack");
  }
}
