package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import dev.hopcheck.value.Dns1123Subdomain;
import dev.hopcheck.value.PathSegment;
import java.util.List;

/** What the server checks of a RoleBinding or ClusterRoleBinding (rbac.authorization.k8s.io/v1). */
final class RoleBindingRules implements Validator {
  private static final String GROUP = "rbac.authorization.k8s.io";

  private final boolean namespaced;
  private final List<String> roles;

  /** Rules of RoleBindings, or else of ClusterRoleBindings, which cannot name a Role. */
  RoleBindingRules(boolean namespaced) {
    this.namespaced = namespaced;
    this.roles = namespaced ? List.of("ClusterRole", "Role") : List.of("ClusterRole");
  }

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(
        object, NameGrammar.PATH_SEGMENT, namespaced ? Scope.NAMESPACED : Scope.CLUSTER, causes);
    role(object.root().get("roleRef"), causes);
    for (Field subject : object.root().items("subjects")) {
      subject(subject, causes);
    }
  }

  private void role(Field role, Causes causes) {
    Field group = role.get("apiGroup");
    if (!group.text().equals(GROUP)) {
      causes.notSupported(group, List.of(GROUP));
    }
    Field kind = role.get("kind");
    if (!roles.contains(kind.text())) {
      causes.notSupported(kind, roles);
    }
    Field name = role.get("name");
    if (name.text().isEmpty()) {
      causes.required(name, "");
    } else {
      causes.invalidEach(name, PathSegment.errors(name.text()));
    }
  }

  private void subject(Field subject, Causes causes) {
    Field name = subject.get("name");
    Field group = subject.get("apiGroup");
    if (name.text().isEmpty()) {
      causes.required(name, "");
    }
    Field kind = subject.get("kind");
    switch (kind.text()) {
      case "ServiceAccount" -> {
        if (!name.text().isEmpty()) {
          causes.invalidEach(name, Dns1123Subdomain.errors(name.text()));
        }
        if (!group.text().isEmpty()) {
          causes.notSupported(group, List.of(""));
        }
        if (!namespaced && subject.text("namespace").isEmpty()) {
          causes
              .required(subject.get("namespace"), "")
              .headline("subject does not say in which namespace the ServiceAccount is");
        }
      }
      case "User", "Group" -> {
        if (!group.text().equals(GROUP)) {
          causes.notSupported(group, List.of(GROUP));
        }
      }
      default -> causes.notSupported(kind, List.of("Group", "ServiceAccount", "User"));
    }
  }
}
