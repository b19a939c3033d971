package dev.hopcheck.rules.pages;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.rule.RulePage;
import java.util.List;

/** Pages about ports. */
final class PortPages {
  private static final String PORT_OUT_OF_RANGE_BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        selector:
          app: shop
        ports:
          - port: 80000 # expect
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

  private static final String PORT_OUT_OF_RANGE_GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        selector:
          app: shop
        ports:
          - port: 8000
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

  private static final String PROTOCOL_INVALID_BAD =
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
            protocol: HTTP # expect
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

  private static final String PROTOCOL_INVALID_GOOD =
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
            protocol: TCP
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

  private static final String PORT_NAME_INVALID_BAD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - name: management-http-api # expect
                containerPort: 8080
      """;

  private static final String PORT_NAME_INVALID_GOOD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - name: mgmt-http
                containerPort: 8080
      """;

  private static final String TARGET_PORT_QUOTED_NUMBER_BAD =
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
            targetPort: "8080" # expect
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

  private static final String TARGET_PORT_QUOTED_NUMBER_GOOD =
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

  private static final String MULTI_PORT_UNNAMED_BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        selector:
          app: shop
        ports:
          - port: 443 # expect
            targetPort: 8443
          - name: http
            port: 80
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
              - containerPort: 8443
      """;

  private static final String MULTI_PORT_UNNAMED_GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        selector:
          app: shop
        ports:
          - name: https
            port: 443
            targetPort: 8443
          - name: http
            port: 80
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
              - containerPort: 8443
      """;

  private static final String DUPLICATE_SERVICE_PORT_BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        selector:
          app: shop
        ports:
          - name: http
            port: 80
            targetPort: 8080
          - name: web
            port: 80 # expect
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

  private static final String DUPLICATE_SERVICE_PORT_GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        selector:
          app: shop
        ports:
          - name: http
            port: 80
            targetPort: 8080
          - name: web
            port: 81
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

  private static final String SERVICE_PORTS_MISSING_BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec: # expect
        selector:
          app: shop
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

  private static final String SERVICE_PORTS_MISSING_GOOD =
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

  private static final String HOST_PORT_CONFLICT_BAD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8080
                hostPort: 9080
          - name: proxy
            image: registry.example.com/proxy:3.1
            ports:
              - containerPort: 9000
                hostPort: 9080 # expect
      """;

  private static final String HOST_PORT_CONFLICT_GOOD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8080
                hostPort: 9080
          - name: proxy
            image: registry.example.com/proxy:3.1
            ports:
              - containerPort: 9000
                hostPort: 9081
      """;

  private PortPages() {}

  static List<RulePage> pages() {
    return List.of(
        Pages.page(
            InputRule.PORT_OUT_OF_RANGE,
            "port",
            "the number is no port",
            "Ports are numbers from 1 to 65535.",
            "rejected by the API server: `spec.ports[0].port: Invalid value: 80000: must be between"
                + " 1 and 65535, inclusive`",
            "Use a number of that range.",
            PORT_OUT_OF_RANGE_BAD,
            PORT_OUT_OF_RANGE_GOOD,
            "Kubernetes API validation"),
        Pages.page(
            InputRule.PROTOCOL_INVALID,
            "port",
            "the protocol does not exist",
            "A port is `TCP`, `UDP` or `SCTP`, in capitals. HTTP is spoken over TCP; which protocol"
                + " an application speaks may be said with `appProtocol`.",
            "rejected by the API server: `spec.ports[0].protocol: Unsupported value: \"HTTP\":"
                + " supported values: \"SCTP\", \"TCP\", \"UDP\"`",
            "Write `TCP`, or leave `protocol` out.",
            PROTOCOL_INVALID_BAD,
            PROTOCOL_INVALID_GOOD,
            "Kubernetes API validation"),
        Pages.page(
            InputRule.PORT_NAME_INVALID,
            "port",
            "the name of a port has a wrong form",
            "The name of a container port, and a `targetPort` that is a name, has at most 15"
                + " characters: lower-case letters, digits and single hyphens, with at least one"
                + " letter.",
            "rejected by the API server: `spec.containers[0].ports[0].name: Invalid value: "
                + "\"management-http-api\": must be no more than 15 characters`",
            "Choose a name of that form.",
            PORT_NAME_INVALID_BAD,
            PORT_NAME_INVALID_GOOD,
            "Kubernetes API validation"),
        Pages.page(
            InputRule.TARGET_PORT_QUOTED_NUMBER,
            "port",
            "the target port is a number in quotes",
            "A quoted `targetPort` is the name of a container port, and names have at least one"
                + " letter. The API server refuses a name that is only digits.",
            "rejected by the API server: `spec.ports[0].targetPort: Invalid value: \"8080\": must"
                + " contain at least one letter (a-z)`",
            "Remove the quotes.",
            TARGET_PORT_QUOTED_NUMBER_BAD,
            TARGET_PORT_QUOTED_NUMBER_GOOD,
            "Kubernetes API validation"),
        Pages.page(
            InputRule.MULTI_PORT_UNNAMED,
            "port",
            "a Service with several ports has one without name",
            "Ports are told apart by name in endpoints and DNS. Only a Service with a single port"
                + " may leave the name out.",
            "rejected by the API server: `spec.ports[0].name: Required value`",
            "Give each port a name.",
            MULTI_PORT_UNNAMED_BAD,
            MULTI_PORT_UNNAMED_GOOD,
            "Kubernetes: Service, multi-port Services"),
        Pages.page(
            InputRule.DUPLICATE_SERVICE_PORT,
            "port",
            "a Service has a port or a name of a port twice",
            "Within a Service a number may stand once for each protocol, and a name once.",
            "rejected by the API server: `spec.ports[1]: Duplicate value: "
                + "{\"Name\":\"\",\"Protocol\":\"TCP\",\"AppProtocol\":null,\"Port\":80,\"TargetPort\":0,\"NodePort\":0}`",
            "Remove one of the ports, or give it another number and name.",
            DUPLICATE_SERVICE_PORT_BAD,
            DUPLICATE_SERVICE_PORT_GOOD,
            "Kubernetes API validation"),
        Pages.page(
            InputRule.SERVICE_PORTS_MISSING,
            "port",
            "a Service has no ports",
            "Only a headless Service or an ExternalName Service may have none. Any other has a"
                + " cluster IP, which without ports leads nowhere.",
            "rejected by the API server: `spec.ports: Required value`",
            "Write `spec.ports`, or `clusterIP: None`.",
            SERVICE_PORTS_MISSING_BAD,
            SERVICE_PORTS_MISSING_GOOD,
            "Kubernetes: Service, defining a Service"),
        Pages.page(
            InputRule.HOST_PORT_CONFLICT,
            "port",
            "a pod wants a host port twice",
            "A host port belongs to one container of one pod on a node. The API server refuses a"
                + " pod that asks for the same one twice.",
            "rejected by the API server: `spec.containers[1].ports[0].hostPort: Duplicate value: "
                + "\"TCP//9080\"`",
            "Give one of the containers another host port.",
            HOST_PORT_CONFLICT_BAD,
            HOST_PORT_CONFLICT_GOOD,
            "Kubernetes API validation"));
  }
}
