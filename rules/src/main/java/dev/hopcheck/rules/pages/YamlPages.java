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

  private static final String BYTE_ORDER_MARK_BAD =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: shop
      data:
        greeting: "\uFEFFhello" # expect
      """;

  private static final String BYTE_ORDER_MARK_GOOD =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: shop
      data:
        greeting: "hello"
      """;

  private static final String TAG_IGNORED_BAD =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: shop
      data:
        greeting: !vault hello # expect
      """;

  private static final String NUMBER_ROUNDED_BAD =
      """
      apiVersion: example.com/v1
      kind: Shop
      metadata:
        name: shop
      spec:
        account: 18446744073709551617 # expect
      """;

  private static final String NUMBER_ROUNDED_GOOD =
      """
      apiVersion: example.com/v1
      kind: Shop
      metadata:
        name: shop
      spec:
        account: "18446744073709551617"
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
            InputRule.YAML_BYTE_ORDER_MARK,
            "load",
            "a byte order mark stands inside the file",
            "Some editors write an invisible character before the text of a file. Where files are"
                + " joined it ends up in the middle, and there it is a part of the key or value in"
                + " which it stands: a key that looks right is another one.",
            "the API server takes the character for text",
            "Remove the character, and save files as UTF-8 without a byte order mark.",
            BYTE_ORDER_MARK_BAD,
            BYTE_ORDER_MARK_GOOD,
            "Unicode"),
        Pages.page(
            InputRule.YAML_TAG_IGNORED,
            "load",
            "a tag means nothing to Kubernetes",
            "Tags such as `!vault` are replaced by other tools before a manifest is applied."
                + " `kubectl` leaves them out without a word and sends the value as it stands.",
            "the value is applied as it is written, without what the tag asks for",
            "Remove the tag, or check what the tool writes that knows it.",
            TAG_IGNORED_BAD,
            BYTE_ORDER_MARK_GOOD,
            "YAML 1.2"),
        Pages.page(
            InputRule.YAML_NUMBER_ROUNDED,
            "load",
            "a whole number has more digits than can be sent",
            "Clients turn YAML into JSON, and whole numbers beyond 64 bits into floating point"
                + " numbers of 53 bits. The last digits are lost without a word.",
            "the API server stores another number: `18446744073709552000`",
            "Quote the number, if the field takes a string.",
            NUMBER_ROUNDED_BAD,
            NUMBER_ROUNDED_GOOD,
            "Kubernetes API conventions"),
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
