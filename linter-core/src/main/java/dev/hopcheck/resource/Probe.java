package dev.hopcheck.resource;

import dev.hopcheck.source.Location;
import org.jspecify.annotations.Nullable;

/**
 * A probe of a container, run by the kubelet on the pod's node.
 *
 * @param field such as {@code spec.containers[0].readinessProbe}
 * @param at the probe's key
 * @param port null for {@link Handler#EXEC}, and where it is not given
 * @param host null where it is the pod's own address
 * @param scheme {@code HTTP} unless written; of meaning for {@link Handler#HTTP_GET} only
 */
public record Probe(
    Kind kind,
    String field,
    Location at,
    Handler handler,
    @Nullable Located<PortRef> port,
    @Nullable Located<String> host,
    String scheme) {
  /** What a probe decides. */
  public enum Kind {
    LIVENESS,
    READINESS,
    STARTUP
  }

  /** How a probe asks. */
  public enum Handler {
    HTTP_GET,
    TCP_SOCKET,
    GRPC,
    EXEC,
    NONE
  }
}
