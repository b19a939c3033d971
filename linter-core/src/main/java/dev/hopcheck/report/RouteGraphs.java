package dev.hopcheck.report;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.engine.Simulation;
import dev.hopcheck.network.Endpoint;
import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.network.Slice;
import dev.hopcheck.report.RouteGraph.Edge;
import dev.hopcheck.report.RouteGraph.Kind;
import dev.hopcheck.report.RouteGraph.Node;
import dev.hopcheck.report.RouteGraph.Way;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.PortRef;
import dev.hopcheck.resource.ResourceHead;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.source.Location;
import dev.hopcheck.trace.NoEndpoints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws the graph of each unit, with the same ways as {@link RoutesText}. */
final class RouteGraphs {
  private final String prefix;
  private final Network network;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<Edge> edges = new ArrayList<>();

  private RouteGraphs(String prefix, Network network) {
    this.prefix = prefix;
    this.network = network;
  }

  /** The graphs of all units that have Services, in order; ids are unique among all. */
  static List<RouteGraph> of(Simulation simulation) {
    List<RouteGraph> graphs = new ArrayList<>();
    for (Simulation.SimulatedUnit unit : simulation.units()) {
      RouteGraphs drawing = new RouteGraphs("u" + graphs.size() + "n", unit.network());
      drawing.draw();
      if (drawing.nodes.isEmpty()) {
        continue;
      }
      graphs.add(drawing.graph(unit.root()));
    }
    return graphs;
  }

  /** The graph of one unit; one without boxes where it has no Service and no way in. */
  static RouteGraph of(Simulation.SimulatedUnit unit, String prefix) {
    RouteGraphs drawing = new RouteGraphs(prefix, unit.network());
    drawing.draw();
    return drawing.graph(unit.root());
  }

  private RouteGraph graph(String root) {
    return new RouteGraph(root.isEmpty() ? "." : root, new ArrayList<>(nodes.values()), edges);
  }

  private void draw() {
    for (Ingress ingress : network.cluster().all(Ingress.class)) {
      ingress(ingress);
    }
    for (NetworkService service : network.services().values()) {
      if (!RoutesText.isImplied(service)) {
        doors(service);
        service(service);
      }
    }
  }

  /** The id of the node of that meaning, which is drawn if it is new. */
  private String node(String meaning, Kind kind, String... lines) {
    return node(meaning, kind, null, lines);
  }

  private String node(String meaning, Kind kind, @Nullable ResourceHead about, String... lines) {
    Node node = nodes.get(meaning);
    if (node == null) {
      node = new Node(prefix + nodes.size(), kind, List.of(lines), about);
      nodes.put(meaning, node);
    }
    return node.id();
  }

  private String serviceNode(NetworkService service) {
    return node(
        "service " + service.id(),
        Kind.SERVICE,
        service.service().head(),
        "Service " + service.id(),
        RoutesText.kind(service));
  }

  private String door(String title, String... more) {
    return door(null, title, more);
  }

  private String door(@Nullable ResourceHead about, String title, String... more) {
    List<String> lines = new ArrayList<>();
    lines.add(title);
    lines.addAll(List.of(more));
    String outside = node("outside", Kind.OUTSIDE, "outside");
    int drawn = nodes.size();
    String door = node("door " + lines, Kind.DOOR, about, lines.toArray(new String[0]));
    if (nodes.size() > drawn) {
      edges.add(new Edge(outside, door, Way.NONE, false, null));
    }
    return door;
  }

  private void ingress(Ingress ingress) {
    if (ingress.defaultBackend() != null) {
      backend(ingress, "any other path", ingress.defaultBackend());
    }
    for (Ingress.Rule rule : ingress.rules()) {
      String host = rule.host() == null ? "any host" : rule.host().value();
      for (Ingress.HttpPath path : rule.paths()) {
        String shown = path.path() == null ? "/" : path.path().value();
        backend(ingress, host + " " + shown, path.backend());
      }
    }
  }

  private void backend(Ingress ingress, String label, Ingress.@Nullable Backend backend) {
    if (!(backend instanceof Ingress.ServiceBackend wanted)) {
      return;
    }
    String door = door(ingress.head(), "Ingress " + ingress.namespace() + "/" + ingress.name());
    Located<PortRef> port = wanted.port();
    String name = wanted.name().value();
    String id = ingress.namespace() + "/" + name;
    NetworkService found = network.service(ingress.namespace(), name);
    String to =
        found == null
            ? node("no service " + id, Kind.MISSING, "no Service " + id)
            : serviceNode(found);
    Way way =
        port == null
            ? new Way(label, "", "", "")
            : new Way(label, "to port", port.value().text(), "");
    boolean broken = !IngressLines.arrives(ingress, wanted, network);
    Location at = found != null && port != null ? port.at() : wanted.name().at();
    edges.add(new Edge(door, to, way, broken, at));
  }

