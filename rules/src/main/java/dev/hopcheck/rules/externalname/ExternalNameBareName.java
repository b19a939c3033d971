package dev.hopcheck.rules.externalname;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import org.jspecify.annotations.Nullable;

/** Finds aliases of names that would need a search domain. */
final class ExternalNameBareName implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      The target of an alias is an absolute name. The search domains that let a pod say `db` or `db.data` are
      not applied to it, so a short name of a Service does not resolve.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: billing
      spec:
        type: ExternalName
        externalName: ledger.finance.svc # expect
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: billing
      spec:
        type: ExternalName
        externalName: ledger.finance.svc.cluster.local
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("external-name-bare-name")
        .severity(Severity.ERROR)
        .family("externalname")
        .summary("an ExternalName Service names a Service in short form")
        .rationale(RATIONALE)
        .symptom("NXDOMAIN: the name of the Service does not resolve")
        .mend("Write the full name, such as `db.data.svc.cluster.local`.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: DNS for Services and Pods")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    Located<String> target = Alias.targetOf(service, in);
    if (target == null) {
      return;
    }
    String name = Alias.plain(target);
    int dot = name.indexOf('.');
    boolean inZone = name.endsWith(".svc") && name.indexOf('.') != name.lastIndexOf('.');
    Service meant = meant(service, name, in.cluster());
    if (dot >= 0 && !inZone && meant == null) {
      return;
    }
    Draft draft =
        in.at(target)
            .say("`externalName` `" + target.value() + "` is a short name, which does not resolve")
            .label("taken as an absolute name")
            .note(
                "search domains are not applied to an alias: `"
                    + service.name()
                    + "."
                    + service.namespace()
                    + ".svc` answers NXDOMAIN");
    if (meant != null) {
      String full = meant.name() + "." + meant.namespace() + ".svc.cluster.local";
      draft
          .related(
              meant.head().name(),
              "Service `" + meant.name() + "` in namespace `" + meant.namespace() + "`")
          .fix("change `" + target.value() + "` to `" + full + "`", Applicability.UNSAFE, full);
    } else if (inZone) {
      String full = name + ".cluster.local";
      draft.fix("change `" + target.value() + "` to `" + full + "`", Applicability.UNSAFE, full);
    } else {
      draft.advice("write the full name, such as `" + name + ".example.com`");
    }
    draft.report();
  }

  /** The Service that a pod beside would reach by the name; null where there is none. */
  private static @Nullable Service meant(Service alias, String name, Cluster cluster) {
    String front = name.endsWith(".svc") ? name.substring(0, name.length() - 4) : name;
    int dot = front.indexOf('.');
    Service found =
        dot < 0
            ? cluster.service(alias.namespace(), front)
            : cluster.service(front.substring(dot + 1), front.substring(0, dot));
    return found == alias ? null : found;
  }
}
