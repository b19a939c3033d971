package dev.hopcheck.query;

import dev.hopcheck.source.Position;
import dev.hopcheck.value.LabelSelector;
import org.jspecify.annotations.Nullable;

/**
 * Whom a question is about, as it is written. A namespace that is not given is null: the only one
 * of the unit is meant, else that of the command line.
 */
public sealed interface Who {
  /** The pods of a workload, such as {@code deployment/web in shop}. The kind is in lower case. */
  record OfWorkload(String kind, String name, @Nullable String namespace, String text, Position at)
      implements Who {}

  /** One pod, such as {@code pod/debug in tools} or {@code tools/debug}. */
  record OfPod(String name, @Nullable String namespace, String text, Position at) implements Who {}

  /**
   * {@code X/NAME} where {@code X} is no kind that everybody knows: a pod of that namespace, or the
   * pods of a custom workload of that kind.
   */
  record OfEither(String before, String name, @Nullable String namespace, String text, Position at)
      implements Who {}

  /** All pods with these labels, such as {@code pod -l app=web in shop}. */
  record WithLabels(LabelSelector selector, @Nullable String namespace, String text, Position at)
      implements Who {}

  /** A process of a node itself, such as {@code node node1}. */
  record OnNode(String name, String text, Position at) implements Who {}

  /**
   * A host beside the cluster, such as {@code outside via node1}.
   *
   * @param via the node that its packets come through; null where that is not given
   */
  record Outside(@Nullable String via, String text, Position at) implements Who {}

  /** An ordinary pod of a namespace, be there one or not; only names can be asked from there. */
  record InNamespace(String namespace, String text, Position at) implements Who {}

  /** As written, blanks made one. */
  String text();

  /** Where it starts. */
  Position at();
}
