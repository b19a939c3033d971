package dev.hopcheck.finding;

import java.util.Locale;

/**
 * Everything that reading, shape checking and admission report. The id is the constant's name in
 * kebab case; a page for each lives with the rules.
 */
public enum InputRule {
  YAML_SYNTAX,
  YAML_DUPLICATE_KEY,
  /** An invisible character that files bring along when they are joined. */
  YAML_BYTE_ORDER_MARK(Severity.WARNING),
  /** A tag that means nothing to clients. */
  YAML_TAG_IGNORED(Severity.WARNING),
  /** A whole number that clients cannot send as written. */
  YAML_NUMBER_ROUNDED(Severity.WARNING),
  PORTS_NOT_A_LIST,
  LIST_WHERE_MAP_NEEDED,
  STRING_NEEDED,
  /** A value of another type than the field's, where none of the more telling ids fits. */
  WRONG_TYPE,
  UNKNOWN_FIELD,
  /** Expressions of a custom resource's definition, which only the API server evaluates. */
  CUSTOM_RESOURCE_EXPRESSIONS(Severity.INFO),
  API_VERSION_REMOVED,
  /** A built-in group with a version or kind that never was. */
  API_VERSION_UNKNOWN,
  INGRESS_REMOVED_API,
  REQUIRED_FIELD_MISSING,
  VALUE_INVALID,
  VALUE_NOT_SUPPORTED,
  VALUE_FORBIDDEN,
  VALUE_DUPLICATE,
  PORT_OUT_OF_RANGE,
  LABEL_INVALID,
  LABEL_SELECTOR_INVALID,
  SERVICE_NAME_INVALID,
  PROTOCOL_INVALID,
  PORT_NAME_INVALID,
  SERVICE_SELECTOR_USES_MATCHLABELS,
  WORKLOAD_SELECTOR_TEMPLATE_MISMATCH,
  TEMPLATE_WITHOUT_LABELS,
  TARGET_PORT_QUOTED_NUMBER,
  MULTI_PORT_UNNAMED,
  DUPLICATE_SERVICE_PORT,
  SERVICE_PORTS_MISSING,
  NODE_PORT_OUT_OF_RANGE,
  NODE_PORT_ON_CLUSTER_IP,
  HEADLESS_WITH_EXTERNAL_TYPE,
  SESSION_AFFINITY_INVALID,
  LOAD_BALANCER_FIELD_ON_OTHER_TYPE,
  TRAFFIC_POLICY_ON_CLUSTER_IP,
  IP_FAMILY_UNAVAILABLE,
  HOST_PORT_CONFLICT,
  EXTERNAL_NAME_MISSING,
  EXTERNAL_NAME_INVALID,
  DNS_POLICY_NONE_WITHOUT_NAMESERVER,
  DNS_CONFIG_LIMITS,
  ENDPOINT_IP_INVALID,
  INGRESS_BACKEND_PORT_INVALID,
  INGRESS_PATH_TYPE_MISSING,
  INGRESS_PATH_INVALID,
  INGRESS_HOST_INVALID,
  INGRESS_EMPTY,
  NETWORKPOLICY_PORT_INVALID,
  NETWORKPOLICY_PEER_INVALID,
  /** A kustomization that cannot be built, since what it names is not there. */
  KUSTOMIZATION_RESOURCE_MISSING,
  /** A kustomization that cannot be built, since it is within itself. */
  KUSTOMIZATION_CYCLE;

  private final RuleId id;
  private final Severity severity;

  InputRule() {
    this(Severity.ERROR);
  }

  InputRule(Severity severity) {
    this.severity = severity;
    id = new RuleId(name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** The id that users see. */
  public RuleId id() {
    return id;
  }

  /** The severity before evidence and configuration. */
  public Severity severity() {
    return severity;
  }
}
