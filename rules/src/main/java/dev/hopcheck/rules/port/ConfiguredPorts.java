package dev.hopcheck.rules.port;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.resource.ConfigMap;
import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.Container.EnvSource;
import dev.hopcheck.resource.EnvVar;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.PodSpec;

/** Whether processes are told of a port by what their manifests give them. */
final class ConfiguredPorts {
  private ConfiguredPorts() {}

  /** Whether the number stands in arguments, variables or configuration of the pods. */
  static boolean mention(int port, PodSet pods, Cluster cluster) {
    String number = Integer.toString(port);
    for (Container container : pods.spec().serving()) {
      if (any(number, container.command())
          || any(number, container.args())
          || inVariables(number, container)) {
        return true;
      }
      for (EnvSource source : container.envFrom()) {
        if (!source.secret() && inConfigMap(number, source.name(), pods, cluster)) {
          return true;
        }
      }
    }
    for (PodSpec.Volume volume : pods.spec().volumes()) {
      if (!volume.secret() && inConfigMap(number, volume.name(), pods, cluster)) {
        return true;
      }
    }
    return false;
  }

  private static boolean any(String number, Iterable<Located<String>> texts) {
    for (Located<String> text : texts) {
      if (mentions(text.value(), number)) {
        return true;
      }
    }
    return false;
  }

  private static boolean inVariables(String number, Container container) {
    for (EnvVar variable : container.env()) {
      if (variable.source() instanceof EnvVar.Literal literal
          && mentions(literal.value().value(), number)) {
        return true;
      }
    }
    return false;
  }

  private static boolean inConfigMap(
      String number, Located<String> name, PodSet pods, Cluster cluster) {
    ConfigMap map = cluster.configMap(pods.namespace(), name.value());
    if (map == null) {
      return false;
    }
    for (Labels.Pair pair : map.data().pairs()) {
      if (mentions(pair.value().value(), number)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text has the number, and not as a part of a longer one. */
  private static boolean mentions(String text, String number) {
    for (int at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
      int end = at + number.length();
      boolean starts = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      if (starts && ends && !isOfHost(text, at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the number is the port of another host, such as {@code db:5432}. */
  private static boolean isOfHost(String text, int at) {
    int end = at - 1;
    if (end < 0 || text.charAt(end) != ':') {
      return false;
    }
    int start = end;
    boolean name = false;
    while (start > 0 && isOfName(text.charAt(start - 1))) {
      start--;
      name |= Character.isLetter(text.charAt(start));
    }
    return name && !text.startsWith("localhost", start);
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '.';
  }
}
