package dev.hopcheck.rules.pages;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.rule.RulePage;
import java.util.List;

/** Pages about NetworkPolicies. */
final class PolicyPages {
  private static final String NETWORKPOLICY_PORT_INVALID_BAD =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: shop
      spec:
        podSelector: {}
        policyTypes:
          - Ingress
        ingress:
          - ports:
              - port: 9000
                endPort: 8000 # expect
      """;

  private static final String NETWORKPOLICY_PORT_INVALID_GOOD =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: shop
      spec:
        podSelector: {}
        policyTypes:
          - Ingress
        ingress:
          - ports:
              - port: 8000
                endPort: 9000
      """;

  private static final String NETWORKPOLICY_PEER_INVALID_BAD =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: shop
      spec:
        podSelector: {}
        policyTypes:
          - Ingress
        ingress:
          - from:
              - podSelector: {}
                ipBlock: # expect
                  cidr: 192.0.2.0/24
      """;

  private static final String NETWORKPOLICY_PEER_INVALID_GOOD =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: shop
      spec:
        podSelector: {}
        policyTypes:
          - Ingress
        ingress:
          - from:
              - podSelector: {}
              - ipBlock:
                  cidr: 192.0.2.0/24
      """;

  private PolicyPages() {}

  static List<RulePage> pages() {
    return List.of(
        Pages.page(
            InputRule.NETWORKPOLICY_PORT_INVALID,
            "networkpolicy",
            "a port of a NetworkPolicy is malformed",
            "`endPort` closes a range that `port` opens: both are numbers, and `endPort` is not the"
                + " smaller one.",
            "rejected by the API server: `spec.ingress[0].ports[0].endPort: Invalid value: 9000:"
                + " must be greater than or equal to `port``",
            "Write the smaller number as `port`.",
            NETWORKPOLICY_PORT_INVALID_BAD,
            NETWORKPOLICY_PORT_INVALID_GOOD,
            "Kubernetes: Network Policies, targeting a range of ports"),
        Pages.page(
            InputRule.NETWORKPOLICY_PEER_INVALID,
            "networkpolicy",
            "a peer of a NetworkPolicy is empty or contradicts itself",
            "A peer selects pods by labels, or is an `ipBlock` of addresses, but not both; and it"
                + " is not empty.",
            "rejected by the API server: `spec.ingress[0].from[0]: Forbidden: may not specify both "
                + "ipBlock and another peer`",
            "Make two peers of it, each with its own hyphen.",
            NETWORKPOLICY_PEER_INVALID_BAD,
            NETWORKPOLICY_PEER_INVALID_GOOD,
            "Kubernetes: Network Policies, behavior of to and from selectors"));
  }
}
