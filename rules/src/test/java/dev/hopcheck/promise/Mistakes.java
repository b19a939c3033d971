package dev.hopcheck.promise;

import dev.hopcheck.cluster.ClientReference;
import dev.hopcheck.cluster.Selected;
import dev.hopcheck.promise.Change.Edit;
import dev.hopcheck.promise.Change.Line;
import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.EnvVar;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.PortRef;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.rule.UnitFacts;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes mistakes of a closed list, each together with what has to be said about it. What is
 * expected is written down from the manifests that are right, before anything is checked.
 */
final class Mistakes {
  private final References project;
  private final Words words;
  private final List<Change> made = new ArrayList<>();

  private Mistakes(References project, Random random) {
    this.project = project;
    this.words = new Words(random);
  }

  /** One mistake of each kind at each place where it can be made. */
  static List<Change> in(References project, Random random) {
    Mistakes mistakes = new Mistakes(project, random);
    for (Service service : project.cluster().all(Service.class)) {
      mistakes.in(service);
    }
    for (UnitFacts.TracedReference one : project.references()) {
      mistakes.in(one.reference());
    }
    return mistakes.made;
  }

  private void in(Service service) {
    List<Selected> selected = project.cluster().selectedBy(service);
    if (!service.selectsPods() || selected.size() != 1) {
      return;
    }
    List<ClientReference> clients = clients(service);
    if (!clients.isEmpty()) {
      renamed(service, clients);
      moved(service, clients);
    }
    for (ServicePort port : service.ports()) {
      numbered(service, port, clients);
      targeted(port, selected.get(0), clients);
    }
    Workload workload = selected.get(0).pods().workload();
    if (workload != null) {
      labelled(service, workload, clients);
      left(service, workload);
    }
  }

  /** References that lead to the Service by its name. */
  private List<ClientReference> clients(Service service) {
    List<ClientReference> clients = new ArrayList<>();
    for (UnitFacts.TracedReference one : project.references()) {
      if (leadsTo(one.reference(), service)) {
        clients.add(one.reference());
      }
    }
    return clients;
  }

  private static boolean leadsTo(ClientReference reference, Service service) {
    String[] labels = reference.host().split("\\.");
    String namespace = labels.length > 1 ? labels[1] : reference.client().namespace();
    return labels[0].equals(service.name()) && namespace.equals(service.namespace());
  }

  private @Nullable Service serviceOf(ClientReference reference) {
    for (Service service : project.cluster().all(Service.class)) {
      if (leadsTo(reference, service)) {
        return service;
      }
    }
    return null;
  }

  private void renamed(Service service, List<ClientReference> clients) {
    Located<String> name = service.head().name();
    for (String other : words.instead(name.value())) {
      if (project.cluster().services(service.namespace()).stream()
          .anyMatch(one -> one.name().equals(other))) {
        continue;
      }
      add(
          "service renamed",
          name.value() + " to " + other,
          List.of(new Edit(name.at(), other)),
          "dns-name-unresolvable",
          lines(clients),
          Set.of(Line.of(name.at())));
    }
  }

  /** The Service goes to another namespace, its clients and pods stay. */
  private void moved(Service service, List<ClientReference> clients) {
    Located<String> namespace = service.head().writtenNamespace();
    if (namespace == null) {
      return;
    }
    boolean bare = true;
    for (ClientReference client : clients) {
      bare &= client.host().indexOf('.') < 0;
    }
    String other = words.typo(namespace.value());
    add(
        "namespace of a service",
        service.name() + " to " + other,
        List.of(new Edit(namespace.at(), other)),
        bare ? "dns-cross-namespace-short-name" : "selector-in-other-namespace",
        bare ? lines(clients) : Set.of(),
        Set.of(Line.of(namespace.at())));
  }

  /** The workload goes to another namespace, the Service stays. */
  private void left(Service service, Workload workload) {
    Located<String> namespace = workload.head().writtenNamespace();
    if (namespace == null) {
      return;
    }
    Located<String> asked = service.head().writtenNamespace();
    if (asked == null) {
      return;
    }
    String other = words.typo(namespace.value());
    add(
        "namespace of a workload",
        workload.name() + " to " + other,
        List.of(new Edit(namespace.at(), other)),
        "selector-in-other-namespace",
        Set.of(Line.of(asked.at())),
        Set.of(Line.of(namespace.at())));
  }

