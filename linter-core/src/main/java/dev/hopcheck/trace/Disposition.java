package dev.hopcheck.trace;

/** How a trace ends; a closed set, each member a success or a failure. */
public enum Disposition {
  /** A process answers. */
  DELIVERED(true, "the connection is answered"),
  /** The flow leaves the cluster; what happens there is not ours to say. */
  EXITS_CLUSTER(true, "the connection leaves the cluster"),
  /** The text is no host name: no DNS server is asked. */
  NOT_A_NAME(false, "the text is no host name, the lookup fails at once"),
  /** No candidate of the search list exists. */
  NAME_NOT_FOUND(false, "the name does not resolve (NXDOMAIN)"),
  /** A name exists, but it has no address. */
  NAME_WITHOUT_ADDRESS(false, "the name resolves to no address (NODATA)"),
  /** The load balancer has no address yet. */
  NO_LOAD_BALANCER_ADDRESS(false, "the load balancer has no address"),
  /** Cluster IPs and pod addresses are known inside the cluster only (CIP-02). */
  NOT_REACHABLE_FROM_OUTSIDE(
      false, "the connection times out: the address exists inside the cluster only"),
  /** The Service has no such port or protocol (CIP-06). */
  NO_SUCH_PORT(false, "the Service has no such port"),
  /** Nothing is behind the Service (CIP-05). */
  NO_ENDPOINTS(false, "the Service has no endpoints"),
  /** There are endpoints, none of them ready (EP-01). */
  NO_READY_ENDPOINTS(false, "no endpoint of the Service is ready"),
  /** A Local policy rules out all endpoints (POL-04, POL-07). */
  NO_LOCAL_ENDPOINTS(false, "no endpoint is on the node, and the traffic policy allows no other"),
  /** The client's address is in none of the load balancer's ranges (LB-04). */
  SOURCE_NOT_ALLOWED(false, "the load balancer does not admit the client's address"),
  /** Nobody answers at the address: the pod is not running, or nothing has the address. */
  NO_SUCH_HOST(false, "nothing answers at the address"),
  /** The pod is there, but no process listens on the port (CIP-07). */
  PORT_NOT_LISTENING(false, "no process listens on the port"),
  /** The proxy cannot turn a pod's connection back to itself (CIP-10). */
  NO_HAIRPIN(false, "a pod cannot reach itself through this slice"),
  /** The manifests do not say. */
  INSUFFICIENT_INFO(false, "the manifests do not say");

  private final boolean success;
  private final String meaning;

  Disposition(boolean success, String meaning) {
    this.success = success;
    this.meaning = meaning;
  }

  /** Whether the client gets what it wanted, as far as the cluster is concerned. */
  public boolean success() {
    return success;
  }

  /** One clause for people. */
  public String meaning() {
    return meaning;
  }
}
