package dev.hopcheck.rules.pages;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.rule.RulePage;
import java.util.List;

/** Pages about fields and values in general. */
final class ShapePages {
  private static final String EXPRESSIONS_BAD =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: ranges.example.com
      spec:
        group: example.com
        scope: Namespaced
        names: {plural: ranges, singular: range, kind: Range}
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  least: {type: integer}
                  most: {type: integer}
                x-kubernetes-validations: # expect
                  - rule: self.least <= self.most
      ---
      apiVersion: example.com/v1
      kind: Range
      metadata:
        name: replicas
      least: 3
      most: 1
      """;

  private static final String EXPRESSIONS_GOOD =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: ranges.example.com
      spec:
        group: example.com
        scope: Namespaced
        names: {plural: ranges, singular: range, kind: Range}
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  least: {type: integer, minimum: 1}
                  most: {type: integer, maximum: 9}
      ---
      apiVersion: example.com/v1
      kind: Range
      metadata:
        name: replicas
      least: 1
      most: 3
      """;

  private static final String UNKNOWN_FIELD_BAD =
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
            targetport: 8080 # expect
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

  private static final String UNKNOWN_FIELD_GOOD =
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

  private static final String API_VERSION_REMOVED_BAD =
      """
      apiVersion: apps/v1beta1 # expect
      kind: Deployment
      metadata:
        name: shop
      spec:
        selector:
          matchLabels:
            app: shop
        template:
          metadata:
            labels:
              app: shop
          spec:
            containers:
              - name: shop
                image: registry.example.com/shop:1.4
      """;

  private static final String API_VERSION_REMOVED_GOOD =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
      spec:
        selector:
          matchLabels:
            app: shop
        template:
          metadata:
            labels:
              app: shop
          spec:
            containers:
              - name: shop
                image: registry.example.com/shop:1.4
      """;

  private static final String API_VERSION_UNKNOWN_BAD =
      """
      apiVersion: apps/v2 # expect
      kind: Deployment
      metadata:
        name: shop
      spec:
        selector:
          matchLabels:
            app: shop
        template:
          metadata:
            labels:
              app: shop
          spec:
            containers:
              - name: shop
                image: registry.example.com/shop:1.4
      """;

  private static final String API_VERSION_UNKNOWN_GOOD =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
      spec:
        selector:
          matchLabels:
            app: shop
        template:
          metadata:
            labels:
              app: shop
          spec:
            containers:
              - name: shop
                image: registry.example.com/shop:1.4
      """;

  private static final String INGRESS_REMOVED_API_BAD =
      """
      apiVersion: networking.k8s.io/v1beta1 # expect
      kind: Ingress
      metadata:
        name: shop
      spec:
        ingressClassName: nginx
        backend:
          serviceName: shop
          servicePort: 80
      """;

  private static final String INGRESS_REMOVED_API_GOOD =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        ingressClassName: nginx
        defaultBackend:
          service:
            name: shop
            port:
              number: 80
      """;

  private static final String REQUIRED_FIELD_MISSING_BAD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
      spec:
        containers:
          - image: registry.example.com/shop:1.4 # expect
      """;

  private static final String REQUIRED_FIELD_MISSING_GOOD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
      """;

  private static final String VALUE_INVALID_BAD =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
      spec:
        replicas: -1 # expect
        selector:
          matchLabels:
            app: shop
        template:
          metadata:
            labels:
              app: shop
          spec:
            containers:
              - name: shop
                image: registry.example.com/shop:1.4
      """;

  private static final String VALUE_INVALID_GOOD =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
      spec:
        replicas: 1
        selector:
          matchLabels:
            app: shop
        template:
          metadata:
            labels:
              app: shop
          spec:
            containers:
              - name: shop
                image: registry.example.com/shop:1.4
      """;

  private static final String VALUE_NOT_SUPPORTED_BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: Loadbalancer # expect
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

  private static final String VALUE_NOT_SUPPORTED_GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: LoadBalancer
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

  private static final String VALUE_FORBIDDEN_BAD =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
      spec:
        strategy:
          type: Recreate
          rollingUpdate: # expect
            maxSurge: 1
        selector:
          matchLabels:
            app: shop
        template:
          metadata:
            labels:
              app: shop
          spec:
            containers:
              - name: shop
                image: registry.example.com/shop:1.4
      """;

  private static final String VALUE_FORBIDDEN_GOOD =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
      spec:
        strategy:
          type: RollingUpdate
          rollingUpdate:
            maxSurge: 1
        selector:
          matchLabels:
            app: shop
        template:
          metadata:
            labels:
              app: shop
          spec:
            containers:
              - name: shop
                image: registry.example.com/shop:1.4
      """;

  private static final String VALUE_DUPLICATE_BAD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
          - name: shop # expect
            image: registry.example.com/proxy:3.1
      """;

