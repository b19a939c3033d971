package dev.hopcheck.rules.load;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.Duplicate;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;
import java.util.ArrayList;
import java.util.List;

/** Finds resources that are given more than once. */
final class DuplicateObject implements ClusterRule {
  private static final String RATIONALE =
      """
      A cluster holds one object of a kind, namespace and name. Of two manifests the one that is applied last wins, so half of what is written has no effect.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: ExternalName
        externalName: old.example.com
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: shop # expect
      spec:
        type: ExternalName
        externalName: new.example.com
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: ExternalName
        externalName: new.example.com
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("duplicate-object")
        .severity(Severity.WARNING, Severity.INFO)
        .family("load")
        .summary("an object is given twice")
        .rationale(RATIONALE)
        .symptom("what the earlier manifest says has no effect")
        .mend("Remove one of them, or give it another name or namespace.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Object names and IDs")
        .build();
  }

  @Override
  public void check(Cluster cluster, Inspection in) {
    List<Duplicate> variants = new ArrayList<>(0);
    for (Duplicate duplicate : cluster.duplicates()) {
      if (duplicate.variants()) {
        variants.add(duplicate);
      } else {
        twice(duplicate, in);
      }
    }
    if (!variants.isEmpty()) {
      wide(variants, in);
    }
  }

  private static void twice(Duplicate duplicate, Inspection in) {
    Resource last = duplicate.wins();
    boolean same = duplicate.identical();
    Draft draft =
        in.at(last.head().name())
            .resource(last)
            .severity(same || last.head().placeholders() ? Severity.INFO : Severity.WARNING)
            .say(named(last) + (same ? " is given twice with the same content" : " is given twice"))
            .label(same ? "once more" : "this one wins");
    for (Resource other : duplicate.lost()) {
      draft.related(other.head().name(), same ? "the same" : "this one has no effect");
    }
    if (!same) {
      draft.note("the manifest that is applied last overwrites the others");
    }
    draft.advice("remove one of them, or give it another name").report();
  }

  private static String named(Resource resource) {
    return resource.head().kind() + " `" + resource.name() + "`";
  }

  /** One remark for the unit: the objects are right, what was put together is not. */
  private static void wide(List<Duplicate> variants, Inspection in) {
    Duplicate first = variants.get(0);
    Draft draft =
        in.at(first.wins().head().name())
            .resource(first.wins())
            .severity(Severity.INFO)
            .say(
                variants.size() == 1
                    ? "files of this folder hold variants of " + named(first.wins())
                    : "files of this folder hold variants of "
                        + variants.size()
                        + " objects, such as "
                        + named(first.wins()));
    for (Resource other : first.lost()) {
      draft.related(other.head().name(), "another variant");
    }
    draft
        .note("they cannot all be in one cluster, so less is said about what they select")
        .advice("check the variants apart: name their files, or give each a folder")
        .report();
  }
}
