package dev.hopcheck.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Nodes are counted as go-yaml counts them, up to the very last one. */
class AliasBudgetTest {
  private static AliasBudget withNodes(int limit, int nodes) {
    AliasBudget budget = new AliasBudget(limit);
    for (int i = 1; i < nodes; i++) {
      budget.node();
    }
    return budget;
  }

  @Test
  void countsEachNodeAndWhatAliasesBring() {
    AliasBudget budget = withNodes(100, 10);
    assertThat(budget.mark()).isEqualTo(10);
    budget.anchored(3, 5, 2);
    assertThat(budget.height(3)).isEqualTo(2);
    assertThat(budget.height(4)).isZero();
    assertThat(budget.alias(3)).isNull();
    assertThat(budget.mark()).isEqualTo(16);
    assertThat(budget.alias(4)).isNull();
    assertThat(budget.mark()).isEqualTo(18);
  }

  @Test
  void theLimitIsExact() {
    AliasBudget budget = withNodes(100, 93);
    budget.anchored(1, 6, 1);
    assertThat(budget.alias(1)).isNull();
    AliasBudget over = withNodes(100, 94);
    over.anchored(1, 6, 1);
    assertThat(over.alias(1)).contains("more than 100 nodes once aliases are followed");
  }

  /** 99 of 100 may come from aliases, once there are more than 1,000 nodes. */
  @Test
  void fewNodesMayAllComeFromAliases() {
    AliasBudget few = withNodes(1_000_000, 1);
    few.anchored(1, 998, 1);
    assertThat(few.alias(1)).isNull();
    AliasBudget one = withNodes(1_000_000, 2);
    one.anchored(1, 998, 1);
    assertThat(one.alias(1)).contains("nearly all");
    AliasBudget enough = withNodes(1_000_000, 11);
    enough.anchored(1, 1_100, 1);
    assertThat(enough.alias(1)).isNull();
  }

  @Test
  void aHundredAliasesAreAlwaysFine() {
    AliasBudget budget = withNodes(10_000_000, 1_000);
    budget.anchored(1, 100, 1);
    assertThat(budget.alias(1)).isNull();
  }

  /** From 400,000 nodes on less and less may come from aliases. */
  @Test
  void theAllowedShareFalls() {
    assertThat(share(396_000, 400_000)).isNull();
    assertThat(share(1_500_000, 2_200_000)).contains("nearly all");
    assertThat(share(1_100_000, 2_200_000)).isNull();
    assertThat(share(990_000, 1_010_000)).contains("nearly all");
    assertThat(share(700_000, 1_000_000)).isNull();
    assertThat(share(900_000, 1_000_000)).contains("nearly all");
    assertThat(share(3_500_000, 3_600_000)).contains("nearly all");
  }

  /** 99 of 100 and one of 10 are still allowed; that is as low as it gets. */
  @Test
  void theSharesAreExact() {
    assertThat(share(1_089, 1_100)).isNull();
    assertThat(share(1_090, 1_100)).contains("nearly all");
    assertThat(share(396_000, 400_000)).isNull();
    assertThat(share(396_001, 400_000)).contains("nearly all");
    assertThat(share(400_000, 4_000_000)).isNull();
    assertThat(share(400_001, 4_000_000)).contains("nearly all");
    assertThat(share(800_000, 8_000_000)).isNull();
    assertThat(share(800_001, 8_000_000)).contains("nearly all");
  }

  private static String share(int fromAliases, int all) {
    AliasBudget budget = withNodes(10_000_000, all - fromAliases - 1);
    budget.anchored(1, fromAliases, 1);
    return budget.alias(1);
  }
}
