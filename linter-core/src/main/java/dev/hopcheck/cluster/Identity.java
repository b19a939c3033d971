package dev.hopcheck.cluster;

/**
 * What a resource is found by. Its hash is written out, since that of a record goes through method
 * handles, which every short run would have to set up; and it can be compared, so that tables stay
 * fast for names of one hash, be they chosen for that.
 *
 * @param kind the kind, with the group where it is none of Kubernetes' own; empty where all that is
 *     found is of one kind
 * @param namespace empty for what is cluster-wide
 */
record Identity(String kind, String namespace, String name) implements Comparable<Identity> {
  /** Of what is found by its namespace and name alone. */
  Identity(String namespace, String name) {
    this("", namespace, name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Identity identity
        && name.equals(identity.name)
        && namespace.equals(identity.namespace)
        && kind.equals(identity.kind);
  }

  @Override
  public int hashCode() {
    return (name.hashCode() * 31 + namespace.hashCode()) * 31 + kind.hashCode();
  }

  @Override
  public int compareTo(Identity other) {
    int byName = name.compareTo(other.name);
    int byNamespace = byName == 0 ? namespace.compareTo(other.namespace) : byName;
    return byNamespace == 0 ? kind.compareTo(other.kind) : byNamespace;
  }
}
