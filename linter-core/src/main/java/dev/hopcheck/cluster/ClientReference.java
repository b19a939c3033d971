package dev.hopcheck.cluster;

import dev.hopcheck.resource.Resource;
import dev.hopcheck.source.Location;
import org.jspecify.annotations.Nullable;

/**
 * A host, or host and port, that a pod's manifest names (routing 19.1).
 *
 * @param client whose pods use it
 * @param holder what holds the text: the workload or pod itself, or a ConfigMap or Secret that it
 *     uses
 * @param where what names it, such as {@code variable `API_URL` of container `web`}
 * @param strength how sure it is that this is a host
 * @param scheme in lower case; empty where none is written
 * @param host as written, never anything around it
 * @param port the port that a connection goes to; 0 where it is not known
 * @param portWritten whether the port stands in the manifest, as opposed to the scheme's default
 * @param hostAt the characters of the host
 * @param portAt the characters of the port; null where none is written
 */
public record ClientReference(
    PodSet client,
    Resource holder,
    String where,
    Strength strength,
    String scheme,
    String host,
    int port,
    boolean portWritten,
    Location hostAt,
    @Nullable Location portAt) {
  /** How sure it is that a text names a host. */
  public enum Strength {
    /** A scheme, a cluster name, or a host with port that a Service has or nearly has. */
    STRONG,
    /** The value of a variable whose name says that it is a host. */
    MEDIUM
  }

  /** The host with the port that is meant. */
  public String target() {
    return port == 0 ? host : host + ":" + port;
  }
}
