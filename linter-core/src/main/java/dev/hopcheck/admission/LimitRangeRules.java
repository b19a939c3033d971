package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import dev.hopcheck.value.QualifiedName;
import dev.hopcheck.value.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the server checks of a LimitRange (v1). */
final class LimitRangeRules implements Validator {
  private static final Set<String> TYPES = Set.of("Pod", "Container", "PersistentVolumeClaim");
  private static final String STORAGE = "storage";

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.SUBDOMAIN, Scope.NAMESPACED, causes);
    Set<String> types = new HashSet<>();
    for (Field limit : object.root().get("spec", "limits").items()) {
      Field type = limit.get("type");
      type(type, causes);
      if (!types.add(type.text())) {
        causes.duplicate(type, type.text());
      }
      limit(limit, type.text(), causes);
    }
  }

  private static void type(Field type, Causes causes) {
    List<String> errors = QualifiedName.errors(type.text());
    causes.invalidEach(type, errors);
    if (errors.isEmpty() && type.text().indexOf('/') < 0 && !TYPES.contains(type.text())) {
      causes.invalid(type, "must be a standard limit type or fully qualified");
    }
  }

  /** One amount: the field that gives it and its value. */
  private record Amount(Field field, @Nullable Quantity value) {
    boolean isAbove(@Nullable Amount other) {
      return other != null
          && value != null
          && other.value != null
          && value.compareTo(other.value) > 0;
    }
  }

  private static void limit(Field limit, String type, Causes causes) {
    Map<String, Amount> max = amounts(limit.get("max"), type, causes);
    Map<String, Amount> min = amounts(limit.get("min"), type, causes);
    Map<String, Amount> defaults = new TreeMap<>();
    Map<String, Amount> requests = new TreeMap<>();
    if (type.equals("Pod")) {
      forbidden(limit.get("default"), causes);
      forbidden(limit.get("defaultRequest"), causes);
    } else {
      defaults = amounts(limit.get("default"), type, causes);
      requests = amounts(limit.get("defaultRequest"), type, causes);
    }
    if (type.equals("PersistentVolumeClaim")
        && !min.containsKey(STORAGE)
        && !max.containsKey(STORAGE)) {
      causes
          .required(
              limit,
              "either minimum or maximum storage value is required, but neither was provided")
          .path(limit.path() + ".limits");
    }
    Map<String, Amount> ratios = amounts(limit.get("maxLimitRequestRatio"), type, causes);
    if (type.equals("Container")) {
      // What a container is not told has the next best bound; the server fills it in first.
      fill(defaults, max, limit.path() + ".default", causes);
      fill(requests, defaults, limit.path() + ".defaultRequest", causes);
      fill(requests, min, limit.path() + ".defaultRequest", causes);
    }
    Set<String> names = new TreeSet<>(max.keySet());
    names.addAll(min.keySet());
    names.addAll(defaults.keySet());
    names.addAll(requests.keySet());
    names.addAll(ratios.keySet());
    for (String name : names) {
      bounds(limit, name, min.get(name), max.get(name), causes);
      between(
          limit, "defaultRequest", name, requests.get(name), min.get(name), max.get(name), causes);
      between(limit, "default", name, defaults.get(name), min.get(name), max.get(name), causes);
      requestAndLimit(limit, name, requests.get(name), defaults.get(name), causes);
      ratio(ratios.get(name), min.get(name), max.get(name), causes);
    }
  }

  /** A name that is filled in is checked, and blamed, where it is filled in as well. */
  private static void fill(
      Map<String, Amount> amounts, Map<String, Amount> from, String path, Causes causes) {
    from.forEach(
        (name, amount) -> {
          if (amounts.putIfAbsent(name, amount) == null) {
            ResourceNames.ofContainer(amount.field(), name, path + "[" + name + "]", causes);
          }
        });
  }

  private static void forbidden(Field amounts, Causes causes) {
    if (amounts.size() > 0) {
      causes.forbidden(amounts, "may not be specified when `type` is 'Pod'");
    }
  }

  private static Map<String, Amount> amounts(Field map, String type, Causes causes) {
    Map<String, Amount> amounts = new TreeMap<>();
    for (Field entry : map.entries()) {
      if (type.equals("Pod") || type.equals("Container")) {
        ResourceNames.ofContainer(entry, entry.name(), causes);
      } else {
        ResourceNames.resource(entry, entry.name(), causes);
      }
      Quantity value = entry.text().isEmpty() ? Quantity.ZERO : QuantityRules.of(entry);
      amounts.put(entry.name(), new Amount(entry, value));
    }
    return amounts;
  }

  private static void bounds(
      Field limit, String name, @Nullable Amount min, @Nullable Amount max, Causes causes) {
    if (min != null && min.isAbove(max)) {
      causes
          .invalidString(
              min.field(), String.valueOf(min.value()), "min value is greater than max value")
          .path(limit.path() + ".min[" + name + "]");
    }
  }

  private static void between(
      Field limit,
      String which,
      String name,
      @Nullable Amount amount,
      @Nullable Amount min,
      @Nullable Amount max,
      Causes causes) {
    if (amount == null) {
      return;
    }
    String path = limit.path() + "." + which + "[" + name + "]";
    if (min != null && min.isAbove(amount)) {
      causes
          .invalidString(
              amount.field(), String.valueOf(amount.value()), "min value is greater than it")
          .path(path);
    }
    if (amount.isAbove(max)) {
      causes
          .invalidString(
              amount.field(), String.valueOf(amount.value()), "it is greater than max value")
          .path(path);
    }
  }

  private static void requestAndLimit(
      Field limit, String name, @Nullable Amount request, @Nullable Amount value, Causes causes) {
    if (request == null || value == null) {
      return;
    }
    String path = limit.path() + ".defaultRequest[" + name + "]";
    String shown = String.valueOf(request.value());
    if (request.isAbove(value)) {
      causes
          .invalidString(
              request.field(), shown, "default request value is greater than default limit value")
          .path(path);
    }
    boolean differ = request.isAbove(value) || value.isAbove(request);
    if (differ && !ResourceNames.canBeOvercommitted(name)) {
      causes
          .invalidString(
              request.field(), shown, "default value must equal to defaultRequest value in " + name)
          .path(path);
    }
  }

  private static void ratio(
      @Nullable Amount ratio, @Nullable Amount min, @Nullable Amount max, Causes causes) {
    if (ratio == null || ratio.value() == null) {
      return;
    }
    Quantity value = ratio.value();
    if (value.compareTo(Quantity.of(1)) < 0) {
      causes.invalidString(ratio.field(), value.toString(), "ratio is less than 1");
    }
    if (min == null || max == null || min.value() == null || max.value() == null) {
      return;
    }
    double bound = max.value().amount().doubleValue() / min.value().amount().doubleValue();
    if (value.amount().doubleValue() > bound) {
      causes.invalidString(ratio.field(), value.toString(), "ratio is greater than max/min");
    }
  }
}
