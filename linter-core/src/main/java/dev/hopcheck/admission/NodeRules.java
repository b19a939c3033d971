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
    ranges(root.get("spec", "podCIDRs"), facts, causes);
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

  private static void ranges(Field ranges, ServerFacts facts, Causes causes) {
    Set<IpFamily> families = new HashSet<>();
    List<Field> items = ranges.items();
    for (Field item : items) {
      causes.invalidEach(
          item,
          facts.version().isAtLeast(36)
              ? Cidr.errors(item.text())
              : Cidr.legacyErrors(item.text()));
      Optional<Cidr> range = Cidr.parse(item.text());
      range.ifPresent(value -> families.add(value.family()));
    }
    if (items.size() > 1 && (families.size() < 2 || items.size() > 2)) {
      causes.invalidBare(
          ranges, JsonText.of(ranges), "may specify no more than one CIDR for each IP family");
    }
  }
}
