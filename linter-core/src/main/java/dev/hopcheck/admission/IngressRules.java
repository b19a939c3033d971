package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.value.Dns1123Subdomain;

/** What the server checks of an Ingress (networking.k8s.io/v1): ING-01 to ING-22. */
final class IngressRules implements Validator {
  /** What a refusal means to a client; the rules of hosts, paths and backends say the same. */
  static final String NOT_ROUTED =
      "the API server refuses the whole Ingress: clients of all of its hosts get the controller's 404";

  private static final String CLASS_ANNOTATION = "kubernetes.io/ingress.class";

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.SUBDOMAIN, Scope.NAMESPACED, causes); // ING-01
    Field spec = object.root().get("spec");
    Field rules = spec.get("rules");
    Field defaultBackend = spec.get("defaultBackend");
    empty(spec, rules, defaultBackend, causes);
    IngressBackendRules backends = new IngressBackendRules(facts, causes);
    if (defaultBackend.written()) {
      backends.validate(defaultBackend);
    }
    for (Field rule : rules.items()) {
      IngressHostRules.ofRule(rule.get("host"), causes);
      paths(rule.get("http"), backends, causes);
    }
    for (Field tls : spec.items("tls")) {
      tls(tls, causes);
    }
    ingressClass(object, spec.get("ingressClassName"), causes);
  }

  /** ING-02: the server blames the list of rules but names the spec. */
  private static void empty(Field spec, Field rules, Field defaultBackend, Causes causes) {
    if (rules.size() > 0 || defaultBackend.written()) {
      return;
    }
    causes
        .invalidBare(
            spec,
            rules.written() ? "[]" : "null",
            "either `defaultBackend` or `rules` must be specified")
        .rule(InputRule.INGRESS_EMPTY)
        .headline("Ingress has neither rules nor a default backend")
        .note(NOT_ROUTED)
        .note(
            "say in `spec.rules` which host and path go to which Service, or name one Service in"
                + " `spec.defaultBackend`");
  }

  /** ING-14: a rule without {@code http} is fine, one with it needs paths. */
  private static void paths(Field http, IngressBackendRules backends, Causes causes) {
    if (!http.written()) {
      return;
    }
    Field paths = http.get("paths");
    if (paths.size() == 0) {
      causes
          .required(paths, "")
          .headline("rule has `http` but no paths")
          .note(NOT_ROUTED)
          .note("list at least one path, or leave out `http`");
    }
    for (Field path : paths.items()) {
      IngressPathRules.validate(path, backends, causes);
    }
  }

  /** ING-19 and ING-20. */
  private static void tls(Field tls, Causes causes) {
    for (Field host : tls.items("hosts")) {
      IngressHostRules.ofTls(host, causes);
    }
    Field secret = tls.get("secretName");
    if (secret.text().isEmpty()) {
      return;
    }
    for (String error : Dns1123Subdomain.errors(secret.text())) {
      causes
          .invalid(secret, error)
          .headline("no Secret can have the name `" + secret.text() + "`")
          .note(NOT_ROUTED);
    }
  }

  /** ING-21 and, for the annotation that came before the field, ING-22. */
  private static void ingressClass(ApiObject object, Field name, Causes causes) {
    if (!name.written()) {
      return;
    }
    for (String error : Dns1123Subdomain.errors(name.text())) {
      causes
          .invalid(name, error)
          .headline(
              name.text().isEmpty()
                  ? "`ingressClassName` is empty"
                  : "no IngressClass can have the name `" + name.text() + "`")
          .note(NOT_ROUTED);
    }
    Field annotations = object.root().get("metadata", "annotations");
    for (Field annotation : annotations.entries()) {
      if (annotation.name().equals(CLASS_ANNOTATION) && !annotation.text().equals(name.text())) {
        causes
            .invalid(annotation, "must match `ingressClassName` when both are specified")
            .path("annotations." + CLASS_ANNOTATION)
            .headline(
                "annotation asks for class `"
                    + annotation.text()
                    + "`, `spec.ingressClassName` for `"
                    + name.text()
                    + "`")
            .note(NOT_ROUTED)
            .note("leave out the annotation, which is the older way of saying it");
      }
    }
  }
}
