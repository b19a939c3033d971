package dev.hopcheck.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a live dump, or a test, says of a pod.
 *
 * @param phase empty where it is not given
 * @param podIps {@code podIPs}, else {@code podIP} alone
 * @param hostIp null where it is not given
 * @param ready the Ready condition; false where the status has none
 */
public record PodStatus(
    String phase, List<Located<String>> podIps, @Nullable Located<String> hostIp, boolean ready) {
  public PodStatus {
    podIps = List.copyOf(podIps);
  }

  /** Whether its containers have ended, so that it is no endpoint (EP-01). */
  public boolean ended() {
    return phase.equals("Succeeded") || phase.equals("Failed");
  }
}
