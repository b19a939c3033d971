package dev.hopcheck.schema;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The structs of all built-in kinds of one Kubernetes version. Opened once for a run and shared
 * between threads; a kind is read when it is first asked for.
 */
public final class Schemas {
  private final KubernetesVersion version;
  private final SortedLines types;
  private final Kinds kinds;
  private final ConcurrentMap<String, ObjectType> opened = new ConcurrentHashMap<>();

  private Schemas(KubernetesVersion version) {
    this.version = version;
    types = SortedLines.resource("types.tsv");
    kinds = new Kinds(version, this);
  }

  /** The schemas of a version. */
  public static Schemas of(KubernetesVersion version) {
    return new Schemas(version);
  }

  /** The version. */
  public KubernetesVersion version() {
    return version;
  }

  /** Which kinds are served, were served, and live in namespaces. */
  public Kinds kinds() {
    return kinds;
  }

  /** The struct of a kind that this version serves; null for any other. */
  public @Nullable ObjectType find(String apiVersion, String kind) {
    return kinds.served(apiVersion, kind);
  }

  /** A struct by its key, such as {@code V1PodSpec}; null where this version has none. */
  public @Nullable ObjectType type(String key) {
    ObjectType known = opened.get(key);
    if (known != null) {
      return known;
    }
    String line = types.find(key);
    if (line == null) {
      return null;
    }
    return keep(new ObjectType(this, key, line));
  }

  /**
   * A struct that the bundle itself refers to. Whole trees of structs are referred to and few are
   * read, so that its line is not looked for yet.
   */
  ObjectType struct(String key) {
    ObjectType known = opened.get(key);
    return known != null ? known : keep(new ObjectType(this, key, null));
  }

  private ObjectType keep(ObjectType made) {
    ObjectType earlier = opened.putIfAbsent(made.key(), made);
    return earlier == null ? made : earlier;
  }

  /** What the bundle says of a struct that it refers to. */
  String line(String key) {
    String line = types.find(key);
    if (line == null) {
      throw new IllegalStateException("schema bundle: no struct " + key);
    }
    return line;
  }
}
