package dev.hopcheck.resource;

/** One Kubernetes resource as its manifest describes it. */
public sealed interface Resource
    permits Autoscaler,
        ConfigMap,
        EndpointSlice,
        Endpoints,
        Ingress,
        IngressClass,
        Kustomization,
        Namespace,
        Node,
        OtherResource,
        Pod,
        Secret,
        Service,
        Workload {
  /** What all resources have in common. */
  ResourceHead head();

  /** The same resource with another head. */
  Resource withHead(ResourceHead head);

  /**
   * Whether its kind is none of those that are read here by their group, so that the name may
   * clash.
   */
  default boolean custom() {
    return this instanceof OtherResource
        || (this instanceof Workload workload && workload.type() == Workload.Type.CUSTOM);
  }

  /** The namespace it is in; empty for kinds that have none. */
  default String namespace() {
    return head().namespace();
  }

  /** The name; empty where the manifest gives none. */
  default String name() {
    return head().name().value();
  }
}
