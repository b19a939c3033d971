package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import dev.hopcheck.value.Dns1123Label;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the server checks of a RuntimeClass (node.k8s.io/v1). */
final class RuntimeClassRules implements Validator {
  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.generic(object, NameGrammar.SUBDOMAIN, Scope.CLUSTER, causes);
    Field root = object.root();
    Field handler = root.get("handler");
    if (handler.text().isEmpty()) {
      causes.required(handler, "");
    } else {
      causes.invalidEach(handler, Dns1123Label.errors(handler.text()));
    }
    Field overhead = root.get("overhead");
    ResourceRules.limits(overhead.get("podFixed"), overhead, causes);
    Field scheduling = root.get("scheduling");
    LabelRules.labels(scheduling.get("nodeSelector"), causes);
    Field tolerations = scheduling.get("tolerations");
    TolerationRules.validate(tolerations, causes);
    Set<List<String>> distinct = new HashSet<>();
    for (Field toleration : tolerations.items()) {
      List<String> key =
          List.of(
              toleration.text("key"),
              toleration.text("operator"),
              toleration.text("value"),
              toleration.text("effect"));
      if (!distinct.add(key)) {
        causes.duplicateBare(toleration, JsonText.of(toleration));
      }
    }
  }
}
