package dev.hopcheck.resource;

import dev.hopcheck.admission.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Ingresses of all versions into the shape of {@code networking.k8s.io/v1}. */
final class IngressReader {
  private IngressReader() {}

  static Ingress read(ResourceHead head, Field root) {
    Field spec = root.get("spec");
    Field current = spec.get("defaultBackend");
    return new Ingress(
        head,
        Read.text(spec, "ingressClassName"),
        backend(current.written() ? current : spec.get("backend")),
        rules(spec.get("rules")),
        tls(spec.get("tls")));
  }

  private static List<Ingress.Rule> rules(Field list) {
    List<Ingress.Rule> rules = new ArrayList<>();
    for (Field item : list.items()) {
      List<Ingress.HttpPath> paths = new ArrayList<>();
      for (Field path : item.get("http", "paths").items()) {
        paths.add(
            new Ingress.HttpPath(
                path,
                Read.text(path, "path"),
                Read.text(path, "pathType"),
                backend(path.get("backend"))));
      }
      rules.add(new Ingress.Rule(item, Read.text(item, "host"), paths));
    }
    return rules;
  }

  private static Ingress.@Nullable Backend backend(Field backend) {
    if (!backend.written()) {
      return null;
    }
    if (backend.get("resource").written()) {
      return new Ingress.ResourceBackend(backend);
    }
    Field service = backend.get("service");
    Located<String> name =
        Read.text(service.written() ? service.get("name") : backend.get("serviceName"));
    if (name == null) {
      return null;
    }
    return new Ingress.ServiceBackend(
        backend,
        name,
        service.written() ? port(service.get("port")) : Read.portRef(backend, "servicePort"));
  }

  private static @Nullable Located<PortRef> port(Field port) {
    Located<PortRef> number = Read.portRef(port, "number");
    return number != null ? number : Read.portRef(port, "name");
  }

  private static List<Ingress.Tls> tls(Field list) {
    List<Ingress.Tls> tls = new ArrayList<>();
    for (Field item : list.items()) {
      tls.add(new Ingress.Tls(item, Read.strings(item, "hosts"), Read.text(item, "secretName")));
    }
    return tls;
  }
}
