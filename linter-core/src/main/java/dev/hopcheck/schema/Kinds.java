package dev.hopcheck.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Which kinds a version serves, what became of older ones, and which live in namespaces. */
public final class Kinds {
  /** Versions in order of preference when a kind is looked for by its name alone. */
  private static final String STABLE = "/v";

  /** More kinds than there are; input may name any number of others. */
  private static final int MOST_ASKED = 2000;

  private final SortedLines served;
  private final KubernetesVersion version;
  private final Schemas schemas;
  private final ConcurrentMap<KindFacts.Name, KindFacts> asked = new ConcurrentHashMap<>();
  private @Nullable SortedLines removed;

  Kinds(KubernetesVersion version, Schemas schemas) {
    served = SortedLines.resource("kinds.tsv");
    this.version = version;
    this.schemas = schemas;
  }

  /** Versions of long ago, which few runs ask for. */
  private synchronized SortedLines removed() {
    SortedLines known = removed;
    if (known == null) {
      known = SortedLines.resource("removed.tsv");
      removed = known;
    }
    return known;
  }

  /**
   * What became of a kind.
   *
   * @param minor the minor version that stopped serving it
   * @param successor the API version that serves it instead; empty where none does
   */
  record Removal(int minor, String successor) {}

  /** The struct of a kind that is served; null for any other. */
  @Nullable ObjectType served(String apiVersion, String kind) {
    return facts(apiVersion, kind).served();
  }

  /** Whether objects of the kind live in a namespace; true for kinds that are not known. */
  public boolean isNamespaced(String apiVersion, String kind) {
    return facts(apiVersion, kind).namespaced();
  }

  /**
   * The struct to read an object with, whether its version is served or not: that of the kind
   * itself or of its successor, such as {@code networking.k8s.io/v1} for an {@code
   * extensions/v1beta1} Ingress. Null where the kind is not built in.
   */
  public @Nullable ObjectType currentFor(String apiVersion, String kind) {
    return facts(apiVersion, kind).current();
  }

  private KindFacts facts(String apiVersion, String kind) {
    KindFacts.Name name = new KindFacts.Name(apiVersion, kind);
    KindFacts known = asked.get(name);
    if (known == null) {
      known = read(apiVersion, kind);
      if (asked.size() < MOST_ASKED) {
        asked.put(name, known);
      }
    }
    return known;
  }

  private KindFacts read(String apiVersion, String kind) {
    String line = served.find(apiVersion + " " + kind);
    if (line != null) {
      ObjectType type = schemas.type(struct(line));
      return new KindFacts(isServed(line) ? type : null, type, isNamespaced(line));
    }
    Removal removal = removal(apiVersion, kind);
    String successor = removal == null ? null : served.find(removal.successor() + " " + kind);
    return successor == null
        ? new KindFacts(null, null, true)
        : new KindFacts(
            null,
            isServed(successor) ? schemas.type(struct(successor)) : null,
            isNamespaced(successor));
  }

  private static boolean isNamespaced(String line) {
    return line.startsWith("namespaced", scopeStart(line));
  }

  /**
   * Whether the group of an API version is built in: it has no dot, or some version served a kind
   * of it.
   */
  public boolean isBuiltInGroup(String apiVersion) {
    String group = group(apiVersion);
    return group.indexOf('.') < 0
        || served.hasPrefix(group + "/")
        || removed().hasPrefix(group + "/");
  }

  /** What became of a kind that older versions served; null where none did. */
  @Nullable Removal removal(String apiVersion, String kind) {
    String line = removed().find(apiVersion + " " + kind);
    if (line != null) {
      int minor = line.indexOf('\t') + 1;
      int successor = line.indexOf('\t', minor) + 1;
      return new Removal(
          Integer.parseInt(line.substring(minor, successor - 1)), line.substring(successor));
    }
    String known = served.find(apiVersion + " " + kind);
    if (known == null || last(known) >= version.minor()) {
      return null;
    }
    String successor = servedElsewhere(apiVersion, kind);
    return new Removal(last(known) + 1, successor == null ? "" : successor);
  }

  /**
   * The minor version from which on a kind is served; 0 where it is not known or served already.
   */
  int comesWith(String apiVersion, String kind) {
    String line = served.find(apiVersion + " " + kind);
    return line == null || first(line) <= version.minor() ? 0 : first(line);
  }

  /**
   * The API version that serves a kind of that name, of the same group if any does; null where
   * none.
   */
  @Nullable String servedElsewhere(String apiVersion, String kind) {
    String best = null;
    for (String line : served.all()) {
      int space = line.indexOf(' ');
      boolean named = space >= 0 && line.startsWith(kind + "\t", space + 1) && isServed(line);
      if (named) {
        String found = line.substring(0, space);
        boolean sameGroup = group(found).equals(group(apiVersion));
        boolean better =
            best == null
                || sameGroup && !group(best).equals(group(apiVersion))
                || sameGroup == group(best).equals(group(apiVersion)) && isStable(found);
        best = better ? found : best;
      }
    }
    return best;
  }

  /** All kinds that an API version serves. */
  List<String> kindsOf(String apiVersion) {
    List<String> kinds = new ArrayList<>();
    for (String line : served.all()) {
      if (line.startsWith(apiVersion + " ") && isServed(line)) {
        kinds.add(line.substring(apiVersion.length() + 1, line.indexOf('\t')));
      }
    }
    return kinds;
  }

  /** The names of all kinds that are served, in alphabetical order. */
  List<String> allKinds() {
    Set<String> kinds = new TreeSet<>();
    for (String line : served.all()) {
      if (isServed(line)) {
        kinds.add(line.substring(line.indexOf(' ') + 1, line.indexOf('\t')));
      }
    }
    return List.copyOf(kinds);
  }

  /** All API versions that are served, in alphabetical order. */
  List<String> apiVersions() {
    Set<String> versions = new TreeSet<>();
    for (String line : served.all()) {
      if (isServed(line)) {
        versions.add(line.substring(0, line.indexOf(' ')));
      }
    }
    return List.copyOf(versions);
  }

  private static boolean isStable(String apiVersion) {
    int at = apiVersion.lastIndexOf(STABLE);
    String number = at < 0 ? apiVersion.substring(1) : apiVersion.substring(at + STABLE.length());
    return number.indexOf('a') < 0;
  }

  private static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  private static String struct(String line) {
    int start = line.indexOf('\t') + 1;
    return line.substring(start, line.indexOf('\t', start));
  }

  private static int scopeStart(String line) {
    return line.indexOf('\t', line.indexOf('\t') + 1) + 1;
  }

  private boolean isServed(String line) {
    return Versions.contains(line, line.length() - 5, version);
  }

  private static int first(String line) {
    return Integer.parseInt(line.substring(line.length() - 5, line.length() - 3));
  }

  private static int last(String line) {
    return Integer.parseInt(line.substring(line.length() - 2));
  }
}