  private void doors(NetworkService found) {
    Service service = found.service();
    boolean balanced = service.type().value().equals("LoadBalancer");
    for (ServicePort port : service.ports()) {
      Way way = new Way("", "to port", port.port().value().toString(), "");
      if (service.opensNodePorts()) {
        Located<Integer> number = port.nodePort();
        String shown = number == null ? "of " + found.id() : number.value().toString();
        enter(door("node port", shown), found, way, number == null ? port.at() : number.at());
      }
      if (balanced) {
        boolean any = false;
        for (Service.LoadBalancerAddress address : service.loadBalancer()) {
          if (address.ip() != null) {
            enter(door("load balancer", address.ip().value()), found, way, address.ip().at());
            any = true;
          }
        }
        if (!any) {
          enter(door("load balancer", "of " + found.id()), found, way, service.type().at());
        }
      }
      for (Located<String> ip : service.externalIps()) {
        enter(door("external address", ip.value()), found, way, ip.at());
      }
    }
  }

  private void enter(String door, NetworkService found, Way way, Location at) {
    edges.add(new Edge(door, serviceNode(found), way, false, at));
  }

  private void service(NetworkService found) {
    Service service = found.service();
    String from = serviceNode(found);
    if (service.isExternalName()) {
      Located<String> name = service.externalName();
      String to =
          name == null
              ? node("alias of nothing", Kind.MISSING, "no external name")
              : node("name " + name.value(), Kind.ELSEWHERE, name.value());
      edges.add(
          new Edge(
              from,
              to,
              new Way("", "alias of", "", ""),
              name == null,
              name == null ? service.type().at() : name.at()));
      return;
    }
    if (service.ports().isEmpty()) {
      behind(found, null, from);
    }
    for (ServicePort port : service.ports()) {
      behind(found, port, from);
    }
  }

  /** How many endpoints a node stands for, and how many of them take connections. */
  private static final class Share {
    int all;
    int ready;
  }

  private void behind(NetworkService found, @Nullable ServicePort port, String from) {
    Map<String, Share> shares = new LinkedHashMap<>();
    Location at = port == null ? found.service().selector().at() : leads(port);
    for (Slice slice : found.slices()) {
      if (port != null && slice.port(port.nameText(), port.protocol().value()) == null) {
        continue;
      }
      for (Endpoint endpoint : slice.endpoints()) {
        Share share = shares.computeIfAbsent(endpointNode(endpoint), id -> new Share());
        share.all++;
        share.ready += endpoint.ready() ? 1 : 0;
      }
    }
    for (Map.Entry<String, Share> behind : shares.entrySet()) {
      Share share = behind.getValue();
      String some =
          share.ready == share.all ? "" : "(" + share.ready + " of " + share.all + " ready)";
      edges.add(new Edge(from, behind.getKey(), way(port, some), share.ready == 0, at));
    }
    if (shares.isEmpty()) {
      NoEndpoints none = port == null ? null : NoEndpoints.of(network, found, port);
      boolean unknown = none != null && none.undecided();
      String why = none == null ? "no endpoint" : none.text();
      String said = unknown ? "unknown: " + why : why;
      Kind kind = unknown ? Kind.UNKNOWN : Kind.MISSING;
      String to = node("no endpoint " + found.id() + " " + said, kind, said);
      edges.add(new Edge(from, to, way(port, ""), !unknown, at));
    }
  }

  /** What decides where a port leads. */
  private static Location leads(ServicePort port) {
    return port.targetPort().written() ? port.targetPort().at() : port.port().at();
  }

  private static Way way(@Nullable ServicePort port, String note) {
    if (port == null) {
      return new Way("", "", "", note);
    }
    String name = port.nameText().isEmpty() ? "" : " (" + port.nameText() + ")";
    String by = port.port().value() + "/" + port.protocol().value() + name;
    return new Way(by, "to", port.targetPort().value().text(), note);
  }

  private String endpointNode(Endpoint endpoint) {
    if (endpoint.pod() == null) {
      String address = endpoint.addresses().isEmpty() ? "?" : endpoint.addresses().get(0);
      return node("address " + address, Kind.ELSEWHERE, address);
    }
    PodSet set = endpoint.pod().set();
    return node(
        "pods " + set.namespace() + " " + set.title(),
        Kind.PODS,
        set.owner().head(),
        set.title(),
        "namespace " + set.namespace());
  }
}
