package dev.hopcheck.admission;

import dev.hopcheck.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests and limits of containers. */
final class ResourceRules {
  private ResourceRules() {}

  /** One amount that is asked for, and the field that says so. */
  private record Amount(Field field, Field map, String tail, @Nullable Quantity quantity) {
    String name() {
      return field.name();
    }

    String path() {
      return map.path() + tail + "[" + field.name() + "]";
    }
  }

  static void ofContainer(Field resources, PodScope pod) {
    check(resources, pod.isPod(), false, pod.causes());
    if (resources.has("claims")) {
      ResourceClaimRules.references(resources.get("claims"), pod.claims(), pod.causes());
    }
  }

  /** Amounts of the whole pod, of which there are fewer kinds. */
  static void ofPod(Field resources, Causes causes) {
    check(resources, false, true, causes);
  }

  /** A map of amounts that counts as limits, such as a pod's overhead, and the field it is of. */
  static void limits(Field map, Field owner, Causes causes) {
    List<Amount> limits = amounts(map, owner, ".limits");
    for (Amount limit : limits) {
      amount(limit, false, causes);
    }
    hugePages(map, owner, limits, List.of(), causes);
  }

  /** Huge pages are given to nothing that asks neither for processors nor for memory. */
  private static void hugePages(
      Field owner, Field blamed, List<Amount> limits, List<Amount> requests, Causes causes) {
    boolean hugePages = anyHugePages(limits) || anyHugePages(requests);
    if (hugePages
        && find(limits, "cpu") == null
        && find(requests, "cpu") == null
        && find(limits, "memory") == null
        && find(requests, "memory") == null) {
      causes.forbidden(owner, "HugePages require cpu or memory").path(blamed.path());
    }
  }

  private static boolean anyHugePages(List<Amount> amounts) {
    for (Amount amount : amounts) {
      if (ContainerResourceNames.isHugePages(amount.name())) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param filled whether requests that are not written equal the limits, as for containers of a
   *     pod (not of a template)
   */
  private static void check(Field resources, boolean filled, boolean wholePod, Causes causes) {
    Field limitsField = resources.get("limits");
    Field requestsField = resources.get("requests");
    List<Amount> limits = amounts(limitsField, limitsField, "");
    List<Amount> requests = amounts(requestsField, requestsField, "");
    if (filled) {
      for (Amount limit : limits) {
        if (find(requests, limit.name()) == null) {
          requests.add(new Amount(limit.field(), requestsField, "", limit.quantity()));
        }
      }
    }
    for (Amount limit : limits) {
      amount(limit, wholePod, causes);
    }
    for (Amount request : requests) {
      amount(request, wholePod, causes);
      compare(request, find(limits, request.name()), resources, causes);
    }
    hugePages(resources, resources, limits, requests, causes);
  }

  private static List<Amount> amounts(Field map, Field base, String tail) {
    List<Field> entries = map.entries();
    List<Amount> amounts = new ArrayList<>(entries.size());
    for (Field entry : entries) {
      // A null amount is 0.
      Quantity quantity = entry.present() ? Quantity.decode(entry.text()).value() : Quantity.ZERO;
      amounts.add(new Amount(entry, base, tail, quantity));
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
    if (wholePod || !errors.isEmpty()) {
      name(amount, errors, wholePod, causes);
    }
    Quantity quantity = amount.quantity();
    boolean plain = name.equals("cpu") || name.equals("memory");
    if (quantity != null && (!plain || quantity.signum() < 0)) {
      size(amount, quantity, causes);
    }
  }

  private static void name(Amount amount, List<String> errors, boolean wholePod, Causes causes) {
    String name = amount.name();
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
  }

  private static void size(Amount amount, Quantity quantity, Causes causes) {
    String name = amount.name();
    if (quantity.signum() < 0) {
      causes
          .invalidAmount(amount.field(), quantity.toString(), "must be greater than or equal to 0")
          .path(amount.path());
    }
    if (ResourceNames.isCounted(name) && quantity.milliValue() % 1000 != 0) {
      causes
          .invalidAmount(amount.field(), quantity.toString(), "must be an integer")
          .path(amount.path());
    }
    if (ContainerResourceNames.isHugePages(name)
        && !ContainerResourceNames.isWholePages(name, quantity)) {
      String shown = quantity.toString();
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
            .about(request.field())
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
    if (overcommit ? order > 0 : order != 0) {
      String relation = overcommit ? "less than or equal to " : "equal to ";
      exceeds(request, limit, relation, resources, causes);
    }
  }

  private static void exceeds(
      Amount request, Amount limit, String relation, Field resources, Causes causes) {
    Quantity asked = request.quantity();
    Quantity allowed = limit.quantity();
    if (asked != null && allowed != null) {
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
