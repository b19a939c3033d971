package dev.hopcheck.admission;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Edit;
import dev.hopcheck.finding.Fix;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.value.Dns1123Label;
import dev.hopcheck.value.Port;
import dev.hopcheck.value.QualifiedName;
import dev.hopcheck.yaml.YamlNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ports of a Service (SVC-02 to SVC-14). */
final class ServicePortRules {
  private ServicePortRules() {}

  /** Each port by itself, and names against each other. */
  static void each(ServiceView service, Causes causes) {
    List<Field> ports = service.ports();
    Set<String> names = new HashSet<>();
    for (Field port : ports) {
      name(port.get("name"), ports.size() > 1, names, causes);
      number(port, causes);
      PortRules.protocol(port.get("protocol"), causes);
      target(port, causes);
      Field appProtocol = port.get("appProtocol");
      if (appProtocol.present()) {
        causes.invalidEach(appProtocol, QualifiedName.errors(appProtocol.text()));
      }
    }
  }

  private static void name(Field name, boolean needed, Set<String> names, Causes causes) {
    if (name.text().isEmpty()) {
      if (needed) {
        causes
            .required(name, "")
            .rule(InputRule.MULTI_PORT_UNNAMED)
            .headline("a Service with several ports must name each of them")
            .label("this port has no name");
      }
      return;
    }
    for (String error : Dns1123Label.errors(name.text())) {
      causes
          .invalid(name, error)
          .rule(InputRule.PORT_NAME_INVALID)
          .headline("Service port name `" + name.text() + "` is no DNS label");
    }
    if (!names.add(name.text())) {
      causes
          .duplicate(name, name.text())
          .rule(InputRule.DUPLICATE_SERVICE_PORT)
          .headline("two ports are named `" + name.text() + "`");
    }
  }

  private static void number(Field port, Causes causes) {
    Field number = port.get("port");
    for (String error : Port.errors(number.number())) {
      Cause cause =
          causes.invalidNumber(number, number.number(), error).rule(InputRule.PORT_OUT_OF_RANGE);
      if (number.written()) {
        cause.headline("port `" + number.number() + "` is not between 1 and 65535");
      } else {
        cause.headline("the Service port has no `port` number");
      }
    }
  }

  /** SVC-08, SVC-09; 0, an empty text and an absent one stand for the port itself. */
  private static void target(Field port, Causes causes) {
    Field target = port.get("targetPort");
    if (!target.present()) {
      // The default is the port, and that is missing.
      causes
          .invalidNumber(target, 0, Port.errors(0).get(0))
          .follows(causes.first(port.get("port").path()));
      return;
    }
    int before = causes.count();
    PortRules.numberOrName(target, "targetPort", causes);
    Cause last = causes.last();
    if (last != null && causes.count() > before && target.defaulted()) {
      last.about(port.get("port")).follows(causes.first(port.get("port").path()));
    }
  }

  /** SVC-13: node ports on a type that has none. */
  static void noNodePorts(ServiceView service, Causes causes) {
    if (!service.isType("ClusterIP")) {
      return;
    }
    for (Field port : service.ports()) {
      if (port.number("nodePort") != 0) {
        Field nodePort = port.get("nodePort");
        Cause cause =
            causes
                .forbidden(nodePort, "may not be used when `type` is 'ClusterIP'")
                .about(service.spec().get("type"))
                .rule(InputRule.NODE_PORT_ON_CLUSTER_IP)
                .headline("a Service of type `ClusterIP` has no node ports");
        if (service.isHeadless()) {
          cause.note("a headless Service cannot have node ports: leave `nodePort` out");
        } else {
          nodePortMeant(service.spec(), cause);
        }
      }
    }
  }

  private static void nodePortMeant(Field spec, Cause cause) {
    cause.note("did you mean `type: NodePort`? Otherwise leave `nodePort` out");
    Field type = spec.get("type");
    YamlNode written = type.node();
    if (!type.written()) {
      Fix fix = Insertion.of(spec, "type: NodePort");
      if (fix != null) {
        cause.fix(fix);
      }
    } else if (written != null && written.via() == null) {
      cause.fix(
          new Fix(
              "write `type: NodePort`",
              Applicability.UNSAFE,
              List.of(new Edit(written.location(), "NodePort"))));
    }
  }

  /** SVC-12: a node port twice for one protocol, those included that the server gave. */
  static void distinctNodePorts(ServiceView service, long[] nodePorts, Causes causes) {
    List<Field> ports = service.ports();
    long any = 0;
    for (long nodePort : nodePorts) {
      any |= nodePort;
    }
    if (ports.size() > 1 && any != 0) {
      distinct(ports, nodePorts, causes);
    }
  }

  private static void distinct(List<Field> ports, long[] nodePorts, Causes causes) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < ports.size(); i++) {
      if (nodePorts[i] == 0) {
        continue;
      }
      Field nodePort = ports.get(i).get("nodePort");
      String key = ports.get(i).text("protocol") + "/" + nodePorts[i];
      if (!seen.add(key)) {
        String shown = nodePorts[i] < 0 ? "(allocated)" : Long.toString(nodePorts[i]);
        causes
            .duplicateBare(nodePort, shown)
            .followsLater(ports.get(i).path())
            .rule(InputRule.DUPLICATE_SERVICE_PORT)
            .headline("two ports of one protocol have the same node port")
            .note("entries with the same `port` share their node port");
      }
    }
  }

  /** SVC-11: the same number and protocol twice. */
  static void distinctPorts(ServiceView service, Causes causes) {
    List<Field> ports = service.ports();
    if (ports.size() < 2) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (Field port : ports) {
      String protocol = port.text("protocol");
      long number = port.number("port");
      if (seen.add(protocol + "/" + number)) {
        continue;
      }
      listedTwice(port, protocol, number, causes);
    }
  }

  private static void listedTwice(Field port, String protocol, long number, Causes causes) {
    Field at = port.get("port");
    causes
        .duplicateBare(
            port,
            "{\"Name\":\"\",\"Protocol\":\""
                + protocol
                + "\",\"AppProtocol\":null,\"Port\":"
                + number
                + ",\"TargetPort\":0,\"NodePort\":0}")
        .about(at)
        .about(port.get("protocol"))
        .at(at.location())
        .rule(InputRule.DUPLICATE_SERVICE_PORT)
        .headline("port `" + number + "/" + protocol + "` is listed twice");
  }
}
