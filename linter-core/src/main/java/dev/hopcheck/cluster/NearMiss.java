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
 * @param at what to point at: the label that differs, else the pods' labels
 */
public record NearMiss(PodSet pods, Kind kind, List<Difference> differences, Location at) {
  public NearMiss {
    differences = List.copyOf(differences);
  }

  /** How a pod set differs, from the strongest evidence to the weakest. */
  public enum Kind {
    /** All pairs match, but the pods are in another namespace (SEL-04). */
    OTHER_NAMESPACE(true),
    /** The labels are on the workload, not on its pods (SEL-05). */
    ON_WORKLOAD_ONLY(true),
    /** A value differs in letter case only (SEL-03). */
    VALUE_CASE(true),
    /** A value is a small edit away. */
    VALUE_TYPO(true),
    /** A key differs in letter case or by a small edit; the value is the same. */
    KEY_TYPO(true),
    /**
     * The value stands under another key, such as {@code app.kubernetes.io/name} for {@code app}.
     */
    OTHER_KEY(true),
    /** Some pairs match and the others are missing. */
    PAIR_MISSING(true),
    /** The same keys with another value. */
    OTHER_VALUE(true),
    /** The workload has the Service's name, but none of the labels. */
    SAME_NAME(true),
    /** Nothing is alike. */
    NONE(false);

    private final boolean near;

    Kind(boolean near) {
      this.near = near;
    }

    /** Whether it counts as a near miss in the choice of a severity. */
    public boolean near() {
      return near;
    }
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

  /** Whether it counts as a near miss in the choice of a severity. */
  public boolean near() {
    return kind.near();
  }
}