  private void numbered(Service service, ServicePort port, List<ClientReference> clients) {
    List<ClientReference> users = new ArrayList<>(clients);
    users.removeIf(client -> client.port() != port.port().value());
    int other = port.port().value() + 1 + words.below(900);
    if (users.isEmpty() || service.port(other) != null || !port.targetPort().written()) {
      return;
    }
    add(
        "service port changed",
        service.name() + " " + port.port().value() + " to " + other,
        List.of(new Edit(port.port().at(), String.valueOf(other))),
        "dns-port-mismatch",
        portLines(users),
        Set.of(Line.of(port.port().at())));
  }

  private void targeted(ServicePort port, Selected selected, List<ClientReference> clients) {
    Located<PortRef> target = port.targetPort();
    if (!target.written()) {
      return;
    }
    List<ClientReference> users = new ArrayList<>(clients);
    users.removeIf(client -> client.port() != port.port().value());
    for (Container container : selected.pods().spec().containers()) {
      for (Container.ContainerPort declared : container.ports()) {
        if (target.value().asNumber() == declared.number().value()) {
          targetedByNumber(target, declared, container, users);
        }
        if (declared.name() != null && target.value().text().equals(declared.name().value())) {
          targetedByName(target, declared.name(), users);
        }
      }
    }
  }

  private void targetedByNumber(
      Located<PortRef> target,
      Container.ContainerPort declared,
      Container container,
      List<ClientReference> users) {
    int other = declared.number().value() + 1 + words.below(90);
    for (Container.ContainerPort one : container.ports()) {
      if (one.number().value() == other) {
        return;
      }
    }
    String text = String.valueOf(other);
    Set<Line> both = lines(users, target.at(), declared.number().at());
    add(
        "target port changed",
        target.value().text() + " to " + text,
        List.of(new Edit(target.at(), text)),
        "target-port-not-declared",
        Set.of(Line.of(target.at())),
        both);
    if (isTold(container, target.value().text())) {
      // The process goes on to listen where the Service sends to: nothing is broken.
      return;
    }
    add(
        "container port changed",
        target.value().text() + " to " + text,
        List.of(new Edit(declared.number().at(), text)),
        "target-port-not-declared",
        Set.of(Line.of(target.at())),
        both);
  }

  private static boolean isTold(Container container, String number) {
    for (EnvVar variable : container.env()) {
      if (variable.source() instanceof EnvVar.Literal literal
          && literal.value().value().equals(number)) {
        return true;
      }
    }
    for (Located<String> argument : container.args()) {
      if (argument.value().endsWith("=" + number)) {
        return true;
      }
    }
    return false;
  }

  private void targetedByName(
      Located<PortRef> target, Located<String> declared, List<ClientReference> users) {
    Set<Line> both = lines(users, target.at(), declared.at());
    for (Location place : List.of(target.at(), declared.at())) {
      String other = words.typo(declared.value());
      add(
          place == target.at() ? "named target port" : "name of a container port",
          declared.value() + " to " + other,
          List.of(new Edit(place, other)),
          "named-target-port-not-found",
          Set.of(Line.of(target.at())),
          both);
    }
  }

