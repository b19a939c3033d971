package dev.hopcheck.schema;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a kind in one version.
 *
 * @param served the struct of the kind where it is served; null where it is not
 * @param current the struct to read it with, that of its successor where it is not served; null
 *     where the kind is not built in
 * @param namespaced whether objects of it live in namespaces
 */
record KindFacts(@Nullable ObjectType served, @Nullable ObjectType current, boolean namespaced) {
  /** A kind as an object names it; compared by hand, as every object asks. */
  record Name(String apiVersion, String kind) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Name name
          && kind.equals(name.kind)
          && apiVersion.equals(name.apiVersion);
    }

    @Override
    public int hashCode() {
      return 31 * apiVersion.hashCode() + kind.hashCode();
    }
  }
}
