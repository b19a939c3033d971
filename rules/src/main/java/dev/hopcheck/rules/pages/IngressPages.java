package dev.hopcheck.rules.pages;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.rule.RulePage;
import java.util.List;

/** Pages about Ingresses. */
final class IngressPages {
  private static final String INGRESS_BACKEND_PORT_INVALID_BAD =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        ingressClassName: nginx
        rules:
          - host: shop.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
                      name: shop
                      port:
                        number: 80
                        name: http # expect
      """;

  private static final String INGRESS_BACKEND_PORT_INVALID_GOOD =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        ingressClassName: nginx
        rules:
          - host: shop.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
                      name: shop
                      port:
                        number: 80
      """;

  private static final String INGRESS_PATH_TYPE_MISSING_BAD =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        ingressClassName: nginx
        rules:
          - host: shop.example.com
            http:
              paths:
                - path: / # expect
                  backend:
                    service:
                      name: shop
                      port:
                        number: 80
      """;

  private static final String INGRESS_PATH_TYPE_MISSING_GOOD =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        ingressClassName: nginx
        rules:
          - host: shop.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
                      name: shop
                      port:
                        number: 80
      """;

  private static final String INGRESS_PATH_INVALID_BAD =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        ingressClassName: nginx
        rules:
          - host: shop.example.com
            http:
              paths:
                - path: cart # expect
                  pathType: Prefix
                  backend:
                    service:
                      name: shop
                      port:
                        number: 80
      """;

  private static final String INGRESS_PATH_INVALID_GOOD =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        ingressClassName: nginx
        rules:
          - host: shop.example.com
            http:
              paths:
                - path: /cart
                  pathType: Prefix
                  backend:
                    service:
                      name: shop
                      port:
                        number: 80
      """;

  private static final String INGRESS_HOST_INVALID_BAD =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        ingressClassName: nginx
        rules:
          - host: 192.0.2.10 # expect
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
                      name: shop
                      port:
                        number: 80
      """;

  private static final String INGRESS_HOST_INVALID_GOOD =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        ingressClassName: nginx
        rules:
          - host: shop.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
                      name: shop
                      port:
                        number: 80
      """;

  private static final String INGRESS_EMPTY_BAD =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec: # expect
        ingressClassName: nginx
      """;

  private static final String INGRESS_EMPTY_GOOD =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        ingressClassName: nginx
        rules:
          - host: shop.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
                      name: shop
                      port:
                        number: 80
      """;

  private IngressPages() {}

  static List<RulePage> pages() {
    return List.of(
        Pages.page(
            InputRule.INGRESS_BACKEND_PORT_INVALID,
            "ingress",
            "a backend has both a port number and a name, or neither",
            "The port of a backend is given by number or by name of the Service's port, by one of"
                + " them.",
            "rejected by the API server: `spec.rules[0].http.paths[0].backend: Invalid value: \"\":"
                + " cannot set both port name & port number`",
            "Leave one of them.",
            INGRESS_BACKEND_PORT_INVALID_BAD,
            INGRESS_BACKEND_PORT_INVALID_GOOD,
            "Kubernetes API: ServiceBackendPort"),
        Pages.page(
            InputRule.INGRESS_PATH_TYPE_MISSING,
            "ingress",
            "a path has no `pathType`",
            "In `networking.k8s.io/v1` each path says how it is compared: `Prefix`, `Exact` or "
                + "`ImplementationSpecific`. There is no default.",
            "rejected by the API server: `spec.rules[0].http.paths[0].pathType: Required value: "
                + "pathType must be specified`",
            "Write `pathType: Prefix`, unless you need another.",
            INGRESS_PATH_TYPE_MISSING_BAD,
            INGRESS_PATH_TYPE_MISSING_GOOD,
            "Kubernetes: Ingress, path types"),
        Pages.page(
            InputRule.INGRESS_PATH_INVALID,
            "ingress",
            "the path of an Ingress has a wrong form",
            "A path of type `Prefix` or `Exact` begins with a slash and has no `//`, `/./` or"
                + " `/../` in it.",
            "rejected by the API server: `spec.rules[0].http.paths[0].path: Invalid value:"
                + " \"cart\": must be an absolute path`",
            "Begin the path with `/`, or use `ImplementationSpecific`.",
            INGRESS_PATH_INVALID_BAD,
            INGRESS_PATH_INVALID_GOOD,
            "Kubernetes: Ingress, path types"),
        Pages.page(
            InputRule.INGRESS_HOST_INVALID,
            "ingress",
            "the host of an Ingress rule has a wrong form",
            "A host is a DNS name in lower case, with `*.` in front for one label. Addresses, ports"
                + " and schemes are refused.",
            "rejected by the API server: `spec.rules[0].host: Invalid value: \"192.0.2.10\": must"
                + " be a DNS name, not an IP address`",
            "Leave only the name of the host.",
            INGRESS_HOST_INVALID_BAD,
            INGRESS_HOST_INVALID_GOOD,
            "Kubernetes: Ingress, hostname wildcards"),
        Pages.page(
            InputRule.INGRESS_EMPTY,
            "ingress",
            "an Ingress has neither rules nor a default backend",
            "An Ingress that leads nowhere is refused.",
            "rejected by the API server: `spec: Invalid value: null: either `defaultBackend` or"
                + " `rules` must be specified`",
            "Write `rules`, or a `defaultBackend`.",
            INGRESS_EMPTY_BAD,
            INGRESS_EMPTY_GOOD,
            "Kubernetes: Ingress"));
  }
}
