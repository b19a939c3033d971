package dev.hopcheck.yaml;

import org.jspecify.annotations.Nullable;

/** Mapping keys as strings (DEC-14). */
final class KeyText {
  private KeyText() {}

  /** The key as JSON has it; a collection or null, which no client takes, gives its text. */
  static String of(YamlDocument document, int keyId) {
    if (document.isString(keyId) || !document.isLeaf(keyId)) {
      return document.text(keyId);
    }
    Scalar scalar = document.scalar(keyId);
    return switch (scalar.type()) {
      case STRING, BOOLEAN -> scalar.text();
      case NULL -> document.text(keyId);
      case UNSUPPORTED -> infinite(scalar.text());
      case INTEGER, FLOAT -> number(document, keyId, scalar);
    };
  }

  /** Why no client takes the key; null where it is fine. */
  static @Nullable String refusal(YamlDocument document, int keyId) {
    if (document.kind(keyId) != YamlNode.Kind.SCALAR) {
      return "a mapping key must be a scalar, not a "
          + (document.kind(keyId) == YamlNode.Kind.MAPPING ? "mapping" : "list");
    }
    if (document.isString(keyId)) {
      return null;
    }
    Scalar scalar = document.scalar(keyId);
    if (scalar.isNull()) {
      return "a mapping key must not be null";
    }
    boolean beyond =
        scalar.type() == Scalar.Type.INTEGER
            && ScalarResolver.isInteger(document.text(keyId))
            && NumberText.isBeyondInt64(scalar.text());
    return beyond ? "a mapping key must not be a number beyond 64 bits" : null;
  }

  private static String number(YamlDocument document, int keyId, Scalar scalar) {
    if (ScalarResolver.isInteger(document.text(keyId)) || scalar.text().length() > 400) {
      return scalar.text();
    }
    return NumberText.key(Double.parseDouble(scalar.text()));
  }

  private static String infinite(String text) {
    if (text.length() > 1 && (text.charAt(1) == 'n' || text.charAt(1) == 'N')) {
      return ".nan";
    }
    return text.charAt(0) == '-' ? "-.inf" : ".inf";
  }
}
