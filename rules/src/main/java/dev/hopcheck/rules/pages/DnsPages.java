package dev.hopcheck.rules.pages;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.rule.RulePage;
import java.util.List;

/** Pages about resolvers and endpoints. */
final class DnsPages {
  private static final String DNS_POLICY_NONE_WITHOUT_NAMESERVER_BAD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
      spec: # expect
        dnsPolicy: None
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
      """;

  private static final String DNS_POLICY_NONE_WITHOUT_NAMESERVER_GOOD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
      spec:
        dnsPolicy: None
        dnsConfig:
          nameservers:
            - 192.0.2.53
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
      """;

  private static final String DNS_CONFIG_LIMITS_BAD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
      spec:
        dnsPolicy: None
        dnsConfig:
          nameservers: # expect
            - 192.0.2.53
            - 192.0.2.54
            - 192.0.2.55
            - 192.0.2.56
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
      """;

  private static final String DNS_CONFIG_LIMITS_GOOD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
      spec:
        dnsPolicy: None
        dnsConfig:
          nameservers:
            - 192.0.2.53
            - 192.0.2.54
            - 192.0.2.55
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
      """;

  private static final String ENDPOINT_IP_INVALID_BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: billing
      spec:
        ports:
          - port: 443
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata:
        name: billing-1
        labels:
          kubernetes.io/service-name: billing
      addressType: IPv4
      ports:
        - port: 443
      endpoints:
        - addresses:
            - 127.0.0.1 # expect
      """;

  private static final String ENDPOINT_IP_INVALID_GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: billing
      spec:
        ports:
          - port: 443
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata:
        name: billing-1
        labels:
          kubernetes.io/service-name: billing
      addressType: IPv4
      ports:
        - port: 443
      endpoints:
        - addresses:
            - 203.0.113.40
      """;

  private DnsPages() {}

  static List<RulePage> pages() {
    return List.of(
        Pages.page(
            InputRule.DNS_POLICY_NONE_WITHOUT_NAMESERVER,
            "dns",
            "a pod without DNS policy names no name server",
            "With `dnsPolicy: None` a pod asks only the servers in its `dnsConfig`, so that there"
                + " has to be one.",
            "rejected by the API server: `spec.dnsConfig: Required value: must provide `dnsConfig`"
                + " when `dnsPolicy` is None`",
            "Write `dnsConfig.nameservers`, or use `ClusterFirst`.",
            DNS_POLICY_NONE_WITHOUT_NAMESERVER_BAD,
            DNS_POLICY_NONE_WITHOUT_NAMESERVER_GOOD,
            "Kubernetes: DNS for Services and Pods, Pod's DNS policy"),
        Pages.page(
            InputRule.DNS_CONFIG_LIMITS,
            "dns",
            "a pod has too many name servers or search domains",
            "A pod may have three name servers, and 32 search domains of 2048 characters together.",
            "rejected by the API server: `spec.dnsConfig.nameservers: Invalid value:"
                + " [\"192.0.2.53\",\"192.0.2.54\",\"192.0.2.55\",\"192.0.2.56\"]: must not have"
                + " more than 3 nameservers`",
            "Remove those that are not needed.",
            DNS_CONFIG_LIMITS_BAD,
            DNS_CONFIG_LIMITS_GOOD,
            "Kubernetes: DNS for Services and Pods, Pod's DNS config"),
        Pages.page(
            InputRule.ENDPOINT_IP_INVALID,
            "endpoint",
            "the address of an endpoint cannot be used",
            "Endpoints are reached from other nodes, so loopback and link-local addresses are"
                + " refused, and so is what is no address.",
            "rejected by the API server: `endpoints[0].addresses[0]: Invalid value: \"127.0.0.1\":"
                + " may not be in the loopback range (127.0.0.0/8, ::1/128)`",
            "Write an address that the nodes can reach; for a process on the node itself, the"
                + " address of the node.",
            ENDPOINT_IP_INVALID_BAD,
            ENDPOINT_IP_INVALID_GOOD,
            "Kubernetes: EndpointSlices"));
  }
}
