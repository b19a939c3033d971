package dev.hopcheck.rules.selector;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.rule.Inspection;

/** When it can be said that a Service selects nothing. */
final class Nothing {
  private Nothing() {}

  /** Whether the Service certainly selects no pod of the input and nothing else makes endpoints. */
  static boolean isSelectedBy(Service service, Inspection in) {
    return service.selectsPods()
        && !in.isBroken(service)
        && !service.selector().hasUnknown()
        && in.cluster().selectedBy(service).isEmpty()
        && in.cluster().slices(service).isEmpty();
  }

  /**
   * Whether the pods would be selected if their workload's template carried what its own selector
   * asks for: the server says that already.
   */
  static boolean followsFromRefusal(Service service, PodSet pods, Inspection in) {
    Workload workload = pods.workload();
    if (workload == null || !in.isBroken(workload)) {
      return false;
    }
    Labels wanted = workload.selector().matchLabels();
    for (Labels.Pair pair : service.selector().pairs()) {
      if (!pair.value().value().equals(wanted.value(pair.key()))) {
        return false;
      }
    }
    return true;
  }
}
