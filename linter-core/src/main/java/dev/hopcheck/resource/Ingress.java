package dev.hopcheck.resource;

import dev.hopcheck.admission.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An Ingress; the older forms with {@code serviceName} and {@code servicePort} are read into the
 * same shape.
 *
 * @param className {@code ingressClassName}; null where it is not given
 * @param defaultBackend null where it is not given
 */
public record Ingress(
    ResourceHead head,
    @Nullable Located<String> className,
    @Nullable Backend defaultBackend,
    List<Rule> rules,
    List<Tls> tls)
    implements Resource {
  public Ingress {
    rules = List.copyOf(rules);
    tls = List.copyOf(tls);
  }

  /** Where requests go. */
  public sealed interface Backend extends Placed {}

  /**
   * A Service of the same namespace.
   *
   * @param port null where it is not given
   */
  public record ServiceBackend(Place place, Located<String> name, @Nullable Located<PortRef> port)
      implements Backend {}

  /** Another resource, which only some controllers know. */
  public record ResourceBackend(Place place) implements Backend {}

  /**
   * Paths of a host.
   *
   * @param host null where the rule is for all hosts
   */
  public record Rule(Place place, @Nullable Located<String> host, List<HttpPath> paths)
      implements Placed {
    public Rule {
      paths = List.copyOf(paths);
    }
  }

  /**
   * A path with its backend.
   *
   * @param path null where it is not given: all paths
   * @param pathType null where it is not given
   * @param backend null where none can be read
   */
  public record HttpPath(
      Place place,
      @Nullable Located<String> path,
      @Nullable Located<String> pathType,
      @Nullable Backend backend)
      implements Placed {}

  /** A certificate for hosts. */
  public record Tls(Place place, List<Located<String>> hosts, @Nullable Located<String> secretName)
      implements Placed {
    public Tls {
      hosts = List.copyOf(hosts);
    }
  }

  /** All backends in order of writing, the default one first. */
  public List<Backend> backends() {
    List<Backend> backends = new ArrayList<>();
    if (defaultBackend != null) {
      backends.add(defaultBackend);
    }
    for (Rule rule : rules) {
      for (HttpPath path : rule.paths()) {
        if (path.backend() != null) {
          backends.add(path.backend());
        }
      }
    }
    return backends;
  }

  @Override
  public Ingress withHead(ResourceHead other) {
    return new Ingress(other, className, defaultBackend, rules, tls);
  }
}