  private void labelled(Service service, Workload workload, List<ClientReference> clients) {
    Labels template = workload.templateLabels();
    Labels own = workload.selector().matchLabels();
    for (Labels.Pair pair : service.selector().pairs()) {
      String key = pair.key();
      Located<String> asked = pair.value();
      Located<String> carried = template.get(key);
      if (carried == null) {
        continue;
      }
      Set<Line> both = lines(clients, asked.at(), carried.at());
      String value = asked.value();
      Consumer<Edit> inSelector =
          edit ->
              add(
                  "label in a selector",
                  service.name() + " " + key + " to " + edit.text(),
                  List.of(edit),
                  "selector-matches-nothing",
                  Set.of(Line.of(asked.at())),
                  both);
      inSelector.accept(new Edit(asked.at(), words.typo(value)));
      inSelector.accept(new Edit(keyAt(key, asked), words.typo(key)));
      Located<String> required = own.get(key);
      if (required == null) {
        add(
            "label in a template",
            workload.name() + " " + key,
            List.of(new Edit(carried.at(), words.typo(value))),
            "selector-matches-nothing",
            Set.of(Line.of(asked.at())),
            both);
        continue;
      }
      String other = words.typo(value);
      add(
          "label in a template and its workload's selector",
          workload.name() + " " + key + " to " + other,
          List.of(new Edit(carried.at(), other), new Edit(required.at(), other)),
          "selector-matches-nothing",
          Set.of(Line.of(asked.at())),
          both);
      add(
          "label in a template under the workload's selector",
          workload.name() + " " + key + " to " + other,
          List.of(new Edit(carried.at(), other)),
          "workload-selector-template-mismatch",
          Set.of(),
          Set.of(Line.of(carried.at()), Line.of(required.at())));
    }
  }

  /** The key of a label, which stands before the value on its line. */
  private static Location keyAt(String key, Located<String> value) {
    SourceFile file = value.at().file();
    int line = file.lineStart(value.at().start().line());
    int start = line + file.line(value.at().start().line()).indexOf(key + ":");
    return new Location(file, new Span(start, start + key.length()));
  }

  private void in(ClientReference reference) {
    Service service = serviceOf(reference);
    if (service == null || reference.host().length() < 4) {
      return;
    }
    int end = reference.host().indexOf('.');
    String first = end < 0 ? reference.host() : reference.host().substring(0, end);
    String rest = end < 0 ? "" : reference.host().substring(end);
    String other = words.typo(first);
    Location at = reference.hostAt();
    add(
        "host of a client",
        first + " to " + other,
        List.of(new Edit(at, other + rest)),
        "dns-name-unresolvable",
        Set.of(Line.of(at)),
        Set.of(Line.of(service.head().name().at())));
    Location portAt = reference.portAt();
    if (portAt != null && !service.headless() && service.port(reference.port()) != null) {
      int number = reference.port() + 1 + words.below(900);
      add(
          "port of a client",
          reference.target() + " to " + number,
          List.of(new Edit(portAt, withQuotes(portAt, number))),
          "dns-port-mismatch",
          Set.of(Line.of(portAt)),
          Set.of(Line.of(service.port(reference.port()).port().at())));
    }
    if (end > 0) {
      String namespace = service.namespace();
      String wrong = words.typo(namespace);
      add(
          "namespace in a client's host",
          reference.host() + " in " + wrong,
          List.of(new Edit(at, first + "." + wrong + rest.substring(namespace.length() + 1))),
          "dns-name-unresolvable",
          Set.of(Line.of(at)),
          Set.of(Line.of(service.head().name().at())));
    }
  }

  private static String withQuotes(Location at, int number) {
    String text = at.text();
    char first = text.charAt(0);
    return first == '"' || first == '\'' ? first + "" + number + first : String.valueOf(number);
  }

  /** The places, and the first clients that are hurt. */
  private static Set<Line> lines(List<ClientReference> clients, Location... places) {
    Set<Line> lines = lines(clients.subList(0, Math.min(3, clients.size())));
    for (Location place : places) {
      lines.add(Line.of(place));
    }
    return lines;
  }

  private static Set<Line> lines(List<ClientReference> clients) {
    Set<Line> lines = new LinkedHashSet<>();
    for (ClientReference client : clients) {
      lines.add(Line.of(client.hostAt()));
    }
    return lines;
  }

  private static Set<Line> portLines(List<ClientReference> clients) {
    Set<Line> lines = new LinkedHashSet<>();
    for (ClientReference client : clients) {
      Location port = client.portAt();
      lines.add(Line.of(port == null ? client.hostAt() : port));
    }
    return lines;
  }

  private void add(
      String kind, String title, List<Edit> edits, String rule, Set<Line> at, Set<Line> touched) {
    made.add(new Change(kind, title, edits, rule, at, touched));
  }
}
