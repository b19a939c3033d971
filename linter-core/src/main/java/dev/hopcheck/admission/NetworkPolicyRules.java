package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import java.util.List;

/** What the server checks of a NetworkPolicy (networking.k8s.io/v1): NP-01 to NP-17. */
final class NetworkPolicyRules implements Validator {
  /** What a refusal means to a client; the rules of ports and peers say the same. */
  static final String NOT_ENFORCED =
      "the API server refuses the whole policy: traffic flows as if it had never been written";

  private static final List<String> TYPES = List.of("Egress", "Ingress");

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.SUBDOMAIN, Scope.NAMESPACED, causes); // NP-01
    Field spec = object.root().get("spec");
    LabelSelectorRules.validate(spec.get("podSelector"), causes); // NP-02
    rules(spec.get("ingress"), "from", facts, causes);
    rules(spec.get("egress"), "to", facts, causes);
    types(spec.get("policyTypes"), causes);
  }

  private static void rules(Field rules, String peers, ServerFacts facts, Causes causes) {
    for (Field rule : rules.items()) {
      for (Field port : rule.items("ports")) {
        NetworkPolicyPortRules.validate(port, causes);
      }
      for (Field peer : rule.items(peers)) {
        NetworkPolicyPeerRules.validate(peer, facts, causes);
      }
    }
  }

  /** NP-16 and NP-17: the list may hold one type twice, but no third entry. */
  private static void types(Field types, Causes causes) {
    List<Field> items = types.items();
    if (items.size() > TYPES.size()) {
      causes
          .invalidBare(types, JsonText.of(types), "may not specify more than two policyTypes")
          .headline("`policyTypes` has more than two entries")
          .note(NOT_ENFORCED);
      return;
    }
    for (Field type : items) {
      if (TYPES.contains(type.text())) {
        continue;
      }
      causes
          .notSupported(type, TYPES)
          .headline("`" + type.text() + "` is no policy type")
          .note(NOT_ENFORCED)
          .note("policy types are `Ingress` and `Egress`");
    }
  }
}
