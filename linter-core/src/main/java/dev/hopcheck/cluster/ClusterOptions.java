package dev.hopcheck.cluster;

/**
 * What the user says about the input.
 *
 * @param defaultNamespace where resources without a namespace go
 * @param namespaceGiven whether the user chose it; if not, they go to the only namespace of the
 *     unit
 * @param closed whether the input is all there is
 */
public record ClusterOptions(String defaultNamespace, boolean namespaceGiven, boolean closed) {
  /** Namespace {@code default}, openness as measured. */
  public static final ClusterOptions DEFAULTS = new ClusterOptions("default", false, false);

  /** The same with a namespace that the user chose. */
  public ClusterOptions inNamespace(String namespace) {
    return new ClusterOptions(namespace, true, closed);
  }

  /** The same, but the input is all there is. */
  public ClusterOptions asClosed() {
    return new ClusterOptions(defaultNamespace, namespaceGiven, true);
  }
}
