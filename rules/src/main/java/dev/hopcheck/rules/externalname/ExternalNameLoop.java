package dev.hopcheck.rules.externalname;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds aliases that lead back to themselves. */
final class ExternalNameLoop implements ClusterRule {
  /** What nobody reads to its end is only counted. */
  private static final int MOST_SHOWN = 20;

  private static final String RATIONALE =
      """
      An alias may lead to another alias, but if they form a circle no address ever comes out. The cluster's
      DNS cuts the circle and answers without an address.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: billing
        namespace: shop
      spec:
        type: ExternalName
        externalName: ledger.shop.svc.cluster.local # expect
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: ledger
        namespace: shop
      spec:
        type: ExternalName
        externalName: billing.shop.svc.cluster.local
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: billing
        namespace: shop
      spec:
        type: ExternalName
        externalName: ledger.shop.svc.cluster.local
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: ledger
        namespace: shop
      spec:
        type: ExternalName
        externalName: ledger.vendor.example.net
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("external-name-loop")
        .severity(Severity.ERROR)
        .family("externalname")
        .summary("ExternalName Services form a circle")
        .rationale(RATIONALE)
        .symptom("host not found (no address)")
        .mend("Let one of the aliases lead to a name that has an address.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Service, ExternalName")
        .build();
  }

  @Override
  public void check(Cluster cluster, Inspection in) {
    Set<Service> circling = circling(cluster, in);
    Set<Service> said = Collections.newSetFromMap(new IdentityHashMap<>(0));
    for (Service service : cluster.all(Service.class)) {
      if (circling.contains(service) && !said.contains(service)) {
        List<Service> circle = circle(service, in);
        said.addAll(circle);
        report(circle, in);
      }
    }
  }

  /** All Services that lead back to themselves; each is followed once. */
  private static Set<Service> circling(Cluster cluster, Inspection in) {
    Set<Service> circling = Collections.newSetFromMap(new IdentityHashMap<>(0));
    Map<Service, Service> from = new IdentityHashMap<>();
    for (Service service : cluster.all(Service.class)) {
      Service at = service.isExternalName() ? service : null;
      while (at != null && from.putIfAbsent(at, service) == null) {
        at = next(at, in);
      }
      if (at != null && from.get(at) == service) {
        circling.addAll(circle(at, in));
      }
    }
    return circling;
  }

  private static List<Service> circle(Service first, Inspection in) {
    List<Service> circle = new ArrayList<>(2);
    Service at = first;
    do {
      circle.add(at);
      at = next(at, in);
    } while (at != null && at != first);
    return circle;
  }

  private static @Nullable Service next(Service service, Inspection in) {
    Located<String> target = Alias.targetOf(service, in);
    Alias alias = target == null ? null : Alias.of(target);
    return alias == null ? null : in.cluster().service(alias.namespace(), alias.service());
  }

  private static void report(List<Service> circle, Inspection in) {
    Service first = circle.get(0);
    Located<String> target = first.externalName();
    if (target == null) {
      return;
    }
    Draft draft =
        in.at(target)
            .resource(first)
            .say(
                circle.size() == 1
                    ? "Service `" + first.name() + "` is an alias of itself"
                    : "Service `" + first.name() + "` is an alias that leads back to itself")
            .label("leads to `" + circle.get(circle.size() == 1 ? 0 : 1).name() + "`");
    for (Service other : circle.subList(1, Math.min(circle.size(), MOST_SHOWN))) {
      if (other.externalName() != null) {
        draft.related(other.externalName(), "`" + other.name() + "` leads on");
      }
    }
    if (circle.size() > MOST_SHOWN) {
      draft.note((circle.size() - MOST_SHOWN) + " more Services belong to the circle");
    }
    draft
        .note("no address comes out of the circle, so clients say that the host is not found")
        .advice("let one of the aliases lead to a name that has an address")
        .report();
  }
}
