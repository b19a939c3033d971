package dev.hopcheck.rules.probe;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.Container.ContainerPort;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.PortRef;
import dev.hopcheck.resource.Probe;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rules.Wording;
import dev.hopcheck.value.Nearest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the ports that probes of one kind ask against those that the container declares. */
final class ProbePorts {
  private final Probe.Kind kind;
  private final String symptom;

  /** For probes of one kind; {@code symptom} says what a failing probe does. */
  ProbePorts(Probe.Kind kind, String symptom) {
    this.kind = kind;
    this.symptom = symptom;
  }

  /** Looks at all pods of the unit. */
  void check(Cluster cluster, Inspection in) {
    for (PodSet set : cluster.podSets()) {
      for (Container container : set.spec().containers()) {
        Probe probe = probe(container, kind);
        Located<PortRef> port = probe == null ? null : probe.port();
        if (probe != null && port != null && port.known()) {
          check(set, container, probe, port, in);
        }
      }
    }
  }

  static @Nullable Probe probe(Container container, Probe.Kind kind) {
    return switch (kind) {
      case LIVENESS -> container.livenessProbe();
      case READINESS -> container.readinessProbe();
      case STARTUP -> container.startupProbe();
    };
  }

  private void check(
      PodSet set, Container container, Probe probe, Located<PortRef> port, Inspection in) {
    if (port.value().named()) {
      boolean doubtful = in.isBroken(set.owner()) && !allNamed(container);
      if (!doubtful && !hasUnknown(container) && !declares(container, port.value().text())) {
        named(set, container, port, in);
      }
    } else if (probe.host() == null && isStray(set, port.value().asNumber())) {
      numbered(set, container, port, in);
    }
  }

  /** The kubelet looks for the name among the ports of this very container. */
  private void named(PodSet set, Container container, Located<PortRef> port, Inspection in) {
    String name = port.value().text();
    Draft draft =
        in.at(port)
            .resource(set.owner())
            .severity(certain(set, in) ? Severity.ERROR : Severity.WARNING)
            .say(
                word()
                    + " probe of container `"
                    + container.name().value()
                    + "` asks port `"
                    + name
                    + "`, which the container does not declare")
            .label("no port of the container has this name");
    ContainerPort closest = closest(name, container);
    if (closest != null) {
      draft.related(closest.at(), "declared is " + describe(closest));
      String text =
          closest.name() == null
              ? Integer.toString(closest.number().value())
              : Wording.scalar(closest.nameText());
      draft.fix("ask port `" + text + "`", Applicability.UNSAFE, text);
    } else {
      draft
          .related(container.at(), declared(container))
          .advice("declare a port named `" + name + "` on this container");
    }
    ContainerPort other = elsewhere(set, name);
    if (other != null) {
      draft.related(other.at(), "declared by another container, where the kubelet does not look");
    }
    draft.note(symptom).report();
  }

  /** A number needs no declaration, so this is no more than a hint. */
  private void numbered(PodSet set, Container container, Located<PortRef> port, Inspection in) {
    in.at(port)
        .resource(set.owner())
        .severity(Severity.INFO)
        .say(
            word()
                + " probe of container `"
                + container.name().value()
                + "` asks port `"
                + port.value().asNumber()
                + "`, which no container declares")
        .label("not among the declared ports")
        .related(container.at(), declared(container))
        .note("unless a process listens on it all the same: " + symptom)
        .report();
  }

  private String word() {
    return switch (kind) {
      case LIVENESS -> "liveness";
      case READINESS -> "readiness";
      case STARTUP -> "startup";
    };
  }

  /** Whether a number stands among no ports of a pod that declares some. */
  private static boolean isStray(PodSet set, int number) {
    if (!set.spec().declaresPorts()) {
      return false;
    }
    for (Container container : set.spec().serving()) {
      for (ContainerPort port : container.ports()) {
        if (port.number().unknown() || port.number().value() == number) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean declares(Container container, String name) {
    for (ContainerPort port : container.ports()) {
      if (port.nameText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** A refused manifest may have lost a name; where each port has one, none was lost. */
  private static boolean allNamed(Container container) {
    for (ContainerPort port : container.ports()) {
      if (port.name() == null) {
        return false;
      }
    }
    return !container.ports().isEmpty();
  }

  private static boolean hasUnknown(Container container) {
    for (ContainerPort port : container.ports()) {
      if (port.name() != null && port.name().unknown()) {
        return true;
      }
    }
    return false;
  }

  /** The port with nearly that name, else the only one. */
  private static @Nullable ContainerPort closest(String name, Container container) {
    List<String> names = new ArrayList<>();
    for (ContainerPort port : container.ports()) {
      names.add(port.nameText());
    }
    String near = Nearest.of(name, names).orElse("");
    for (ContainerPort port : container.ports()) {
      if (!near.isEmpty() && port.nameText().equals(near)) {
        return port;
      }
    }
    return container.ports().size() == 1 ? container.ports().get(0) : null;
  }

  private static @Nullable ContainerPort elsewhere(PodSet set, String name) {
    for (Container other : set.spec().containers()) {
      for (ContainerPort port : other.ports()) {
        if (port.nameText().equals(name)) {
          return port;
        }
      }
    }
    return null;
  }

  private static String declared(Container container) {
    List<String> ports = new ArrayList<>();
    for (ContainerPort port : container.ports()) {
      ports.add(port.name() == null ? Integer.toString(port.number().value()) : port.nameText());
    }
    return ports.isEmpty() ? "declares no port" : "declares " + Wording.list(ports);
  }

  private static String describe(ContainerPort port) {
    String number = "`" + port.number().value() + "`";
    return port.name() == null
        ? number
        : "`" + port.nameText() + "` (" + port.number().value() + ")";
  }

  /** A kustomization may add the port, an operator of a custom kind too. */
  private static boolean certain(PodSet set, Inspection in) {
    return !set.assumed() && !in.cluster().completeness(set.namespace()).kustomized();
  }
}
