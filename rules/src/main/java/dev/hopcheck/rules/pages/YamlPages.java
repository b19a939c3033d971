package dev.hopcheck.rules.pages;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.rule.RulePage;
import java.util.List;

/** Pages about what is wrong with the text and the types in it. */
final class YamlPages {
  private static final String YAML_SYNTAX_BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        selector: {
          app: shop
        ports:
          - port: 80
            targetPort: 8080
      """;

  private static final String YAML_SYNTAX_GOOD =
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

  private static final String YAML_DUPLICATE_KEY_BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        selector:
          app: shop
        selector: # expect
          app: cart
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

  private static final String YAML_DUPLICATE_KEY_GOOD =
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

  private static final String PORTS_NOT_A_LIST_BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        selector:
          app: shop
        ports: # expect
          port: 80
          targetPort: 8080
      """;

  private static final String PORTS_NOT_A_LIST_GOOD =
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

  private static final String LIST_WHERE_MAP_NEEDED_BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        selector: # expect
          - app: shop
        ports:
          - port: 80
            targetPort: 8080
      """;

  private static final String LIST_WHERE_MAP_NEEDED_GOOD =
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

  private static final String STRING_NEEDED_BAD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            env:
              - name: PORT
                value: 8080 # expect
      """;

  private static final String STRING_NEEDED_GOOD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            env:
              - name: PORT
                value: "8080"
      """;

  private static final String WRONG_TYPE_BAD =
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
              - containerPort: "8080" # expect
      """;

  private static final String WRONG_TYPE_GOOD =
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
      """;

  private YamlPages() {}

  static List<RulePage> pages() {
    return List.of(
        Pages.page(
            InputRule.YAML_SYNTAX,
            "load",
            "the text is no YAML",
            "A file that cannot be parsed holds no objects, and `kubectl` refuses it as a whole."
                + " Nothing in the broken document is checked, so the run counts as incomplete.",
            "rejected by the API server: `error converting YAML to JSON: yaml: line 7: did not find"
                + " expected ',' or '}'`",
            "Look at the line and the one above it: indentation, a tab, a missing space after a"
                + " colon, a quote that is not closed.",
            YAML_SYNTAX_BAD,
            YAML_SYNTAX_GOOD,
            "YAML 1.2"),
        Pages.page(
            InputRule.YAML_DUPLICATE_KEY,
            "load",
            "a key stands twice in one mapping",
            "A mapping has each key once. Of two equal keys one value is lost without a word, and"
                + " the API server refuses the object when it decodes strictly. Several equal keys"
                + " at once are a sign of a missing `---`.",
            "rejected by the API server: `spec.selector: key \"selector\" already set in map`",
            "Remove one of the keys, or put `---` between two documents.",
            YAML_DUPLICATE_KEY_BAD,
            YAML_DUPLICATE_KEY_GOOD,
            "Kubernetes API validation"),
        Pages.page(
            InputRule.PORTS_NOT_A_LIST,
            "load",
            "a mapping or value stands where a list is needed",
            "`ports`, `containers`, `env`, `rules`, `paths` and the like are lists: each item"
                + " begins with a hyphen, even if there is only one.",
            "rejected by the API server: `json: cannot unmarshal object into Go struct field "
                + "ServiceSpec.spec.ports of type []v1.ServicePort`",
            "Put `- ` in front of the first key of each item.",
            PORTS_NOT_A_LIST_BAD,
            PORTS_NOT_A_LIST_GOOD,
            "Kubernetes API validation"),
        Pages.page(
            InputRule.LIST_WHERE_MAP_NEEDED,
            "load",
            "a list stands where a mapping is needed",
            "Labels, selectors and `metadata` are mappings of key and value, without hyphens.",
            "rejected by the API server: `json: cannot unmarshal array into Go struct field "
                + "ServiceSpec.spec.selector of type map[string]string`",
            "Remove the hyphens.",
            LIST_WHERE_MAP_NEEDED_BAD,
            LIST_WHERE_MAP_NEEDED_GOOD,
            "Kubernetes API validation"),
        Pages.page(
            InputRule.STRING_NEEDED,
            "load",
            "a number or boolean stands where a string is needed",
            "Values of labels, selectors, annotations and environment variables are strings. YAML"
                + " takes `1.4`, `8080`, `true` and `yes` for numbers and booleans unless they are"
                + " quoted, and the API server does not convert them.",
            "rejected by the API server: `json: cannot unmarshal number into Go struct field "
                + "EnvVar.spec.containers.env.value of type string`",
            "Put the value in quotes.",
            STRING_NEEDED_BAD,
            STRING_NEEDED_GOOD,
            "Kubernetes API validation"),
        Pages.page(
            InputRule.WRONG_TYPE,
            "load",
            "a value has another type than the field",
            "Each field has a type, and the API server does not convert values: a quoted number is"
                + " a string, not a number.",
            "rejected by the API server: `json: cannot unmarshal string into Go struct field "
                + "ContainerPort.spec.containers.ports.containerPort of type int32`",
            "Write a value of the type that the field has.",
            WRONG_TYPE_BAD,
            WRONG_TYPE_GOOD,
            "Kubernetes API validation"));
  }
}
