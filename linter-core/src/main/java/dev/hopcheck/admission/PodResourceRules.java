package dev.hopcheck.admission;

import dev.hopcheck.value.Parsed;
import dev.hopcheck.value.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Resources of a pod as a whole, which its containers share (from 1.34). */
final class PodResourceRules {
  private PodResourceRules() {}

  static void validate(PodScope pod) {
    Field resources = pod.spec().get("resources");
    if (!resources.present()) {
      return;
    }
    if (resources.present("claims")) {
      pod.causes()
          .forbidden(resources.get("claims"), "claims cannot be set for Resources at pod-level");
    }
    ResourceRules.ofPod(resources, pod.causes());
    ResourceClaimRules.references(resources.get("claims"), pod.claims(), pod.causes());
    requests(pod, resources);
    limits(pod, resources);
  }

  /** The pod must ask for at least what its containers ask for together. */
  private static void requests(PodScope pod, Field resources) {
    for (Map.Entry<String, BigDecimal> sum : containerRequests(pod).entrySet()) {
      Field asked = entry(resources.get("requests"), sum.getKey());
      BigDecimal whole = asked == null ? null : amount(asked);
      if (asked != null && whole != null && sum.getValue().compareTo(whole) > 0) {
        pod.causes()
            .invalid(
                asked,
                "must be greater than or equal to aggregate container requests of "
                    + sum.getValue().toPlainString());
      }
    }
  }

  /** No container may have a higher limit than its pod. */
  private static void limits(PodScope pod, Field resources) {
    List<Field> containers = pod.spec().items("containers");
    for (int i = 0; i < containers.size(); i++) {
      for (Field limit : containers.get(i).get("resources").entries("limits")) {
        Field whole = entry(resources.get("limits"), limit.name());
        BigDecimal most = whole == null ? null : amount(whole);
        BigDecimal own = amount(limit);
        if (whole != null && most != null && own != null && own.compareTo(most) > 0) {
          pod.causes()
              .invalid(limit, "must be less than or equal to pod limits of " + whole.text())
              .path(resources.path() + ".containers[" + i + "][" + limit.name() + "].limits");
        }
      }
    }
  }

  /** The sum over containers and sidecars, or what an init container needs before them. */
  private static Map<String, BigDecimal> containerRequests(PodScope pod) {
    Map<String, BigDecimal> sum = new TreeMap<>();
    for (Field container : pod.spec().items("containers")) {
      add(sum, container, pod.isPod());
    }
    Map<String, BigDecimal> sidecars = new TreeMap<>();
    Map<String, BigDecimal> before = new TreeMap<>();
    for (Field container : pod.spec().items("initContainers")) {
      Map<String, BigDecimal> now = new TreeMap<>(sidecars);
      add(now, container, pod.isPod());
      if (container.text("restartPolicy").equals("Always")) {
        sidecars = now;
        add(sum, container, pod.isPod());
      }
      now.forEach((name, amount) -> before.merge(name, amount, BigDecimal::max));
    }
    before.forEach((name, amount) -> sum.merge(name, amount, BigDecimal::max));
    return sum;
  }

  /** In a pod, limits count as requests where there are none. */
  private static void add(Map<String, BigDecimal> sum, Field container, boolean pod) {
    Field requests = container.get("resources").get("requests");
    for (Field request : requests.entries()) {
      BigDecimal amount = amount(request);
      if (amount != null) {
        sum.merge(request.name(), amount, BigDecimal::add);
      }
    }
    if (!pod) {
      return;
    }
    for (Field limit : container.get("resources").entries("limits")) {
      BigDecimal amount = amount(limit);
      if (amount != null && entry(requests, limit.name()) == null) {
        sum.merge(limit.name(), amount, BigDecimal::add);
      }
    }
  }

  private static @Nullable Field entry(Field map, String key) {
    for (Field entry : map.entries()) {
      if (entry.name().equals(key)) {
        return entry;
      }
    }
    return null;
  }

  private static @Nullable BigDecimal amount(Field field) {
    Parsed<Quantity> parsed = Quantity.decode(field.text());
    return parsed.isOk() ? parsed.get().amount() : null;
  }
}
