package dev.hopcheck.engine;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.Rule;
import dev.hopcheck.rule.RuleDoc;
import java.util.List;
import java.util.function.BiConsumer;

/** Rules and catalogues for tests of the engine. */
final class TestRules {
  private TestRules() {}

  static Catalogue catalogue(Rule... rules) {
    return Catalogue.of(() -> List.of(rules));
  }

  /** Objects to every Service by its name, and would call it {@code good}. */
  static Rule badName() {
    return service(
        "bad-name",
        (service, in) -> {
          if (!service.name().startsWith("good")) {
            in.at(service.head().name())
                .say("name `" + service.name() + "` is bad")
                .label("this one")
                .note("clients see a bad name")
                .fix("call it `good`", Applicability.SAFE, "good")
                .report();
          }
        });
  }

  static Rule service(String id, BiConsumer<Service, Inspection> check) {
    return new OfService(id, check);
  }

  static Rule cluster(String id, BiConsumer<Cluster, Inspection> check) {
    return new OfCluster(id, check);
  }

  private static RuleDoc doc(String id) {
    return RuleDoc.id(id)
        .severity(Severity.ERROR, Severity.WARNING, Severity.INFO)
        .summary("a rule of a test")
        .build();
  }

  private record OfService(String id, BiConsumer<Service, Inspection> body)
      implements ResourceRule<Service> {
    @Override
    public Class<Service> subject() {
      return Service.class;
    }

    @Override
    public RuleDoc doc() {
      return TestRules.doc(id);
    }

    @Override
    public void check(Service service, Inspection in) {
      body.accept(service, in);
    }
  }

  private record OfCluster(String id, BiConsumer<Cluster, Inspection> body) implements ClusterRule {
    @Override
    public RuleDoc doc() {
      return TestRules.doc(id);
    }

    @Override
    public void check(Cluster cluster, Inspection in) {
      body.accept(cluster, in);
    }
  }

  /** A manifest of a Service that the API server accepts. */
  static String service(String name) {
    return "apiVersion: v1\n"
        + "kind: Service\n"
        + "metadata:\n"
        + "  name: "
        + name
        + "\nspec:\n"
        + "  selector: {app: web}\n"
        + "  ports:\n"
        + "    - port: 80\n";
  }

  /** Says something about each resource, for counting. */
  static void remark(Resource resource, Inspection in) {
    in.at(resource.head().kindAt()).say("seen `" + resource.name() + "`").report();
  }
}
