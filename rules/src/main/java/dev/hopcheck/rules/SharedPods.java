package dev.hopcheck.rules;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.cluster.Selected;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What rules learn of a list of pods that many Services share. Each list is gone through once:
 * asked by each Service, thousands of Services by thousands of pods would be their product.
 */
public final class SharedPods {
  /** Up to so many pods each Service asks for itself. */
  public static final int MANY = 16;

  private final boolean variants;
  private final Map<Key, Object> learned = new HashMap<>();

  private SharedPods(Cluster cluster) {
    variants = cluster.hasVariants();
  }

  /**
   * The pods that the Service certainly selects, whose manifests the server accepts and which are
   * of the same variant.
   */
  public static List<PodSet> certain(Service service, Inspection in) {
    List<Selected> all = in.cluster().selectedBy(service);
    return all.size() > MANY
        ? learn(Sure.class, service, all, in, () -> new Sure(sure(service, all, in))).pods()
        : sure(service, all, in);
  }

  private record Sure(List<PodSet> pods) {}

  private static List<PodSet> sure(Service service, List<Selected> all, Inspection in) {
    List<PodSet> pods = new ArrayList<>(2);
    for (Selected selected : all) {
      PodSet set = selected.pods();
      if (selected.certain()
          && !in.cluster().mayBeOther(service, set.owner())
          && !in.isBroken(set.owner())) {
        pods.add(set);
      }
    }
    return pods;
  }

  /**
   * What was learned of the list before, else what the maker says.
   *
   * @param type what is learned: one answer a type and list
   * @param service whose pods they are; where the unit holds variants, its file counts too
   * @param shared known by its identity: what the cluster says of a Service, or an answer from here
   */
  public static <T> T learn(
      Class<T> type, Service service, List<?> shared, Inspection in, Supplier<T> maker) {
    return in.once(SharedPods.class, SharedPods::new).learn(type, service, shared, maker);
  }

  private synchronized <T> T learn(
      Class<T> type, Service service, List<?> shared, Supplier<T> maker) {
    Key key = new Key(type, shared, variants ? service.head().document().file() : null);
    Object known = learned.get(key);
    if (known == null) {
      known = maker.get();
      learned.put(key, known);
    }
    return type.cast(known);
  }

  private record Key(Class<?> type, List<?> shared, @Nullable SourceFile file) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && type == key.type
          && shared == key.shared
          && file == key.file;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(shared) * 31 + type.hashCode();
    }
  }
}
