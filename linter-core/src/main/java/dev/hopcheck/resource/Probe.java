package dev.hopcheck.resource;

import dev.hopcheck.admission.Place;
import org.jspecify.annotations.Nullable;

/**
 * A probe of a container, run by the kubelet on the pod's node.
 *
 * @param place such as {@code spec.containers[0].readinessProbe}
 * @param port null for {@link Handler#EXEC}, and where it is not given
 * @param host null where it is the pod's own address
 * @param scheme {@code HTTP} unless written; of meaning for {@link Handler#HTTP_GET} only
 */
public record Probe(
    Kind kind,
    Place place,
    Handler handler,
    @Nullable Located<PortRef> port,
    @Nullable Located<String> host,
    String scheme)
    implements Placed {
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
