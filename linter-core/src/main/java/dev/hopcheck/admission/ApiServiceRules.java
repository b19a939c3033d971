package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import dev.hopcheck.value.Dns1035Label;
import dev.hopcheck.value.Dns1123Subdomain;
import dev.hopcheck.value.PathSegment;
import dev.hopcheck.value.Port;

/** What the server checks of an APIService (apiregistration.k8s.io/v1). */
final class ApiServiceRules implements Validator {
  private static final int MAX_GROUP_PRIORITY = 20_000;
  private static final int MAX_VERSION_PRIORITY = 1000;

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.generic(object, NameGrammar.PATH_SEGMENT, Scope.CLUSTER, causes);
    Field spec = object.root().get("spec");
    Field group = spec.get("group");
    Field version = spec.get("version");
    name(object, version.text() + "." + group.text(), causes);
    if (group.text().isEmpty() && !version.text().equals("v1")) {
      causes.required(group, "only v1 may have an empty group and it better be legacy kube");
    }
    if (!group.text().isEmpty()) {
      causes.invalidEach(group, Dns1123Subdomain.errors(group.text()));
    }
    causes.invalidEach(version, Dns1035Label.errors(version.text()));
    priority(spec.get("groupPriorityMinimum"), MAX_GROUP_PRIORITY, causes);
    priority(spec.get("versionPriority"), MAX_VERSION_PRIORITY, causes);
    service(spec, causes);
  }

  private static void name(ApiObject object, String required, Causes causes) {
    Field name = object.root().get("metadata", "name");
    String text = name.text();
    if (!text.isEmpty() && PathSegment.errors(text).isEmpty() && !text.equals(required)) {
      causes
          .invalid(name, "must be `spec.version+\".\"+spec.group`: \"" + required + '"')
          .headline("name of the APIService must be `" + required + "`");
    }
  }

  private static void priority(Field priority, int most, Causes causes) {
    if (priority.number() <= 0 || priority.number() > most) {
      causes.invalidNumber(priority, priority.number(), "must be positive and less than " + most);
    }
  }

  private static void service(Field spec, Causes causes) {
    Field service = spec.get("service");
    Field bundle = spec.get("caBundle");
    Field insecure = spec.get("insecureSkipTLSVerify");
    if (!service.written()) {
      if (!bundle.text().isEmpty()) {
        causes.invalid(bundle, "local APIServices may not have a caBundle");
      }
      if (insecure.flag()) {
        causes.invalidBare(
            insecure, "true", "local APIServices may not have insecureSkipTLSVerify");
      }
      return;
    }
    for (String part : new String[] {"namespace", "name"}) {
      if (service.text(part).isEmpty()) {
        causes.required(service.get(part), "");
      }
    }
    Field port = service.get("port");
    for (String error : Port.errors(port.number())) {
      causes.invalidNumber(port, port.number(), "port is not valid: " + error);
    }
    if (insecure.flag() && !bundle.text().isEmpty()) {
      causes.invalidBare(insecure, "true", "may not be true if caBundle is present");
    }
  }
}
