package dev.hopcheck.rules.pages;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.rule.RulePage;
import java.util.List;

/** Pages about types of Services. */
final class ServicePages {
  private static final String NODE_PORT_OUT_OF_RANGE_BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: NodePort
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
            nodePort: 8080 # expect
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
        labels:
          app: shop
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8080
      """;

  private static final String NODE_PORT_OUT_OF_RANGE_GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: NodePort
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
            nodePort: 30080
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
        labels:
          app: shop
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8080
      """;

  private static final String NODE_PORT_ON_CLUSTER_IP_BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
            nodePort: 30080 # expect
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
        labels:
          app: shop
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8080
      """;

  private static final String NODE_PORT_ON_CLUSTER_IP_GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: NodePort
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
            nodePort: 30080
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
        labels:
          app: shop
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8080
      """;

  private static final String HEADLESS_WITH_EXTERNAL_TYPE_BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: NodePort
        clusterIP: None # expect
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
        labels:
          app: shop
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8080
      """;

  private static final String HEADLESS_WITH_EXTERNAL_TYPE_GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: NodePort
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
        labels:
          app: shop
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8080
      """;

  private static final String SESSION_AFFINITY_INVALID_BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        sessionAffinity: ClientIP
        sessionAffinityConfig:
          clientIP:
            timeoutSeconds: 90000 # expect
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
        labels:
          app: shop
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8080
      """;

  private static final String SESSION_AFFINITY_INVALID_GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        sessionAffinity: ClientIP
        sessionAffinityConfig:
          clientIP:
            timeoutSeconds: 3600
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
        labels:
          app: shop
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8080
      """;

  private static final String LOAD_BALANCER_FIELD_ON_OTHER_TYPE_BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: NodePort
        loadBalancerSourceRanges: # expect
          - 198.51.100.0/24
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
        labels:
          app: shop
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8080
      """;

  private static final String LOAD_BALANCER_FIELD_ON_OTHER_TYPE_GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: LoadBalancer
        loadBalancerSourceRanges:
          - 198.51.100.0/24
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
        labels:
          app: shop
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8080
      """;

  private static final String TRAFFIC_POLICY_ON_CLUSTER_IP_BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        externalTrafficPolicy: Local # expect
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
        labels:
          app: shop
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8080
      """;

  private static final String TRAFFIC_POLICY_ON_CLUSTER_IP_GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: LoadBalancer
        externalTrafficPolicy: Local
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
        labels:
          app: shop
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8080
      """;

  private static final String IP_FAMILY_UNAVAILABLE_BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        clusterIP: 10.96.10.10 # expect
        ipFamilies:
          - IPv6
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
        labels:
          app: shop
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8080
      """;

  private static final String IP_FAMILY_UNAVAILABLE_GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        clusterIP: 10.96.10.10
        ipFamilies:
          - IPv4
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
        labels:
          app: shop
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8080
      """;

  private static final String EXTERNAL_NAME_MISSING_BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: billing
      spec: # expect
        type: ExternalName
      """;

  private static final String EXTERNAL_NAME_MISSING_GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: billing
      spec:
        type: ExternalName
        externalName: billing.vendor.example.net
      """;

  private static final String EXTERNAL_NAME_INVALID_BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: billing
      spec:
        type: ExternalName
        externalName: https://billing.vendor.example.net/api # expect
      """;

  private static final String EXTERNAL_NAME_INVALID_GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: billing
      spec:
        type: ExternalName
        externalName: billing.vendor.example.net
      """;

  private ServicePages() {}

