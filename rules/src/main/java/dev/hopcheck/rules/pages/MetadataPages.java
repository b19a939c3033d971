package dev.hopcheck.rules.pages;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.rule.RulePage;
import java.util.List;

/** Pages about names, labels and selectors. */
final class MetadataPages {
  private static final String LABEL_INVALID_BAD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
        labels:
          team: web shop # expect
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
      """;

  private static final String LABEL_INVALID_GOOD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
        labels:
          team: web-shop
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
      """;

  private static final String LABEL_SELECTOR_INVALID_BAD =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: shop
      spec:
        podSelector:
          matchExpressions:
            - key: app # expect
              operator: In
        policyTypes:
          - Ingress
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

  private static final String LABEL_SELECTOR_INVALID_GOOD =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: shop
      spec:
        podSelector:
          matchExpressions:
            - key: app
              operator: Exists
        policyTypes:
          - Ingress
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

  private static final String SERVICE_NAME_INVALID_BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: web_shop # expect
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

  private static final String SERVICE_NAME_INVALID_GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: web-shop
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

  private static final String SERVICE_SELECTOR_USES_MATCHLABELS_BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        selector:
          matchLabels: # expect
            app: shop
        ports:
          - port: 80
            targetPort: 8080
      """;

  private static final String SERVICE_SELECTOR_USES_MATCHLABELS_GOOD =
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

  private MetadataPages() {}

  static List<RulePage> pages() {
    return List.of(
        Pages.page(
            InputRule.LABEL_INVALID,
            "metadata",
            "a label has a wrong form",
            "A label value has at most 63 characters: letters, digits, `-`, `_` and `.`, beginning"
                + " and ending with a letter or digit. A key may have a prefix and a slash in"
                + " front. URLs, spaces and colons do not fit.",
            "rejected by the API server: `metadata.labels: Invalid value: \"web shop\": a valid"
                + " label must be an empty string or consist of alphanumeric characters, '-', '_'"
                + " or '.', and must start and end with an alphanumeric character (e.g. 'MyValue', "
                + " or 'my_value',  or '12345', regex used for validation is"
                + " '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')`",
            "Use a value of that form, or an annotation, which may hold any text.",
            LABEL_INVALID_BAD,
            LABEL_INVALID_GOOD,
            "Kubernetes: labels and selectors"),
        Pages.page(
            InputRule.LABEL_SELECTOR_INVALID,
            "metadata",
            "a selector with expressions is malformed",
            "`In` and `NotIn` need values, `Exists` and `DoesNotExist` have none. Other operators"
                + " do not exist in label selectors.",
            "rejected by the API server: `spec.podSelector.matchExpressions[0].values: Required"
                + " value: must be specified when `operator` is 'In' or 'NotIn'`",
            "Give the expression the values that its operator needs.",
            LABEL_SELECTOR_INVALID_BAD,
            LABEL_SELECTOR_INVALID_GOOD,
            "Kubernetes: labels and selectors, set-based requirement"),
        Pages.page(
            InputRule.SERVICE_NAME_INVALID,
            "metadata",
            "the name of the Service is no DNS label",
            "The name of a Service becomes a part of its DNS name: at most 63 characters,"
                + " lower-case letters, digits and hyphens, beginning with a letter. Dots,"
                + " underscores and capitals are refused.",
            "rejected by the API server: `metadata.name: Invalid value: \"web_shop\": a lowercase"
                + " RFC 1123 label must consist of lower case alphanumeric characters or '-', and"
                + " must start and end with an alphanumeric character (e.g. 'my-name',  or"
                + " '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')`",
            "Choose a name of that form.",
            SERVICE_NAME_INVALID_BAD,
            SERVICE_NAME_INVALID_GOOD,
            "Kubernetes: object names, RFC 1035 label names"),
        Pages.page(
            InputRule.SERVICE_SELECTOR_USES_MATCHLABELS,
            "metadata",
            "the selector of a Service has the form of a workload's",
            "The selector of a Service is a plain mapping of labels. `matchLabels` and"
                + " `matchExpressions` belong to workloads and policies; here they are taken for a"
                + " label whose value must be a string.",
            "rejected by the API server: `json: cannot unmarshal object into Go struct field "
                + "ServiceSpec.spec.selector of type string`",
            "Write the pairs directly under `selector`.",
            SERVICE_SELECTOR_USES_MATCHLABELS_BAD,
            SERVICE_SELECTOR_USES_MATCHLABELS_GOOD,
            "Kubernetes: Service"));
  }
}
