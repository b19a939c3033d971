package dev.hopcheck.yaml;

/**
 * Budgets of reading; each is named when it is hit.
 *
 * @param documentCodePoints code points of one document; nothing larger reaches an API server
 * @param depth nesting of collections in one document
 * @param nodes nodes written in one document
 * @param expandedNodes nodes of one document after aliases are followed
 */
public record YamlLimits(int documentCodePoints, int depth, int nodes, int expandedNodes) {
  /** 3 MiB of code points, depth 100, 250,000 nodes written and 1,000,000 expanded. */
  public static final YamlLimits DEFAULT = new YamlLimits(3 << 20, 100, 250_000, 1_000_000);

  public YamlLimits {
    if (documentCodePoints < 1 || depth < 1 || nodes < 1 || expandedNodes < 1) {
      throw new IllegalArgumentException("a limit below 1");
    }
  }
}
