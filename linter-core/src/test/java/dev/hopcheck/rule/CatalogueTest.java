package dev.hopcheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private record Named(String id) implements ClusterRule {
    @Override
    public RuleDoc doc() {
      return RuleDoc.id(id).summary("a rule").build();
    }

    @Override
    public void check(Cluster cluster, Inspection in) {}
  }

  private static RulePack pack(Rule... rules) {
    return () -> List.of(rules);
  }

  @Test
  void listsRulesAndPagesByTheirIds() {
    Catalogue catalogue = Catalogue.of(pack(new Named("b-rule")), pack(new Named("a-rule")));
    assertThat(catalogue.docs())
        .extracting(doc -> doc.id().value())
        .containsExactly(
            "a-rule", "b-rule", "suppression-expired", "suppression-invalid", "suppression-unused");
  }

  @Test
  void anIdStandsForOneRule() {
    Catalogue catalogue = Catalogue.of(pack(new Named("a-rule")), pack(new Named("a-rule")));
    assertThatThrownBy(catalogue::docs).hasMessageContaining("a-rule");
  }

  @Test
  void knowsWhatReadingReportsToo() {
    assertThat(Catalogue.of().knows(InputRule.WRONG_TYPE.id())).isTrue();
    assertThat(Catalogue.of().knows(new RuleId("nothing-of-the-kind"))).isFalse();
  }

  @Test
  void findsTheNearestId() {
    Catalogue catalogue = Catalogue.of(pack(new Named("selector-matches-nothing")));
    assertThat(catalogue.nearest("selector-match-nothing")).isEqualTo("selector-matches-nothing");
    assertThat(catalogue.nearest("x")).isNull();
  }

  @Test
  void aPageBelongsToItsRule() {
    RuleDoc doc = RuleDoc.id("wrong-type").severity(Severity.INFO).summary("x").build();
    assertThatThrownBy(() -> new RulePage(InputRule.WRONG_TYPE, doc))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void marksOfTestsAreNotShown() {
    RuleDoc doc =
        RuleDoc.id("a-rule").summary("x").bad("a: 1 # expect\nb: 2\n# expect\nc: # note\n").build();
    assertThat(doc.badShown()).isEqualTo("a: 1\nb: 2\n\nc: # note\n");
  }

  @Test
  void ownRulesHavePages() {
    for (SuppressionRule rule : SuppressionRule.values()) {
      assertThat(rule.doc().id()).isEqualTo(rule.id());
      assertThat(rule.doc().bad()).contains("# expect");
      assertThat(rule.doc().good()).doesNotContain("# expect");
    }
  }
}
