package dev.hopcheck.schema.bundle;

/** Turns the generic signature of a client's field into the bundle's code of a type. */
final class TypeCode {
  private static final String MODELS = "Lio/kubernetes/client/openapi/models/";

  private TypeCode() {}

  static String of(String signature) {
    if (signature.startsWith("Ljava/util/List<") || signature.startsWith("Ljava/util/Set<")) {
      return "[" + of(signature.substring(signature.indexOf('<') + 1));
    }
    if (signature.startsWith("Ljava/util/Map<Ljava/lang/String;")) {
      return "{" + of(signature.substring("Ljava/util/Map<Ljava/lang/String;".length()));
    }
    if (signature.startsWith(MODELS)) {
      return "@" + signature.substring(MODELS.length(), signature.indexOf(';'));
    }
    if (signature.startsWith("[B")) {
      return "y";
    }
    return switch (signature.substring(0, signature.indexOf(';'))) {
      case "Ljava/lang/String" -> "s";
      case "Ljava/lang/Integer" -> "i";
      case "Ljava/lang/Long" -> "l";
      case "Ljava/lang/Double" -> "f";
      case "Ljava/lang/Boolean" -> "b";
      case "Ljava/lang/Object" -> "*";
      case "Ljava/time/OffsetDateTime" -> "t";
      case "Lio/kubernetes/client/custom/IntOrString" -> "x";
      case "Lio/kubernetes/client/custom/Quantity" -> "q";
      default -> throw new IllegalArgumentException("type " + signature);
    };
  }
}
