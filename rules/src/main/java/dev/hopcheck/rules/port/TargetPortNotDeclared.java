package dev.hopcheck.rules.port;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Container.ContainerPort;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rules.Clients;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds Service ports that lead to a number which the pods, though they declare ports, do not. */
final class TargetPortNotDeclared implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      Declaring a container port opens nothing, so a number that is not declared may still be served. But
      pods that declare their ports and not this one are a frequent sign of a wrong number, of `port` and
      `targetPort` in each other's place, or of a `targetPort` left out.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        selector:
          app: shop
        ports:
          - port: 80 # expect
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
        labels:
          app: shop
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8080
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
        labels:
          app: shop
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8080
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("target-port-not-declared")
        .severity(Severity.WARNING, Severity.INFO)
        .family("port")
        .summary("a Service port leads to a number that its pods do not declare")
        .rationale(RATIONALE)
        .symptom("connection refused, unless a process listens on the number all the same")
        .mend("Set `targetPort` to the port on which the container listens, or declare that port.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes API: ServicePort, targetPort; Container, ports")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    List<PodSet> pods = DeclaredPorts.podsOf(service, in);
    PortTable table = DeclaredPorts.table(service, pods, in);
    for (ServicePort port : service.ports()) {
      if (!DeclaredPorts.targetsNumber(port) || NumericTarget.hostPort(port, pods, table) != null) {
        continue;
      }
      NumericTarget target = NumericTarget.of(port, pods, table);
      PodSet lacking = target.lacking();
      if (lacking != null && target.declaredNowhere()) {
        report(service, port, lacking, PortMeant.of(service, port, target.others()), in);
      }
    }
  }

  private static void report(
      Service service, ServicePort port, PodSet pods, PortMeant meant, Inspection in) {
    int target = port.targetPort().value().asNumber();
    Draft draft =
        in.at(port.targetPort())
            .say("target port `" + target + "` is not among the ports that the pods declare")
            .label(
                port.targetPort().written()
                    ? "no container declares `" + target + "`"
                    : "`targetPort` defaults to `port`, and no container declares `" + target + "`")
            .severity(severity(target, pods, meant, in));
    ContainerPort likely = meant.likely();
    if (likely != null) {
      draft.related(likely.number(), "`" + pods.title() + "` declares " + meant.list());
    } else {
      draft.related(
          pods.spec().serving().get(0).at(), "`" + pods.title() + "` declares " + meant.list());
    }
    if (meant.swapped()) {
      draft.note(
          "`port` and `targetPort` look swapped: clients use `port`, pods are reached by"
              + " `targetPort`");
    }
    draft.note(
        "unless a process listens on `"
            + target
            + "` all the same, connections to "
            + DeclaredPorts.host(service)
            + " port "
            + port.port().value()
            + " are refused");
    Clients.show(draft, service, port.port().value(), in);
    mend(draft, port, likely);
    draft.report();
  }

  private static void mend(Draft draft, ServicePort port, @Nullable ContainerPort likely) {
    if (likely == null) {
      draft.advice("set `targetPort` to the port on which the container listens, or declare it");
      return;
    }
    String number = Integer.toString(likely.number().value());
    if (port.targetPort().written()) {
      draft.fix("change `targetPort` to `" + number + "`", Applicability.UNSAFE, number);
    } else {
      draft.advice("set `targetPort: " + number + "`");
    }
  }

  /**
   * A mesh's own ports are never declared, nor is one that is added to ports which other Service
   * ports already lead to. A number in the process's configuration is no slip, unless the declared
   * one lacks a digit of it or has one too many.
   */
  private static Severity severity(int target, PodSet pods, PortMeant meant, Inspection in) {
    boolean mesh = DeclaredPorts.injected(pods) || (target >= 15000 && target < 15100);
    boolean told = !meant.digitLost() && ConfiguredPorts.mention(target, pods, in.cluster());
    boolean served = mesh || pods.assumed() || told;
    return served || !meant.anyFree() ? Severity.INFO : Severity.WARNING;
  }
}
