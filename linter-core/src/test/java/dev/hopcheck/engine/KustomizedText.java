package dev.hopcheck.engine;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.resource.Autoscaler;
import dev.hopcheck.resource.ConfigMap;
import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.EnvVar;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Kustomization;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.resource.Workload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/** What of a cluster's resources decides about routes, a line each, in order of name. */
final class KustomizedText {
  private KustomizedText() {}

  static String of(Cluster cluster) {
    List<String> lines = new ArrayList<>();
    for (Resource resource : cluster.given()) {
      if (!(resource instanceof Kustomization)) {
        lines.add(head(resource) + body(resource) + "\n");
      }
    }
    Collections.sort(lines);
    return String.join("", lines);
  }

  static List<String> names(Cluster cluster) {
    List<String> names = new ArrayList<>();
    for (Resource resource : cluster.given()) {
      if (!(resource instanceof Kustomization)) {
        names.add(resource.name());
      }
    }
    return names;
  }

  private static String head(Resource resource) {
    return resource.head().kind()
        + " "
        + resource.namespace()
        + "/"
        + resource.name()
        + " labels "
        + new TreeMap<>(resource.head().labels().plain())
        + " annotations "
        + new TreeMap<>(resource.head().annotations().plain());
  }

  private static String body(Resource resource) {
    StringBuilder text = new StringBuilder();
    if (resource instanceof Service service) {
      text.append(" selector ").append(new TreeMap<>(service.selector().plain()));
      for (ServicePort port : service.ports()) {
        text.append(" port ").append(port.nameText()).append(':').append(port.port().value());
        text.append("->").append(port.targetPort().value().text());
      }
    } else if (resource instanceof Workload workload) {
      text.append(" replicas ").append(workload.replicas().value());
      text.append(" selector ");
      text.append(new TreeMap<>(workload.selector().matchLabels().plain()));
      text.append(" template ").append(new TreeMap<>(workload.templateLabels().plain()));
      text.append(new TreeMap<>(workload.templateAnnotations().plain()));
      text.append(new TreeMap<>(workload.spec().nodeSelector().plain()));
      if (workload.stateful() != null && workload.stateful().serviceName() != null) {
        text.append(" service ").append(workload.stateful().serviceName().value());
      }
      List<String> containers = new ArrayList<>();
      for (Container container : workload.spec().containers()) {
        containers.add(container(container));
      }
      Collections.sort(containers);
      text.append(containers);
    } else if (resource instanceof Ingress ingress) {
      for (Ingress.Backend backend : ingress.backends()) {
        if (backend instanceof Ingress.ServiceBackend service) {
          text.append(" backend ").append(service.name().value());
        }
      }
    } else if (resource instanceof ConfigMap map) {
      text.append(" data ").append(new TreeMap<>(map.data().plain()));
    } else if (resource instanceof Autoscaler scaler && scaler.targetName() != null) {
      text.append(" scales ").append(scaler.targetName().value());
    }
    return text.toString();
  }

  private static String container(Container container) {
    TreeMap<String, String> env = new TreeMap<>();
    for (EnvVar variable : container.env()) {
      String value = "other";
      if (variable.source() instanceof EnvVar.Literal literal) {
        value = literal.value().value();
      } else if (variable.source() instanceof EnvVar.KeyRef ref) {
        value = "of " + ref.name().value() + " " + ref.key().value();
      }
      env.put(variable.name().value(), value);
    }
    List<String> ports = new ArrayList<>();
    for (Container.ContainerPort port : container.ports()) {
      ports.add(port.nameText() + ":" + port.number().value());
    }
    Collections.sort(ports);
    List<String> sources = new ArrayList<>();
    for (Container.EnvSource source : container.envFrom()) {
      sources.add(source.name().value());
    }
    return container.name().value() + ports + env + sources;
  }
}
