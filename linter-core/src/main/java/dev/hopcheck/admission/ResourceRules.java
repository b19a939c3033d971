package dev.hopcheck.admission;

import dev.hopcheck.value.Quantity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests and limits of containers. */
final class ResourceRules {
  private ResourceRules() {}

  /** One amount that is asked for, and the field that says so. */
  private record Amount(Field field, String path, @Nullable Quantity quantity) {
    String name() {
      return field.name();
    }
  }

  static void ofContainer(Field resources, PodScope pod) {
    if (!resources.present()) {
      return;
    }
    check(resources, pod.isPod(), false, pod.causes());
    ResourceClaimRules.references(resources.get("claims"), pod.claims(), pod.causes());
  }

  /** Amounts of the whole pod, of which there are fewer kinds. */
  static void ofPod(Field resources, Causes causes) {
    check(resources, false, true, causes);
  }

  /** A map of amounts that counts as limits, such as a pod's overhead. */
  static void limits(Field map, String path, Causes causes) {
    Set<String> names = new HashSet<>();
    for (Amount limit : amounts(map, path + ".limits")) {
      amount(limit, false, causes);
      names.add(limit.name());
    }
    hugePages(map, names, path, causes);
  }

  /** Huge pages are given to nothing that asks neither for processors nor for memory. */
  private static void hugePages(Field owner, Set<String> names, String path, Causes causes) {
    boolean hugePages = false;
    for (String name : names) {
      hugePages |= ContainerResourceNames.isHugePages(name);
    }
    if (hugePages && !names.contains("cpu") && !names.contains("memory")) {
      causes.forbidden(owner, "HugePages require cpu or memory").path(path);
    }
  }

  /**
   * @param filled whether requests that are not written equal the limits, as for containers of a
   *     pod (not of a template)
   */
  private static void check(Field resources, boolean filled, boolean wholePod, Causes causes) {
    Field limitsField = resources.get("limits");
    Field requestsField = resources.get("requests");
    List<Amount> limits = amounts(limitsField, limitsField.path());
    List<Amount> requests = amounts(requestsField, requestsField.path());
    if (filled) {
      for (Amount limit : limits) {
        if (find(requests, limit.name()) == null) {
          requests.add(
              new Amount(
                  limit.field(),
                  requestsField.path() + "[" + limit.name() + "]",
                  limit.quantity()));
        }
      }
    }
    Set<String> all = new HashSet<>();
    for (Amount limit : limits) {
      amount(limit, wholePod, causes);
      all.add(limit.name());
    }
    for (Amount request : requests) {
      amount(request, wholePod, causes);
      compare(request, find(limits, request.name()), resources, causes);
      all.add(request.name());
    }
    hugePages(resources, all, resources.path(), causes);
  }

  private static List<Amount> amounts(Field map, String path) {
    List<Amount> amounts = new ArrayList<>();
    for (Field entry : map.entries()) {
      // A null amount is 0.
      Quantity quantity = entry.present() ? Quantity.decode(entry.text()).value() : Quantity.ZERO;
      amounts.add(new Amount(entry, path + "[" + entry.name() + "]", quantity));
    }
    return amounts;
  }

  private static @Nullable Amount find(List<Amount> amounts, String name) {
    for (Amount amount : amounts) {
      if (amount.name().equals(name)) {
        return amount;
      }
    }
    return null;
  }

  private static void amount(Amount amount, boolean wholePod, Causes causes) {
    String name = amount.name();
    List<String> errors =
        wholePod
            ? ContainerResourceNames.errors(name)
            : ContainerResourceNames.containerErrors(name);
    for (String error : errors) {
      causes
          .invalid(amount.field(), name, error)
          .path(amount.path())
          .at(amount.field().keyLocation());
    }
    if (wholePod && errors.isEmpty() && !ContainerResourceNames.isPodLevel(name)) {
      causes
          .notSupported(amount.field(), name, List.of("cpu", "hugepages-", "memory"))
          .path(amount.path())
          .at(amount.field().keyLocation());
    }
    Quantity quantity = amount.quantity();
    if (quantity == null) {
      return;
    }
    String shown = quantity.toString();
    if (quantity.signum() < 0) {
      causes
          .invalidAmount(amount.field(), shown, "must be greater than or equal to 0")
          .path(amount.path());
    }
    if (ResourceNames.isCounted(name) && quantity.milliValue() % 1000 != 0) {
      causes.invalidAmount(amount.field(), shown, "must be an integer").path(amount.path());
    }
    if (ContainerResourceNames.isHugePages(name)
        && !ContainerResourceNames.isWholePages(name, quantity)) {
      causes
          .invalidAmount(
              amount.field(), shown, shown + " is not positive integer multiple of " + name)
          .path(amount.path());
    }
  }

  private static void compare(
      Amount request, @Nullable Amount limit, Field resources, Causes causes) {
    boolean overcommit = ResourceNames.canBeOvercommitted(request.name());
    if (limit == null) {
      if (!overcommit) {
        causes
            .required(resources.get("limits"), "Limit must be set for non overcommitable resources")
            .at(request.field().keyLocation());
      }
      return;
    }
    Quantity asked = request.quantity();
    Quantity allowed = limit.quantity();
    if (asked == null || allowed == null) {
      return;
    }
    int order = asked.compareTo(allowed);
    String relation = overcommit ? "less than or equal to " : "equal to ";
    if (overcommit ? order > 0 : order != 0) {
      causes
          .invalidAmount(
              request.field(),
              asked.toString(),
              "must be " + relation + request.name() + " limit of " + allowed)
          .path(resources.path() + ".requests")
          .about(limit.field())
          .headline(
              "the request for `"
                  + request.name()
                  + "` is `"
                  + asked
                  + "`, more than its limit of `"
                  + allowed
                  + "`");
    }
  }
}
