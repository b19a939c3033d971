package dev.hopcheck.resource;

import dev.hopcheck.admission.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What pods are made of: of a Pod itself or of a workload's template.
 *
 * @param place the spec, such as {@code spec.template.spec}
 * @param containers regular ones in order, then init containers and sidecars in order
 * @param nodeSelector empty where it is not given
 * @param nodeAffinity which nodes it requires
 * @param readinessGates condition types that something else must set (EP-03)
 * @param volumes those that come from ConfigMaps and Secrets
 */
public record PodSpec(
    Place place,
    List<Container> containers,
    @Nullable Located<String> hostname,
    @Nullable Located<String> subdomain,
    Located<Boolean> hostNetwork,
    Located<String> dnsPolicy,
    @Nullable DnsConfig dnsConfig,
    List<HostAlias> hostAliases,
    @Nullable Located<String> nodeName,
    Labels nodeSelector,
    NodeAffinity nodeAffinity,
    List<Located<String>> readinessGates,
    List<Volume> volumes)
    implements Placed {
  public PodSpec {
    containers = List.copyOf(containers);
    hostAliases = List.copyOf(hostAliases);
    readinessGates = List.copyOf(readinessGates);
    volumes = List.copyOf(volumes);
  }

  /** Resolver settings of a pod (RES). */
  public record DnsConfig(
      List<Located<String>> nameservers, List<Located<String>> searches, List<Option> options) {
    public DnsConfig {
      nameservers = List.copyOf(nameservers);
      searches = List.copyOf(searches);
      options = List.copyOf(options);
    }

    /** A resolver option such as {@code ndots}. */
    public record Option(String name, @Nullable String value) {}
  }

  /** A line of the pod's hosts file. */
  public record HostAlias(Located<String> ip, List<Located<String>> hostnames) {
    public HostAlias {
      hostnames = List.copyOf(hostnames);
    }
  }

  /**
   * A ConfigMap or Secret that is mounted; a projected volume gives one for each of its sources.
   *
   * @param volume name of the volume
   * @param secret whether it is a Secret, else a ConfigMap
   * @param name of the ConfigMap or Secret
   */
  public record Volume(String volume, boolean secret, Located<String> name, boolean optional) {}

  /**
   * The containers whose ports count, in the order in which a named port is looked for: regular
   * ones, then sidecars (EP-09).
   */
  public List<Container> serving() {
    if (allRegular()) {
      return containers;
    }
    List<Container> serving = new ArrayList<>(containers.size());
    for (Container container : containers) {
      if (container.role() == Container.Role.REGULAR) {
        serving.add(container);
      }
    }
    for (Container container : containers) {
      if (container.role() == Container.Role.SIDECAR) {
        serving.add(container);
      }
    }
    return serving;
  }

  private boolean allRegular() {
    for (int i = 0; i < containers.size(); i++) {
      if (containers.get(i).role() != Container.Role.REGULAR) {
        return false;
      }
    }
    return true;
  }

  /**
   * The first port of that name and protocol, as the endpoint controller finds it; null where none
   * is.
   */
  public Container.@Nullable ContainerPort port(String name, String protocol) {
    for (Container container : serving()) {
      for (Container.ContainerPort port : container.ports()) {
        if (port.nameText().equals(name) && port.protocol().value().equals(protocol)) {
          return port;
        }
      }
    }
    return null;
  }

  /** Whether a container that counts declares any port. */
  public boolean declaresPorts() {
    for (Container container : containers) {
      if (container.role() != Container.Role.INIT && !container.ports().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** The same with other containers and volumes. */
  public PodSpec with(List<Container> otherContainers, List<Volume> otherVolumes) {
    return new PodSpec(
        place,
        otherContainers,
        hostname,
        subdomain,
        hostNetwork,
        dnsPolicy,
        dnsConfig,
        hostAliases,
        nodeName,
        nodeSelector,
        nodeAffinity,
        readinessGates,
        otherVolumes);
  }

  /** The same with other names and node labels. */
  public PodSpec with(
      @Nullable Located<String> otherHostname,
      @Nullable Located<String> otherSubdomain,
      Labels otherSelector) {
    return new PodSpec(
        place,
        containers,
        otherHostname,
        otherSubdomain,
        hostNetwork,
        dnsPolicy,
        dnsConfig,
        hostAliases,
        nodeName,
        otherSelector,
        nodeAffinity,
        readinessGates,
        volumes);
  }
}
