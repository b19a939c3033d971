package dev.hopcheck.robustness;

/** Manifests that cases put around hostile input. */
final class Texts {
  /** An object in which nothing is wrong. */
  static final String GOOD =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: good
      """;

  /** An object with an error, at line 7, column 15. */
  static final String FAULTY =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: faulty}
      spec:
        type: NodePort
        ports:
        - {port: 80, nodePort: 99}
      """;

  private Texts() {}

  /** A ConfigMap with further lines. */
  static String config(String name, String lines) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + "}\n" + lines;
  }

  /** A custom resource, which no schema describes, with further lines. */
  static String custom(String lines) {
    return "apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: thing}\n" + lines;
  }
}
