package dev.hopcheck.schema;

import org.jspecify.annotations.Nullable;

/** Which kinds a version serves, what became of older ones, and which live in namespaces. */
public final class Kinds {
  private final SortedLines lines;
  private final KubernetesVersion version;
  private final Schemas schemas;

  Kinds(SortedLines lines, KubernetesVersion version, Schemas schemas) {
    this.lines = lines;
    this.version = version;
    this.schemas = schemas;
  }

  /** The struct of a kind that is served; null for any other. */
  @Nullable ObjectType served(String apiVersion, String kind) {
    String line = lines.find(apiVersion + " " + kind);
    if (line == null) {
      return null;
    }
    int type = line.indexOf('\t') + 1;
    int scope = line.indexOf('\t', type);
    int range = line.indexOf('\t', scope + 1);
    if (range >= 0 && !Versions.contains(line, range + 1, version)) {
      return null;
    }
    return schemas.type(line.substring(type, scope));
  }

  /** Whether objects of the kind live in a namespace; true for kinds that are not known. */
  public boolean isNamespaced(String apiVersion, String kind) {
    String line = lines.find(apiVersion + " " + kind);
    if (line == null) {
      return true;
    }
    int scope = line.indexOf('\t', line.indexOf('\t') + 1) + 1;
    return line.startsWith("namespaced", scope);
  }

  /**
   * The struct to read an object with, whether its version is served or not: that of the kind
   * itself or of its successor, such as {@code networking.k8s.io/v1} for an {@code
   * extensions/v1beta1} Ingress. Null where the kind is not built in.
   */
  public @Nullable ObjectType currentFor(String apiVersion, String kind) {
    return served(apiVersion, kind);
  }
}
