package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import dev.hopcheck.value.Cidr;
import dev.hopcheck.value.IpFamily;
import dev.hopcheck.value.LabelValue;
import dev.hopcheck.value.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the server checks of a Node (v1). */
final class NodeRules implements Validator {
  private static final List<String> EFFECTS =
      List.of("NoExecute", "NoSchedule", "PreferNoSchedule");

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.SUBDOMAIN, Scope.CLUSTER, causes);
    Field root = object.root();
    taints(root.get("spec", "taints"), causes);
    for (String name : new String[] {"capacity", "allocatable"}) {
      Field amounts = root.get("status", name);
      for (Field amount : amounts.entries()) {
        amount(amount, amounts.path() + "." + amount.name(), causes);
      }
    }
    ranges(root.get("spec"), facts, causes);
  }

  /** The server names the metadata where it means the spec. */
  private static void taints(Field taints, Causes causes) {
    Set<List<String>> distinct = new HashSet<>();
    int index = 0;
    for (Field taint : taints.items()) {
      String path = "metadata.taints[" + index++ + "]";
      Field key = taint.get("key");
      for (String error : QualifiedName.errors(key.text())) {
        causes.invalid(key, error).path(path + ".key");
      }
      Field value = taint.get("value");
      List<String> errors = LabelValue.errors(value.text());
      if (!errors.isEmpty()) {
        causes.invalid(value, String.join(";", errors)).path(path + ".value");
      }
      Field effect = taint.get("effect");
      if (effect.text().isEmpty()) {
        causes.required(effect, "").path(path + ".effect");
      } else if (!EFFECTS.contains(effect.text())) {
        causes.notSupported(effect, EFFECTS).path(path + ".effect");
      }
      if (!distinct.add(List.of(key.text(), effect.text()))) {
        causes.duplicateBare(taint, JsonText.of(taint)).path(path);
      }
    }
  }

  private static void amount(Field amount, String path, Causes causes) {
    var value = QuantityRules.of(amount);
    if (value == null) {
      return;
    }
    if (value.signum() < 0) {
      causes
          .invalidString(amount, value.toString(), "must be greater than or equal to 0")
          .path(path);
    }
    if (ResourceNames.isCounted(amount.name()) && !value.isInteger()) {
      causes.invalidString(amount, value.toString(), "must be an integer").path(path);
    }
  }

  /** The older field of one range wins where both are given and differ. */
  private static void ranges(Field spec, ServerFacts facts, Causes causes) {
    Field ranges = spec.get("podCIDRs");
    Field older = spec.get("podCIDR");
    List<Field> items = ranges.items();
    boolean replaced =
        !older.text().isEmpty() && (items.isEmpty() || !items.get(0).text().equals(older.text()));
    if (replaced) {
      items = List.of(older);
    }
    Set<IpFamily> families = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      Field item = items.get(i);
      List<String> errors =
          facts.version().isAtLeast(36) ? Cidr.errors(item.text()) : Cidr.legacyErrors(item.text());
      for (String error : errors) {
        causes.invalid(item, error).path(ranges.path() + "[" + i + "]");
      }
      Optional<Cidr> range = Cidr.parse(item.text());
      if (range.isPresent()) {
        families.add(range.get().family());
      }
    }
    if (items.size() > 1 && (families.size() < 2 || items.size() > 2)) {
      causes.invalidBare(
          ranges, JsonText.of(ranges), "may specify no more than one CIDR for each IP family");
    }
  }
}
