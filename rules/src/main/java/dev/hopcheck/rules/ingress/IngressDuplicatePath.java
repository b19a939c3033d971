package dev.hopcheck.rules.ingress;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Located;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.source.Location;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds a host and path that lead to different Services. */
final class IngressDuplicatePath implements ClusterRule {
  private static final String RATIONALE =
      """
      If one host and path lead to two Services, the ingress controller takes one of them, as a rule the one
      of the oldest Ingress. The other Service gets no requests, and no error says so.
      """;

  private static final String BAD =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        ingressClassName: nginx
        rules:
          - host: shop.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
                      name: shop
                      port:
                        number: 80
                - path: / # expect
                  pathType: Prefix
                  backend:
                    service:
                      name: cart
                      port:
                        number: 80
      """;

  private static final String GOOD =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        ingressClassName: nginx
        rules:
          - host: shop.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
                      name: shop
                      port:
                        number: 80
                - path: /cart
                  pathType: Prefix
                  backend:
                    service:
                      name: cart
                      port:
                        number: 80
      """;

  private record Use(Ingress ingress, Ingress.HttpPath path) {}

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("ingress-duplicate-path")
        .severity(Severity.WARNING, Severity.INFO)
        .family("ingress")
        .summary("one host and path lead to different Services")
        .rationale(RATIONALE)
        .symptom("requests arrive at the wrong Service")
        .mend("Give each Service a path or host of its own.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Ingress, multiple matches")
        .build();
  }

  @Override
  public void check(Cluster cluster, Inspection in) {
    Map<String, Use> seen = new HashMap<>();
    for (Ingress ingress : cluster.all(Ingress.class)) {
      if (in.isBroken(ingress) || isChosenOtherwise(ingress)) {
        continue;
      }
      for (Ingress.Rule rule : ingress.rules()) {
        for (Ingress.HttpPath path : rule.paths()) {
          String key = key(ingress, rule, path);
          Use first = key == null ? null : seen.putIfAbsent(key, new Use(ingress, path));
          if (first != null && differ(first.path(), path)) {
            report(first, new Use(ingress, path), in);
          }
        }
      }
    }
  }

  /** Whether annotations choose by more than host and path, such as canaries do. */
  private static boolean isChosenOtherwise(Ingress ingress) {
    for (String part :
        new String[] {"canary", "conditions", "weight", "mergeable", "server-alias"}) {
      if (Backends.hasKey(ingress.head().annotations(), part)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String key(Ingress ingress, Ingress.Rule rule, Ingress.HttpPath path) {
    Located<String> name = Backends.className(ingress);
    boolean unknown =
        (rule.host() != null && rule.host().unknown())
            || (path.path() != null && path.path().unknown());
    if (unknown) {
      return null;
    }
    return (name == null ? "" : name.value())
        + " "
        + (rule.host() == null ? "" : rule.host().value())
        + " "
        + (path.path() == null ? "/" : path.path().value())
        + " "
        + (path.pathType() == null ? "" : path.pathType().value());
  }

  private static boolean differ(Ingress.HttpPath one, Ingress.HttpPath other) {
    if (one.backend() instanceof Ingress.ServiceBackend left
        && other.backend() instanceof Ingress.ServiceBackend right) {
      boolean known = left.name().known() && right.name().known();
      return known && !left.name().value().equals(right.name().value());
    }
    return false;
  }

  private static void report(Use first, Use second, Inspection in) {
    Located<String> written = second.path().path();
    Location at = written == null ? second.path().at() : written.at();
    String path = written == null ? "/" : written.value();
    String winner = name(first);
    boolean together =
        first.ingress().head().document().file() == second.ingress().head().document().file();
    in.at(at)
        .field(second.path().field() + ".path")
        .resource(second.ingress())
        .say("path `" + path + "` of this host already leads to Service `" + winner + "`")
        .label("here it leads to `" + name(second) + "`")
        .related(
            first.path().path() == null ? first.path().at() : first.path().path().at(),
            "first given here, for `" + winner + "`")
        .note("the ingress controller takes one of them; the other Service gets no requests")
        .advice("give each Service a path or host of its own")
        .severity(together ? Severity.WARNING : Severity.INFO)
        .report();
  }

  private static String name(Use use) {
    return use.path().backend() instanceof Ingress.ServiceBackend backend
        ? backend.name().value()
        : "";
  }
}
