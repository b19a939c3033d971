package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import dev.hopcheck.value.Dns1123Label;
import dev.hopcheck.value.DomainPrefixedPath;
import dev.hopcheck.value.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the server checks of an IngressClass (networking.k8s.io/v1): IC-01 to IC-05. */
final class IngressClassRules implements Validator {
  private static final int MAX_CONTROLLER = 250;
  private static final List<String> SCOPES = List.of("Cluster", "Namespace");

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.SUBDOMAIN, Scope.CLUSTER, causes);
    Field spec = object.root().get("spec");
    controller(spec.get("controller"), causes);
    Field parameters = spec.get("parameters");
    if (parameters.written()) {
      LocalReferenceRules.validate(parameters, causes);
      scope(parameters, causes);
    }
  }

  /** IC-02: a part of the value is blamed where only a part is wrong. */
  private static void controller(Field controller, Causes causes) {
    String text = controller.text();
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_CONTROLLER) {
      causes.tooLong(controller, MAX_CONTROLLER);
    }
    if (text.isEmpty()) {
      causes.required(controller, "");
      return;
    }
    for (Fault fault : DomainPrefixedPath.faults(text)) {
      causes.invalid(controller, fault.value(), fault.text());
    }
  }

  /** IC-04 and IC-05; the scope is Cluster where it is not given. */
  private static void scope(Field parameters, Causes causes) {
    Field scope = parameters.get("scope");
    Field namespace = parameters.get("namespace");
    switch (scope.text()) {
      case "Namespace" -> {
        if (!namespace.written()) {
          causes.required(namespace, "`parameters.scope` is set to 'Namespace'");
          return;
        }
        for (String error : Dns1123Label.errors(namespace.text())) {
          causes.invalid(namespace, error);
        }
      }
      case "Cluster" -> {
        if (namespace.written()) {
          causes.forbidden(namespace, "`parameters.scope` is set to 'Cluster'");
        }
      }
      default -> causes.notSupported(scope, SCOPES);
    }
  }
}
