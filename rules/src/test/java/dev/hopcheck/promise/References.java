package dev.hopcheck.promise;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.Linter;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.Rule;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rule.RulePack;
import dev.hopcheck.rule.UnitFacts;
import dev.hopcheck.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * What the engine knows of one unit, seen with the eyes of a rule.
 *
 * @param cluster the snapshot
 * @param references hosts of clients, each followed to its end
 */
record References(Cluster cluster, List<UnitFacts.TracedReference> references) {
  /** Reads manifests of one folder. */
  static References of(List<SourceFile> files) {
    Recorder recorder = new Recorder();
    RulePack pack =
        new RulePack() {
          @Override
          public List<Rule> rules() {
            return List.of(recorder);
          }
        };
    new Linter(Catalogue.of(pack)).lint(LintRequest.ofTexts(files).build());
    if (recorder.seen.size() != 1) {
      throw new IllegalStateException(recorder.seen.size() + " units");
    }
    return recorder.seen.get(0);
  }

  private static final class Recorder implements ClusterRule {
    private final List<References> seen = new ArrayList<>();

    @Override
    public RuleDoc doc() {
      return RuleDoc.id("recorder").severity(Severity.INFO).summary("looks on").build();
    }

    @Override
    public void check(Cluster cluster, Inspection in) {
      seen.add(new References(cluster, in.references()));
    }
  }
}
