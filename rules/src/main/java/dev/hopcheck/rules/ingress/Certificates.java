package dev.hopcheck.rules.ingress;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.resource.OtherResource;
import dev.hopcheck.resource.Secret;
import dev.hopcheck.value.EditDistance;
import dev.hopcheck.value.NearNames;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Secrets of a unit that hold certificates, and the names of those that are made elsewhere. */
final class Certificates {
  /** Characters of names that are held against one name: far more than people's names need. */
  private static final int MOST_STEPS = 20_000;

  private final Set<String> made = new HashSet<>();
  private final List<Secret> secrets = new ArrayList<>();
  private final Map<String, List<Integer>> byName = new HashMap<>();
  private final Map<String, List<Integer>> byNamespace = new HashMap<>();
  private final Map<String, NearNames> names = new HashMap<>();

  private Certificates() {}

  static Certificates of(Cluster cluster) {
    Certificates all = new Certificates();
    for (OtherResource other : cluster.all(OtherResource.class)) {
      String kind = other.head().kind();
      if (kind.equals("Certificate") || kind.contains("Secret")) {
        all.made.add(other.name());
        all.made.add(other.head().object().root().get("spec", "secretName").text());
        all.made.add(other.head().object().root().get("spec", "target", "name").text());
      }
    }
    for (Secret secret : cluster.all(Secret.class)) {
      if (secret.has("tls.crt")) {
        put(all.byName, secret.name(), all.secrets.size());
        put(all.byNamespace, secret.namespace(), all.secrets.size());
        all.secrets.add(secret);
      }
    }
    for (Map.Entry<String, List<Integer>> entry : all.byNamespace.entrySet()) {
      List<String> called = new ArrayList<>(entry.getValue().size());
      for (int number : entry.getValue()) {
        called.add(all.secrets.get(number).name());
      }
      all.names.put(entry.getKey(), new NearNames(called));
    }
    return all;
  }

  private static void put(Map<String, List<Integer>> map, String key, int number) {
    map.computeIfAbsent(key, unused -> new ArrayList<>(1)).add(number);
  }

  /** Whether another resource makes the Secret; it names it, or has its name. */
  boolean isMade(String name) {
    return made.contains(name);
  }

  /** The first with nearly that name, or with that name in another namespace. */
  @Nullable Secret near(String namespace, String name) {
    int first = secrets.size();
    for (int number : byName.getOrDefault(name, List.of())) {
      first = Math.min(first, number);
    }
    NearNames near = names.get(namespace);
    if (near != null) {
      List<Integer> here = byNamespace.getOrDefault(namespace, List.of());
      // A fifth of the longer name is a quarter of the shorter one.
      int limit = Math.max(1, name.length() / 4);
      BitSet found = near.search(name, limit, MOST_STEPS).numbers();
      found.or(near.otherCase(name));
      for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
        if (isAlike(near.names().get(i), name)) {
          first = Math.min(first, here.get(i));
          break;
        }
      }
    }
    return first == secrets.size() ? null : secrets.get(first);
  }

  private static boolean isAlike(String found, String wanted) {
    return EditDistance.isNearMiss(found, wanted)
        || (found.length() == wanted.length() && EditDistance.within(found, wanted, 1) == 1);
  }
}
