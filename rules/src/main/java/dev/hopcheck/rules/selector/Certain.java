package dev.hopcheck.rules.selector;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.cluster.Selected;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rules.SharedPods;
import java.util.ArrayList;
import java.util.List;

/** What a Service certainly selects. */
final class Certain {
  private Certain() {}

  /**
   * The pods that the Service selects; none where anything about that is in doubt: a placeholder, a
   * refused manifest, a custom kind that only may make pods, variants of one application.
   */
  static List<PodSet> pods(Service service, Inspection in) {
    if (!service.selectsPods() || in.isBroken(service)) {
      return List.of();
    }
    List<Selected> selected = in.cluster().selectedBy(service);
    return selected.size() > SharedPods.MANY
        ? SharedPods.learn(
                Sure.class, service, selected, in, () -> new Sure(sure(service, selected, in)))
            .pods()
        : sure(service, selected, in);
  }

  private record Sure(List<PodSet> pods) {}

  private static List<PodSet> sure(Service service, List<Selected> selected, Inspection in) {
    List<PodSet> pods = new ArrayList<>(selected.size());
    for (Selected one : selected) {
      boolean doubtful =
          !one.certain()
              || one.pods().assumed()
              || in.isBroken(one.pods().owner())
              || in.cluster().mayBeOther(service, one.pods().owner());
      if (doubtful) {
        return List.of();
      }
      pods.add(one.pods());
    }
    return pods;
  }
}
