package dev.hopcheck.admission;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.value.Dns1123Subdomain;
import dev.hopcheck.value.QualifiedName;
import java.util.List;

/** Service of v1 (spec section 8), after allocation (section 9). */
final class ServiceRules implements Validator {
  private static final String SOURCE_RANGES =
      "service.beta.kubernetes.io/load-balancer-source-ranges";
  private static final String TOPOLOGY_MODE = "service.kubernetes.io/topology-mode";
  private static final String TOPOLOGY_HINTS = "service.kubernetes.io/topology-aware-hints";
  private static final String[] LOAD_BALANCER = {
    "allocateLoadBalancerNodePorts", "loadBalancerClass"
  };
  private static final String ONLY_LOAD_BALANCER = "may only be used when `type` is 'LoadBalancer'";

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ServiceView service = new ServiceView(object.root().get("spec"));
    ServiceAllocation allocation = new ServiceAllocation(service, facts, causes);
    if (!allocation.succeeds()) {
      return;
    }
    boolean relaxed = facts.version().isAtLeast(36);
    ObjectMetaRules.validate(
        object,
        relaxed ? NameGrammar.LABEL : NameGrammar.LABEL_1035,
        ObjectMetaRules.Scope.NAMESPACED,
        causes);
    if (object.root().get("metadata").has("annotations")) {
      topologyAnnotations(object.root().get("metadata").get("annotations"), causes);
    }
    portsNeeded(service, causes);
    ofType(service, causes);
    ServicePortRules.each(service, causes);
    LabelRules.labels(service.spec().get("selector"), causes);
    affinity(service.spec(), causes);
    if (!service.isPlain()) {
      ServiceAddressRules.validate(service, facts, causes);
    }
    for (Field ip : service.spec().items("externalIPs")) {
      List<String> errors = Addresses.errors(ip.text(), facts);
      causes.invalidEach(ip, errors);
      if (errors.isEmpty()) {
        Addresses.notSpecial(ip, InputRule.VALUE_INVALID, causes);
      }
    }
    type(service, causes);
    ServicePortRules.noNodePorts(service, causes);
    ServicePortRules.distinctNodePorts(service, allocation.nodePorts(), causes);
    ServicePortRules.distinctPorts(service, causes);
    kubeletPort(service, facts, causes);
    sourceRanges(object, service, facts, causes);
    if (service.spec().hasAny(LOAD_BALANCER)) {
      loadBalancerFields(service, causes);
    }
    ServiceTrafficRules.validate(service, facts, causes);
    ObjectMetaRules.secondPass(object, causes);
  }

  /** SVC-50. */
  private static void topologyAnnotations(Field annotations, Causes causes) {
    Field mode = entry(annotations, TOPOLOGY_MODE);
    Field hints = entry(annotations, TOPOLOGY_HINTS);
    if (mode != null && hints != null && !mode.text().equals(hints.text())) {
      causes
          .invalid(mode, "must match annotations[" + TOPOLOGY_HINTS + "] when both are specified")
          .about(hints);
    }
  }

  static @org.jspecify.annotations.Nullable Field entry(Field map, String key) {
    for (Field entry : map.entries()) {
      if (entry.name().equals(key)) {
        return entry;
      }
    }
    return null;
  }

  /** SVC-02. */
  private static void portsNeeded(ServiceView service, Causes causes) {
    boolean needed = !service.isHeadless() && !service.isType("ExternalName");
    if (service.ports().isEmpty() && needed) {
      Cause cause =
          causes
              .required(service.spec().get("ports"), "")
              .about(service.spec().get("clusterIP"))
              .about(service.spec().get("type"))
              .rule(InputRule.SERVICE_PORTS_MISSING)
              .headline("the Service has no ports")
              .note("only headless Services and those of type `ExternalName` may be without");
      if (service.spec().present("externalName")) {
        cause
            .followsLater("spec.type")
            .related(
                service.spec().get("externalName").location(),
                "has no effect without `type: ExternalName`");
      }
    }
  }

  /** SVC-16 to SVC-21. */
  private static void ofType(ServiceView service, Causes causes) {
    switch (service.type()) {
      case "LoadBalancer", "NodePort" -> {
        if (service.isHeadless()) {
          causes
              .invalid(
                  service.clusterIps().get(0),
                  "may not be set to 'None' for " + service.type() + " services")
              .path(ServiceView.clusterIpPath(0))
              .about(service.spec().get("type"))
              .rule(InputRule.HEADLESS_WITH_EXTERNAL_TYPE)
              .headline("a Service of type `" + service.type() + "` cannot be headless");
        }
      }
      case "ExternalName" -> externalName(service, causes);
      default -> {}
    }
  }

  private static void externalName(ServiceView service, Causes causes) {
    Field spec = service.spec();
    if (!service.clusterIps().isEmpty()) {
      causes
          .forbidden(spec.get("clusterIPs"), "may not be set for ExternalName services")
          .at(service.clusterIps().get(0).location())
          .headline("a Service of type `ExternalName` has no cluster IP");
    }
    if (spec.size("ipFamilies") > 0) {
      causes.forbidden(spec.get("ipFamilies"), "may not be set for ExternalName services");
    }
    if (spec.present("ipFamilyPolicy")) {
      causes.forbidden(spec.get("ipFamilyPolicy"), "may not be set for ExternalName services");
    }
    Field name = spec.get("externalName");
    String text = name.text();
    String host = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (host.isEmpty()) {
      causes
          .required(name, "")
          .about(spec.get("type"))
          .rule(InputRule.EXTERNAL_NAME_MISSING)
          .headline("a Service of type `ExternalName` needs an `externalName`");
      return;
    }
    for (String error : Dns1123Subdomain.errors(host)) {
      Cause cause =
          causes
              .invalid(name, host, error)
              .rule(InputRule.EXTERNAL_NAME_INVALID)
              .headline("`" + text + "` is no DNS name");
      String bare = hostOf(host);
      if (!bare.equals(host) && Dns1123Subdomain.isValid(bare)) {
        cause
            .note("`externalName` takes a host only: no scheme, port or path")
            .fixOnce("keep the host only: `" + bare + "`", Applicability.UNSAFE, bare);
      }
    }
  }

  /** The host of what looks like a URL; the text itself where it does not. */
  private static String hostOf(String text) {
    int scheme = text.indexOf("://");
    int start = scheme < 0 ? 0 : scheme + 3;
    int end = start;
    while (end < text.length() && ":/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(start, end).toLowerCase(java.util.Locale.ROOT);
  }

  /** SVC-34 to SVC-36. */
  private static void affinity(Field spec, Causes causes) {
    Field affinity = spec.get("sessionAffinity");
    switch (affinity.text()) {
      case "None" -> {}
      case "ClientIP" -> {
        Field timeout = spec.get("sessionAffinityConfig").get("clientIP").get("timeoutSeconds");
        if (timeout.written() && (timeout.number() <= 0 || timeout.number() > 86400)) {
          causes
              .invalidNumber(
                  timeout, timeout.number(), "must be greater than 0 and less than 86400")
              .rule(InputRule.SESSION_AFFINITY_INVALID)
              .headline("session affinity lasts 1 to 86400 seconds");
        }
      }
      default ->
          causes
              .notSupported(affinity, "ClientIP", "None")
              .rule(InputRule.SESSION_AFFINITY_INVALID);
    }
  }

  /** SVC-15. */
  private static void type(ServiceView service, Causes causes) {
    switch (service.type()) {
      case "ClusterIP", "NodePort", "LoadBalancer", "ExternalName" -> {}
      default ->
          causes
              .notSupported(
                  service.spec().get("type"),
                  "ClusterIP",
                  "ExternalName",
                  "LoadBalancer",
                  "NodePort")
              .headline("`" + service.type() + "` is no type of Service");
    }
  }

  /** SVC-14. */
  private static void kubeletPort(ServiceView service, ServerFacts facts, Causes causes) {
    if (facts.version().isAtLeast(33) || !service.isType("LoadBalancer")) {
      return;
    }
    for (Field port : service.ports()) {
      if (port.number("port") == 10250) {
        causes
            .invalidNumber(
                port, 10250, "may not expose port 10250 externally since it is used by kubelet")
            .at(port.get("port").location());
      }
    }
  }

  /** SVC-25 to SVC-28; the server spells the field with a capital letter. */
  private static void sourceRanges(
      ApiObject object, ServiceView service, ServerFacts facts, Causes causes) {
    boolean written =
        service.spec().has("loadBalancerSourceRanges")
            || object.root().get("metadata").has("annotations");
    if (!written) {
      return;
    }
    Field list = service.spec().get("loadBalancerSourceRanges");
    if (list.size() > 0) {
      listedRanges(list, service, facts, causes);
      return;
    }
    Field annotation = entry(object.root().get("metadata").get("annotations"), SOURCE_RANGES);
    if (annotation != null) {
      annotatedRanges(annotation, service, facts, causes);
    }
  }

  private static void listedRanges(
      Field list, ServiceView service, ServerFacts facts, Causes causes) {
    String path = "spec.LoadBalancerSourceRanges";
    if (!service.isType("LoadBalancer")) {
      onlyLoadBalancer(causes, list, service).path(path);
    }
    List<Field> items = list.items();
    for (int i = 0; i < items.size(); i++) {
      for (String error : Addresses.cidrErrors(items.get(i).text().strip(), facts)) {
        causes
            .invalid(items.get(i), items.get(i).text().strip(), error)
            .path(facts.version().isAtLeast(30) ? path + "[" + i + "]" : path);
      }
    }
  }

  private static void annotatedRanges(
      Field annotation, ServiceView service, ServerFacts facts, Causes causes) {
    if (!service.isType("LoadBalancer")) {
      onlyLoadBalancer(causes, annotation, service);
    }
    String text = annotation.text().strip();
    int start = 0;
    while (!text.isEmpty() && start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      String part = text.substring(start, end).strip();
      for (String error : Addresses.cidrErrors(part, facts)) {
        causes.invalid(annotation, part, error);
      }
      start = end + 1;
    }
  }

  private static Cause onlyLoadBalancer(Causes causes, Field field, ServiceView service) {
    return causes
        .forbidden(field, ONLY_LOAD_BALANCER)
        .about(service.spec().get("type"))
        .followsLater("spec.type")
        .rule(InputRule.LOAD_BALANCER_FIELD_ON_OTHER_TYPE)
        .headline(
            "`"
                + field.name()
                + "` is only for type `LoadBalancer`, this is `"
                + service.type()
                + "`");
  }

  /** SVC-22 to SVC-24. */
  private static void loadBalancerFields(ServiceView service, Causes causes) {
    boolean balanced = service.isType("LoadBalancer");
    Field automatic = service.spec().get("allocateLoadBalancerNodePorts");
    if (automatic.written() && !balanced) {
      onlyLoadBalancer(causes, automatic, service);
    }
    Field loadBalancerClass = service.spec().get("loadBalancerClass");
    if (!loadBalancerClass.present()) {
      return;
    }
    if (balanced) {
      causes.invalidEach(loadBalancerClass, QualifiedName.errors(loadBalancerClass.text()));
    } else {
      onlyLoadBalancer(causes, loadBalancerClass, service);
    }
  }
}
