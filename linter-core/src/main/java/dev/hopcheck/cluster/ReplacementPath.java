package dev.hopcheck.cluster;

import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.EnvVar;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Pod;
import dev.hopcheck.resource.PodSpec;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.resource.Workload;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paths such as {@code spec.template.spec.containers.[name=web].env.0.value}. */
final class ReplacementPath {
  private ReplacementPath() {}

  /** The steps of a path; dots within brackets or after a backslash belong to a step. */
  static List<String> of(String text) {
    List<String> steps = new ArrayList<>();
    StringBuilder step = new StringBuilder();
    int brackets = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '.') {
        step.append('.');
        i++;
        continue;
      }
      brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (c == '.' && brackets == 0) {
        steps.add(bare(step.toString()));
        step.setLength(0);
      } else {
        step.append(c);
      }
    }
    steps.add(bare(step.toString()));
    return steps;
  }

  /** {@code [a.b/c]} is a key; {@code [name=web]} an item. */
  private static String bare(String step) {
    boolean key = step.startsWith("[") && step.endsWith("]") && step.indexOf('=') < 0;
    return key ? step.substring(1, step.length() - 1) : step;
  }

  /** The path as it is shown in a doubt, without numbers. */
  static String shown(List<String> path) {
    StringBuilder shown = new StringBuilder();
    for (String step : path) {
      boolean item = step.startsWith("[") || step.equals("*") || step.equals("-");
      item |= PatchOperation.index(step, Integer.MAX_VALUE) >= 0;
      shown.append(item ? "[]" : shown.length() == 0 ? step : "." + step);
    }
    return shown.toString();
  }

  /** The places in a resource that a path means, with numbers for items. */
  static List<List<String>> places(Resource resource, List<String> path) {
    List<List<String>> places = new ArrayList<>();
    places.add(List.of());
    for (String step : path) {
      List<List<String>> further = new ArrayList<>();
      for (List<String> place : places) {
        if (!step.startsWith("[") && !step.equals("*")) {
          further.add(with(place, step));
          continue;
        }
        List<String> names = names(resource, place, key(step));
        for (int i = 0; i < names.size(); i++) {
          if (step.equals("*") || names.get(i).equals(wanted(step))) {
            further.add(with(place, String.valueOf(i)));
          }
        }
        if (names.isEmpty()) {
          further.add(with(place, step));
        }
      }
      places = further;
    }
    return places;
  }

  private static List<String> with(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  private static String key(String step) {
    int equals = step.indexOf('=');
    return equals < 0 ? "" : step.substring(1, equals);
  }

  private static String wanted(String step) {
    int equals = step.indexOf('=');
    return equals < 0 ? "" : step.substring(equals + 1, step.length() - 1);
  }

  /** What the items of a list are called; empty where the list is not known here. */
  private static List<String> names(Resource resource, List<String> path, String key) {
    List<String> names = new ArrayList<>();
    String last = path.isEmpty() ? "" : path.get(path.size() - 1);
    if (resource instanceof Service service && last.equals("ports")) {
      for (ServicePort port : service.ports()) {
        names.add(key.equals("port") ? "" + port.port().value() : port.nameText());
      }
      return names;
    }
    if (resource instanceof Ingress ingress && last.equals("rules")) {
      for (Ingress.Rule rule : ingress.rules()) {
        Located<String> host = rule.host();
        names.add(host == null ? "" : host.value());
      }
      return names;
    }
    PodSpec spec = spec(resource);
    if (spec == null) {
      return names;
    }
    if (last.equals("containers") || last.equals("initContainers")) {
      for (Container container : own(spec, last)) {
        names.add(container.name().value());
      }
      return names;
    }
    Container container = path.size() < 3 ? null : container(spec, path, path.size() - 1);
    if (container != null && last.equals("env")) {
      for (EnvVar variable : container.env()) {
        names.add(variable.name().value());
      }
    } else if (container != null && last.equals("ports")) {
      for (Container.ContainerPort port : container.ports()) {
        names.add(key.equals("containerPort") ? "" + port.number().value() : port.nameText());
      }
    }
    return names;
  }

  private static @Nullable PodSpec spec(Resource resource) {
    if (resource instanceof Workload workload) {
      return workload.spec();
    }
    return resource instanceof Pod pod ? pod.spec() : null;
  }

  private static List<Container> own(PodSpec spec, String list) {
    List<Container> own = new ArrayList<>();
    for (Container container : spec.containers()) {
      boolean regular = container.role() == Container.Role.REGULAR;
      if (regular == list.equals("containers")) {
        own.add(container);
      }
    }
    return own;
  }

  /** The container whose number stands before {@code end} in the path. */
  private static @Nullable Container container(PodSpec spec, List<String> path, int end) {
    List<Container> own = own(spec, path.get(end - 2));
    int index = PatchOperation.index(path.get(end - 1), own.size());
    return index < 0 || path.get(end - 1).equals("-") ? null : own.get(index);
  }

  /** A value of which nothing that has been read is lost; null where it is not known. */
  static @Nullable String known(Resource resource, List<String> path) {
    int size = path.size();
    String last = path.get(size - 1);
    if (resource instanceof Service service && size == 4 && path.get(1).equals("ports")) {
      int index = PatchOperation.index(path.get(2), service.ports().size());
      ServicePort port = index < 0 ? null : service.ports().get(index);
      if (port == null || port.port().unknown() || port.targetPort().unknown()) {
        return null;
      }
      return switch (last) {
        case "port" -> "" + port.port().value();
        case "name" -> port.nameText();
        case "targetPort" -> port.targetPort().value().text();
        default -> null;
      };
    }
    if (resource instanceof Ingress ingress && size == 4 && last.equals("host")) {
      int index = PatchOperation.index(path.get(2), ingress.rules().size());
      Located<String> host = index < 0 ? null : ingress.rules().get(index).host();
      return host == null || host.unknown() ? null : host.value();
    }
    PodSpec spec = spec(resource);
    if (spec == null) {
      return null;
    }
    if (last.equals("subdomain") || last.equals("hostname")) {
      Located<String> name = last.equals("subdomain") ? spec.subdomain() : spec.hostname();
      return name == null || name.unknown() ? null : name.value();
    }
    return size < 6 ? null : ofContainer(spec, path);
  }

  private static @Nullable String ofContainer(PodSpec spec, List<String> path) {
    int size = path.size();
    String last = path.get(size - 1);
    if (path.get(size - 2).equals("args")) {
      Container container = container(spec, path, size - 2);
      int index = container == null ? -1 : PatchOperation.index(last, container.args().size());
      Located<String> argument =
          container == null || index < 0 ? null : container.args().get(index);
      return argument == null || argument.unknown() ? null : argument.value();
    }
    String list = path.get(size - 3);
    Container container =
        list.equals("env") || list.equals("ports") ? container(spec, path, size - 3) : null;
    if (container == null) {
      return null;
    }
    if (list.equals("env")) {
      int index = PatchOperation.index(path.get(size - 2), container.env().size());
      boolean literal =
          index >= 0
              && last.equals("value")
              && container.env().get(index).source() instanceof EnvVar.Literal;
      if (!literal || !(container.env().get(index).source() instanceof EnvVar.Literal value)) {
        return null;
      }
      return value.value().unknown() ? null : value.value().value();
    }
    int index = PatchOperation.index(path.get(size - 2), container.ports().size());
    Container.ContainerPort port = index < 0 ? null : container.ports().get(index);
    if (port == null || port.number().unknown()) {
      return null;
    }
    return last.equals("containerPort") ? "" + port.number().value() : port.nameText();
  }
}
