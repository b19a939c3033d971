package dev.hopcheck.rules.selector;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.Container.ContainerPort;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The workloads behind one Service, held against each other: whether some of them cannot be meant.
 *
 * @param meant those that serve
 * @param stranger one that cannot be meant
 * @param why what shows it
 * @param symptom what such pods do with a connection
 */
record Mixture(List<PodSet> pods, PodSet meant, PodSet stranger, String why, String symptom) {
  private static final List<String> APPLICATION =
      List.of("app.kubernetes.io/name", "app", "k8s-app", "name", "run");

  Mixture {
    pods = List.copyOf(pods);
  }

  /** Compares the workloads of a Service; null where all may be meant. */
  static @Nullable Mixture of(Service service, List<PodSet> pods) {
    for (ServicePort port : service.ports()) {
      Mixture byPort = isNumbered(port) ? byPort(port.targetPort().value().asNumber(), pods) : null;
      if (byPort != null) {
        return byPort;
      }
    }
    return of(service, pods, allNamed(service) ? null : otherProgram(service, pods));
  }

  /**
   * Of two programs, the one under the Service's name is meant.
   *
   * @param other the pods that run another program than the first; null where none do
   */
  static @Nullable Mixture of(Service service, List<PodSet> pods, @Nullable PodSet other) {
    if (other == null) {
      return null;
    }
    PodSet first = pods.get(0);
    boolean second = other.name().equals(service.name());
    PodSet stranger = second ? first : other;
    return new Mixture(
        pods,
        second ? other : first,
        stranger,
        "`" + stranger.title() + "` runs another program under another name",
        "runs another program");
  }

  /** Whether the port leads to a number that is known. */
  static boolean isNumbered(ServicePort port) {
    return port.targetPort().known() && !port.targetPort().value().named();
  }

  /** All workloads, for readers. */
  String titles() {
    List<String> titles = new ArrayList<>(pods.size());
    for (PodSet set : pods) {
      titles.add(set.title());
    }
    return Wording.list(titles);
  }

  /** A number that some declare, and others not though they declare ports (PORT-06). */
  static @Nullable Mixture byPort(int number, List<PodSet> pods) {
    PodSet meant = null;
    PodSet stranger = null;
    for (PodSet set : pods) {
      if (declares(set, number)) {
        meant = meant == null ? set : meant;
      } else if (set.spec().declaresPorts() && stranger == null) {
        stranger = set;
      }
    }
    if (meant == null || stranger == null) {
      return null;
    }
    return new Mixture(
        pods,
        meant,
        stranger,
        "`" + stranger.title() + "` declares ports, but not `" + number + "`",
        "probably does not listen on `" + number + "`");
  }

  private static boolean declares(PodSet set, int number) {
    for (Container container : set.spec().serving()) {
      for (ContainerPort port : container.ports()) {
        if (port.number().unknown() || port.number().value() == number) {
          return true;
        }
      }
    }
    return false;
  }

  /** The first pods that run another program than the first pods do, under another name. */
  static @Nullable PodSet otherProgram(Service service, List<PodSet> pods) {
    for (int i = 1; i < pods.size(); i++) {
      PodSet set = pods.get(i);
      if (otherImage(pods.get(0), set) && otherName(service, pods.get(0), set)) {
        return set;
      }
    }
    return null;
  }

  /** A port name that all have says that all are meant. */
  static boolean allNamed(Service service) {
    for (ServicePort port : service.ports()) {
      if (!port.targetPort().value().named()) {
        return false;
      }
    }
    return true;
  }

  private static boolean otherName(Service service, PodSet one, PodSet other) {
    for (String key : APPLICATION) {
      String left = one.labels().value(key);
      String right = other.labels().value(key);
      if (left != null && right != null && !service.selector().has(key)) {
        return !left.equals(right);
      }
    }
    return false;
  }

  private static boolean otherImage(PodSet one, PodSet other) {
    for (Container container : one.spec().serving()) {
      for (Container against : other.spec().serving()) {
        if (image(container).equals(image(against))) {
          return false;
        }
      }
    }
    return true;
  }

  private static String image(Container container) {
    Located<String> image = container.image();
    String text = image == null ? "" : image.value();
    int slash = text.lastIndexOf('/');
    int end = text.indexOf('@', slash + 1);
    end = end < 0 ? text.indexOf(':', slash + 1) : end;
    return end < 0 ? text : text.substring(0, end);
  }
}
