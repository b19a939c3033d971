package dev.hopcheck.admission;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Edit;
import dev.hopcheck.finding.Fix;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.value.Dns1035Label;
import dev.hopcheck.value.Dns1123Label;
import dev.hopcheck.value.Port;
import dev.hopcheck.value.PortName;
import java.util.List;

/** Where an Ingress sends requests: a Service's port or a resource (ING-03 to ING-11). */
final class IngressBackendRules {
  private final ServerFacts facts;
  private final Causes causes;

  IngressBackendRules(ServerFacts facts, Causes causes) {
    this.facts = facts;
    this.causes = causes;
  }

  void validate(Field backend) {
    Field service = backend.get("service");
    Field resource = backend.get("resource");
    if (service.written() && resource.written()) {
      // ING-03: nothing else is checked then.
      causes
          .invalid(backend, "", "cannot set both resource and service backends")
          .headline("backend names a Service and a resource")
          .note(IngressRules.NOT_ROUTED)
          .note("leave out one of them");
    } else if (resource.written()) {
      LocalReferenceRules.validate(resource, causes); // ING-11
    } else if (service.written()) {
      serviceName(service.get("name"));
      port(backend, service);
    } else {
      // ING-04
      causes
          .invalid(backend, "", "resource or service backend is required")
          .headline("backend names no Service")
          .note(IngressRules.NOT_ROUTED)
          .note("give `service.name` and `service.port.number` or `service.port.name`");
    }
  }

  /** ING-05 and ING-06: as strict as the names that a Service can have in that version. */
  private void serviceName(Field name) {
    String text = name.text();
    if (text.isEmpty()) {
      causes
          .required(name, "")
          .headline("backend does not say which Service")
          .note(IngressRules.NOT_ROUTED);
      return;
    }
    List<String> errors =
        facts.version().isAtLeast(36) ? Dns1123Label.errors(text) : Dns1035Label.errors(text);
    for (String error : errors) {
      Cause cause =
          causes
              .invalid(name, error)
              .rule(InputRule.SERVICE_NAME_INVALID)
              .headline("no Service can have the name `" + text + "`")
              .note(IngressRules.NOT_ROUTED);
      if (text.indexOf('.') >= 0) {
        cause.note("a backend is a Service of the Ingress's own namespace, named without domain");
      }
    }
  }

  /** ING-07 to ING-10; a number of 0 counts as none. */
  private void port(Field backend, Field service) {
    Field name = service.get("port", "name");
    Field number = service.get("port", "number");
    boolean named = !name.text().isEmpty();
    boolean numbered = number.number() != 0;
    if (named && numbered) {
      causes
          .invalid(backend, "", "cannot set both port name & port number")
          .rule(InputRule.INGRESS_BACKEND_PORT_INVALID)
          .at(name.location())
          .headline("backend gives its port twice, as `" + name.text() + "` and " + number.text())
          .note(IngressRules.NOT_ROUTED)
          .note("keep `number` or `name`, not both");
    } else if (named) {
      portName(name);
    } else if (!numbered) {
      causes
          .required(backend, "port name or number is required")
          .rule(InputRule.INGRESS_BACKEND_PORT_INVALID)
          .at(service.get("port").location())
          .headline("backend does not say which port of " + serviceWords(service))
          .note(IngressRules.NOT_ROUTED)
          .note("give the Service's `port` as `port.number`, or its name as `port.name`");
    } else {
      for (String error : Port.errors(number.number())) {
        causes
            .invalidNumber(number, number.number(), error)
            .rule(InputRule.INGRESS_BACKEND_PORT_INVALID)
            .headline("port " + number.text() + " does not exist: ports are 1 to 65535")
            .note(IngressRules.NOT_ROUTED);
      }
    }
  }

  private void portName(Field name) {
    String text = name.text();
    for (String error : PortName.errors(text)) {
      Cause cause =
          causes
              .invalid(name, error)
              .rule(InputRule.INGRESS_BACKEND_PORT_INVALID)
              .headline("`" + text + "` is no port name")
              .note(IngressRules.NOT_ROUTED);
      if (Port.parse(text).isPresent()) {
        cause
            .note("a port's number stands in `port.number`")
            .fix(
                new Fix(
                    "write `number: " + text + "`",
                    Applicability.SAFE,
                    List.of(
                        new Edit(name.keyLocation(), "number"), new Edit(name.location(), text))));
      }
    }
  }

  private static String serviceWords(Field service) {
    String name = service.text("name");
    return name.isEmpty() ? "the Service" : "Service `" + name + "`";
  }
}