  static List<RulePage> pages() {
    return List.of(
        Pages.page(
            InputRule.NODE_PORT_OUT_OF_RANGE,
            "service",
            "the node port is outside of the range",
            "Node ports come from a range, 30000 to 32767 unless the API server is set up"
                + " otherwise.",
            "rejected by the API server: `spec.ports[0].nodePort: Invalid value: 8080: provided"
                + " port is not in the valid range. The range of valid ports is 30000-32767`",
            "Choose a number of the range, or leave `nodePort` out.",
            NODE_PORT_OUT_OF_RANGE_BAD,
            NODE_PORT_OUT_OF_RANGE_GOOD,
            "Kubernetes: Service, type NodePort"),
        Pages.page(
            InputRule.NODE_PORT_ON_CLUSTER_IP,
            "service",
            "a node port stands on a Service that has none",
            "A Service of type ClusterIP, the default, opens no port on nodes.",
            "rejected by the API server: `spec.ports[0].nodePort: Forbidden: may not be used when "
                + "`type` is 'ClusterIP'`",
            "Write `type: NodePort`, or remove `nodePort`.",
            NODE_PORT_ON_CLUSTER_IP_BAD,
            NODE_PORT_ON_CLUSTER_IP_GOOD,
            "Kubernetes: Service, type NodePort"),
        Pages.page(
            InputRule.HEADLESS_WITH_EXTERNAL_TYPE,
            "service",
            "a headless Service cannot be reached from outside",
            "Node ports and load balancers lead to the cluster IP of a Service. A Service with"
                + " `clusterIP: None` has none.",
            "rejected by the API server: `spec.clusterIPs[0]: Invalid value: \"None\": may not be"
                + " set to 'None' for NodePort services`",
            "Remove `clusterIP: None`, or the type.",
            HEADLESS_WITH_EXTERNAL_TYPE_BAD,
            HEADLESS_WITH_EXTERNAL_TYPE_GOOD,
            "Kubernetes: Service, headless Services"),
        Pages.page(
            InputRule.SESSION_AFFINITY_INVALID,
            "service",
            "the settings of session affinity do not fit",
            "The time of `ClientIP` affinity is 1 to 86400 seconds, and its settings may not stand"
                + " without `sessionAffinity: ClientIP`.",
            "rejected by the API server: `spec.sessionAffinityConfig.clientIP.timeoutSeconds:"
                + " Invalid value: 90000: must be greater than 0 and less than 86400`",
            "Correct the time, or set `sessionAffinity: ClientIP`.",
            SESSION_AFFINITY_INVALID_BAD,
            SESSION_AFFINITY_INVALID_GOOD,
            "Kubernetes: virtual IPs, session affinity"),
        Pages.page(
            InputRule.LOAD_BALANCER_FIELD_ON_OTHER_TYPE,
            "service",
            "a field of load balancers stands on another type",
            "Source ranges, the class and the allocation of node ports are settings of load"
                + " balancers.",
            "rejected by the API server: `spec.LoadBalancerSourceRanges: Forbidden: may only be"
                + " used when `type` is 'LoadBalancer'`",
            "Write `type: LoadBalancer`, or remove the field.",
            LOAD_BALANCER_FIELD_ON_OTHER_TYPE_BAD,
            LOAD_BALANCER_FIELD_ON_OTHER_TYPE_GOOD,
            "Kubernetes: Service, type LoadBalancer"),
        Pages.page(
            InputRule.TRAFFIC_POLICY_ON_CLUSTER_IP,
            "service",
            "the policy for outside traffic stands on an internal Service",
            "`externalTrafficPolicy` is about traffic from outside. A Service of type ClusterIP"
                + " without external addresses gets none.",
            "rejected by the API server: `spec.externalTrafficPolicy: Invalid value: \"Local\": may"
                + " only be set for externally-accessible services`",
            "Remove the field, use `internalTrafficPolicy`, or change the type.",
            TRAFFIC_POLICY_ON_CLUSTER_IP_BAD,
            TRAFFIC_POLICY_ON_CLUSTER_IP_GOOD,
            "Kubernetes: Service, external traffic policy"),
        Pages.page(
            InputRule.IP_FAMILY_UNAVAILABLE,
            "service",
            "the IP families of a Service do not fit",
            "A Service can have addresses of those families only that the cluster has, and a fixed"
                + " address belongs to the family that stands first. Which families the cluster has"
                + " is said with `--ip- families`.",
            "rejected by the API server: `spec.clusterIPs[0]: Invalid value: \"10.96.10.10\":"
                + " expected an IPv6 value as indicated by `ipFamilies[0]``",
            "Make address and families agree, or use `ipFamilyPolicy: PreferDualStack`.",
            IP_FAMILY_UNAVAILABLE_BAD,
            IP_FAMILY_UNAVAILABLE_GOOD,
            "Kubernetes: IPv4/IPv6 dual-stack"),
        Pages.page(
            InputRule.EXTERNAL_NAME_MISSING,
            "externalname",
            "an ExternalName Service names nothing",
            "A Service of type ExternalName is an alias and needs the name that it stands for.",
            "rejected by the API server: `spec.externalName: Required value`",
            "Write `externalName`, or change the type.",
            EXTERNAL_NAME_MISSING_BAD,
            EXTERNAL_NAME_MISSING_GOOD,
            "Kubernetes: Service, type ExternalName"),
        Pages.page(
            InputRule.EXTERNAL_NAME_INVALID,
            "externalname",
            "the external name is no DNS name",
            "An external name is a bare DNS name in lower case: no scheme, no port, no path.",
            "rejected by the API server: `spec.externalName: Invalid value:"
                + " \"https://billing.vendor.example.net/api\": a lowercase RFC 1123 subdomain must"
                + " consist of lower case alphanumeric characters, '-' or '.', and must start and"
                + " end with an alphanumeric character (e.g. 'example.com', regex used for"
                + " validation is "
                + "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`",
            "Leave only the name of the host.",
            EXTERNAL_NAME_INVALID_BAD,
            EXTERNAL_NAME_INVALID_GOOD,
            "Kubernetes: Service, type ExternalName"));
  }
}