  private static final String VALUE_DUPLICATE_GOOD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
          - name: proxy
            image: registry.example.com/proxy:3.1
      """;

  private ShapePages() {}

  static List<RulePage> pages() {
    return List.of(
        Pages.page(
            InputRule.CUSTOM_RESOURCE_EXPRESSIONS,
            "schema",
            "a definition has expressions that were not evaluated",
            "The schema of a custom resource may hold expressions (CEL, `x-kubernetes-validations`)"
                + " that the API server evaluates for each object. Objects of the input were checked"
                + " against all else that the schema says.",
            "the API server may refuse an object that is clean here",
            "Nothing is wrong. To have the expressions evaluated, ask the server:"
                + " `kubectl apply --dry-run=server`.",
            EXPRESSIONS_BAD,
            EXPRESSIONS_GOOD,
            "CustomResourceDefinition: x-kubernetes-validations"),
        Pages.page(
            InputRule.UNKNOWN_FIELD,
            "schema",
            "the field does not exist",
            "A field that the API does not know has no effect: it is dropped, or the object is"
                + " refused when it is decoded strictly. Names of fields are case-sensitive, and a"
                + " field at the wrong depth is unknown there.",
            "rejected by the API server: `spec.ports[0].targetport: unknown field "
                + "\"spec.ports[0].targetport\"`",
            "Use the spelling and the place that the API has.",
            UNKNOWN_FIELD_BAD,
            UNKNOWN_FIELD_GOOD,
            "Kubernetes API validation"),
        Pages.page(
            InputRule.API_VERSION_REMOVED,
            "schema",
            "the API version is no longer served",
            "Kubernetes removes old API versions. Objects of a version that is gone are refused,"
                + " however right they are otherwise.",
            "rejected by the API server: `no matches for kind \"Deployment\" in version"
                + " \"apps/v1beta1\"`",
            "Use the version that the finding names, and adapt fields that changed.",
            API_VERSION_REMOVED_BAD,
            API_VERSION_REMOVED_GOOD,
            "Kubernetes: deprecated API migration guide"),
        Pages.page(
            InputRule.API_VERSION_UNKNOWN,
            "schema",
            "there is no such version or kind",
            "The group exists, but has no such version, or no such kind in it. The API server"
                + " refuses the object before it looks at its fields.",
            "rejected by the API server: `no matches for kind \"Deployment\" in version"
                + " \"apps/v2\"`",
            "Correct `apiVersion` or `kind`.",
            API_VERSION_UNKNOWN_BAD,
            API_VERSION_UNKNOWN_GOOD,
            "Kubernetes API validation"),
        Pages.page(
            InputRule.INGRESS_REMOVED_API,
            "schema",
            "the API version of the Ingress is no longer served",
            "`extensions/v1beta1` and `networking.k8s.io/v1beta1` are gone since Kubernetes 1.22."
                + " The new version has another shape for backends and wants a `pathType`.",
            "rejected by the API server: `no matches for kind \"Ingress\" in version "
                + "\"networking.k8s.io/v1beta1\"`",
            "Use `networking.k8s.io/v1` with `pathType` and `service: {name, port: {number}}`.",
            INGRESS_REMOVED_API_BAD,
            INGRESS_REMOVED_API_GOOD,
            "Kubernetes: deprecated API migration guide"),
        Pages.page(
            InputRule.REQUIRED_FIELD_MISSING,
            "schema",
            "a field that is needed is missing",
            "Some fields have no default. Without them the API server refuses the object.",
            "rejected by the API server: `spec.containers[0].name: Required value`",
            "Write the field.",
            REQUIRED_FIELD_MISSING_BAD,
            REQUIRED_FIELD_MISSING_GOOD,
            "Kubernetes API validation"),
        Pages.page(
            InputRule.VALUE_INVALID,
            "schema",
            "the value is not allowed",
            "The value has the right type, but breaks a rule of the field: a range, a form, or its"
                + " relation to another field. The message of the API server says which.",
            "rejected by the API server: `spec.replicas: Invalid value: -1: must be greater than or"
                + " equal to 0`",
            "Correct the value as the message says.",
            VALUE_INVALID_BAD,
            VALUE_INVALID_GOOD,
            "Kubernetes API validation"),
        Pages.page(
            InputRule.VALUE_NOT_SUPPORTED,
            "schema",
            "the value is not among those that the field allows",
            "The field takes one of a few words, spelled exactly so, upper and lower case"
                + " included.",
            "rejected by the API server: `spec.type: Unsupported value: \"Loadbalancer\": supported"
                + " values: \"ClusterIP\", \"ExternalName\", \"LoadBalancer\", \"NodePort\"`",
            "Use one of the values that the message lists.",
            VALUE_NOT_SUPPORTED_BAD,
            VALUE_NOT_SUPPORTED_GOOD,
            "Kubernetes API validation"),
        Pages.page(
            InputRule.VALUE_FORBIDDEN,
            "schema",
            "the field must not be set here",
            "The field exists, but the API server does not allow it together with the rest of the"
                + " object.",
            "rejected by the API server: `spec.strategy.rollingUpdate: Forbidden: may not be"
                + " specified when strategy `type` is 'Recreate'`",
            "Remove the field, or change what it does not go with.",
            VALUE_FORBIDDEN_BAD,
            VALUE_FORBIDDEN_GOOD,
            "Kubernetes API validation"),
        Pages.page(
            InputRule.VALUE_DUPLICATE,
            "schema",
            "a value that must be unique stands twice",
            "Items of this list are told apart by the value, so that each may stand once.",
            "rejected by the API server: `spec.containers[1].name: Duplicate value: \"shop\"`",
            "Remove one of the items, or give it another value.",
            VALUE_DUPLICATE_BAD,
            VALUE_DUPLICATE_GOOD,
            "Kubernetes API validation"));
  }
}
