package dev.hopcheck.rules.port;

import dev.hopcheck.resource.Container.ContainerPort;
import dev.hopcheck.resource.PortRef;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.value.EditDistance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the declared ports a target port that is not among them was probably meant to be.
 *
 * @param declared all that the pods declare
 * @param likely null where none stands out
 * @param swapped whether {@code port} and {@code targetPort} stand in each other's place
 * @param anyFree whether a declared port is led to by no other port of the Service
 * @param digitLost whether the likely one is the target with a digit too few or too many
 */
record PortMeant(
    List<ContainerPort> declared,
    @Nullable ContainerPort likely,
    boolean swapped,
    boolean anyFree,
    boolean digitLost) {

  static PortMeant of(Service service, ServicePort port, List<ContainerPort> declared) {
    List<ContainerPort> free = new ArrayList<>(declared.size());
    for (ContainerPort candidate : declared) {
      boolean fits = candidate.protocol().value().equals(port.protocol().value());
      if (fits && !isTargeted(service, port, candidate)) {
        free.add(candidate);
      }
    }
    int wanted = port.port().known() ? port.port().value() : 0;
    for (ContainerPort candidate : free) {
      if (port.targetPort().written() && candidate.number().value() == wanted) {
        return new PortMeant(declared, candidate, true, true, false);
      }
    }
    for (ContainerPort candidate : free) {
      if (!port.nameText().isEmpty() && candidate.nameText().equals(port.nameText())) {
        return new PortMeant(
            declared, candidate, false, true, digitLost(port.targetPort().value(), candidate));
      }
    }
    for (ContainerPort candidate : free) {
      if (near(port.targetPort().value(), candidate)) {
        return new PortMeant(
            declared, candidate, false, true, digitLost(port.targetPort().value(), candidate));
      }
    }
    ContainerPort only = sameNumber(free) ? free.get(0) : null;
    return new PortMeant(declared, only, false, !free.isEmpty(), false);
  }

  /** The declared ports, each number once. */
  String list() {
    List<ContainerPort> once = new ArrayList<>(declared.size());
    Set<Integer> numbers = new HashSet<>();
    for (ContainerPort port : declared) {
      if (numbers.add(port.number().value())) {
        once.add(port);
      }
    }
    return DeclaredPorts.list(once);
  }

  private static boolean isTargeted(Service service, ServicePort but, ContainerPort candidate) {
    for (ServicePort port : service.ports()) {
      PortRef target = port.targetPort().value();
      boolean same =
          target.named()
              ? target.text().equals(candidate.nameText())
              : candidate.number().value() == target.asNumber();
      if (port != but && same) {
        return true;
      }
    }
    return false;
  }

  /** One digit wrong, missing or too many; or one is written within the other, as 80 in 8080. */
  private static boolean near(PortRef target, ContainerPort candidate) {
    String wanted = target.text();
    String found = Integer.toString(candidate.number().value());
    return EditDistance.within(wanted, found, 1) <= 1
        || found.contains(wanted)
        || wanted.contains(found);
  }

  private static boolean digitLost(PortRef target, ContainerPort candidate) {
    String wanted = target.text();
    String found = Integer.toString(candidate.number().value());
    return wanted.length() != found.length() && EditDistance.within(wanted, found, 1) == 1;
  }

  private static boolean sameNumber(List<ContainerPort> ports) {
    for (ContainerPort port : ports) {
      if (!port.number().value().equals(ports.get(0).number().value())) {
        return false;
      }
    }
    return !ports.isEmpty();
  }
}
