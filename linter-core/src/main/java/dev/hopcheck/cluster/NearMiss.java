package dev.hopcheck.cluster;

import dev.hopcheck.resource.Located;
import dev.hopcheck.source.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pods that a selector which matches nothing was probably meant for.
 *
 * @param pods the closest pod set
 * @param kind how they differ
 * @param differences the pairs of the selector that the pods lack, in order of the selector
 * @param sameName whether the pods' workload has the name of what selects
 * @param at what to point at: the label that differs, else the pods' labels
 */
public record NearMiss(
    PodSet pods, Kind kind, List<Difference> differences, boolean sameName, Location at) {
  public NearMiss {
    differences = List.copyOf(differences);
  }

  /** How a pod set differs, from the strongest evidence to the weakest. */
  public enum Kind {
    /** All pairs match, but the pods are in another namespace (SEL-04). */
    OTHER_NAMESPACE,
    /** The labels are on the workload, not on its pods (SEL-05). */
    ON_WORKLOAD_ONLY,
    /** A value differs in letter case only (SEL-03). */
    VALUE_CASE,
    /** A value is a small edit away. */
    VALUE_TYPO,
    /** A key differs in letter case or by a small edit; the value is the same. */
    KEY_TYPO,
    /**
     * The value stands under another key, such as {@code app.kubernetes.io/name} for {@code app}.
     */
    OTHER_KEY,
    /** Some pairs match and the others are missing. */
    PAIR_MISSING,
    /** The same keys with another value. */
    OTHER_VALUE,
    /** The workload has the Service's name, but none of the labels. */
    SAME_NAME,
    /** Nothing is alike. */
    NONE
  }

  /**
   * One pair that the pods lack.
   *
   * @param key the selector's key
   * @param wanted the selector's value
   * @param podKey the key that comes nearest on the pods; null where none does
   * @param found the value there; null where there is none
   */
  public record Difference(
      String key,
      Located<String> wanted,
      @Nullable String podKey,
      @Nullable Located<String> found) {}

  /** Whether it counts as a near miss where all pods are known. */
  public boolean near() {
    return kind != Kind.NONE;
  }

  /**
   * Whether a slip is likelier than that other pods are meant: the same key with quite another
   * value is how the parts of one application differ.
   */
  public boolean likely() {
    return strong() || kind == Kind.PAIR_MISSING;
  }

  /**
   * Whether it counts as a near miss even where further pods may exist: a slip is likelier than
   * another workload. That some pairs are shared is no such evidence, since all parts of an
   * application share some.
   */
  public boolean strong() {
    return switch (kind) {
      case OTHER_NAMESPACE,
          ON_WORKLOAD_ONLY,
          VALUE_CASE,
          VALUE_TYPO,
          KEY_TYPO,
          OTHER_KEY,
          SAME_NAME ->
          true;
      case PAIR_MISSING, OTHER_VALUE -> sameName;
      case NONE -> false;
    };
  }
}
