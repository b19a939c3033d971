package dev.hopcheck.admission;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.value.Dns1123Label;
import dev.hopcheck.value.Port;
import dev.hopcheck.value.PortName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What every container must hold, of whatever kind (POD-03 to POD-12). */
final class ContainerRules {
  private ContainerRules() {}

  static void validate(Field container, PodScope pod) {
    Causes causes = pod.causes();
    Field name = container.get("name");
    if (name.text().isEmpty()) {
      causes.required(name, "").headline("the container has no name");
    } else {
      causes.invalidEach(name, Dns1123Label.errors(name.text()));
    }
    Field image = container.get("image");
    if (image.text().isEmpty()) {
      causes.required(image, "").headline("the container has no image");
    }
    Field message = container.get("terminationMessagePolicy");
    switch (message.text()) {
      case "", "File", "FallbackToLogsOnError" -> {}
      default -> causes.notSupported(message, "File", "FallbackToLogsOnError");
    }
    ports(container.get("ports"), causes);
    EnvRules.variables(container.get("env"), pod);
    EnvRules.sources(container.get("envFrom"), pod);
    if (container.has("volumeMounts")) {
      MountRules.mounts(container, pod);
    }
    if (container.has("volumeDevices")) {
      MountRules.devices(container, pod);
    }
    Field pull = container.get("imagePullPolicy");
    switch (pull.text()) {
      case "", "Always", "IfNotPresent", "Never" -> {}
      default -> causes.notSupported(pull, "Always", "IfNotPresent", "Never");
    }
    if (container.has("resources")) {
      ResourceRules.ofContainer(container.get("resources"), pod);
    }
    if (container.has("resizePolicy")) {
      resizePolicy(container.get("resizePolicy"), pod);
    }
    if (container.has("securityContext")) {
      ContainerSecurityRules.validate(container.get("securityContext"), pod);
    }
  }

  /** POD-06: pods only; a template may carry a mark in its place. */
  static void imageForPod(Field container, Causes causes) {
    Field image = container.get("image");
    String text = image.text();
    if (text.length() != text.strip().length()) {
      causes.invalid(image, "must not have leading or trailing whitespace");
    }
  }

  private static void ports(Field list, Causes causes) {
    List<Field> ports = list.items();
    if (ports.isEmpty()) {
      return;
    }
    Set<String> names = new HashSet<>();
    for (Field port : ports) {
      Field name = port.get("name");
      if (!name.text().isEmpty()) {
        if (!PortName.isValid(name.text())) {
          PortRules.name(name, causes);
        } else if (!names.add(name.text())) {
          causes
              .duplicate(name, name.text())
              .headline("two ports of this container are named `" + name.text() + "`");
        }
      }
      Field number = port.get("containerPort");
      if (number.number() == 0) {
        causes
            .required(number, "")
            .rule(InputRule.PORT_OUT_OF_RANGE)
            .headline("the container port has no `containerPort` number");
      } else {
        PortRules.number(number, "container port", causes);
      }
      Field hostPort = port.get("hostPort");
      if (hostPort.number() != 0 && !Port.isValid(hostPort.number())) {
        PortRules.number(hostPort, "host port", causes);
      }
      PortRules.protocol(port.get("protocol"), causes);
    }
  }

  private static void resizePolicy(Field list, PodScope pod) {
    List<Field> policies = list.items();
    if (policies.isEmpty()) {
      return;
    }
    Causes causes = pod.causes();
    Set<String> seen = new HashSet<>();
    for (Field policy : policies) {
      Field resource = policy.get("resourceName");
      if (!seen.add(resource.text())) {
        causes.duplicate(resource, resource.text()).path(policy.path());
      }
      switch (resource.text()) {
        case "cpu", "memory" -> {}
        case "" -> causes.required(resource, "").path(list.path());
        default -> causes.notSupported(resource, "cpu", "memory").path(list.path());
      }
      Field restart = policy.get("restartPolicy");
      switch (restart.text()) {
        case "NotRequired", "RestartContainer" -> {}
        case "" -> causes.required(restart, "").path(list.path());
        default ->
            causes.notSupported(restart, "NotRequired", "RestartContainer").path(list.path());
      }
      boolean never = pod.restartPolicy().equals("Never");
      if (never && !restart.text().equals("NotRequired")) {
        causes
            .invalid(restart, "must be 'NotRequired' when `restartPolicy` is 'Never'")
            .path(list.path());
      }
    }
  }
}
