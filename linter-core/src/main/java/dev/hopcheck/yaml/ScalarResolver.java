package dev.hopcheck.yaml;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The meaning that Kubernetes' parser gives to scalars (DEC-14, DEC-16, section 5.3): a go-yaml v2
 * fork with YAML 1.1 truth words and octal numbers, but without base-60 numbers and without
 * timestamps.
 */
final class ScalarResolver {
  static final String TAG_PREFIX = "tag:yaml.org,2002:";
  private static final Scalar TRUE = new Scalar(Scalar.Type.BOOLEAN, "true");
  private static final Scalar FALSE = new Scalar(Scalar.Type.BOOLEAN, "false");
  private static final Scalar NULL = new Scalar(Scalar.Type.NULL, "");

  private ScalarResolver() {}

  /**
   * Resolves a scalar.
   *
   * @param tag the explicit tag in its long form; null where there is none
   */
  static Scalar resolve(String text, boolean plain, @Nullable String tag) {
    if (tag == null) {
      return plain ? plain(text) : new Scalar(Scalar.Type.STRING, text);
    }
    return tagged(text, tag);
  }

  /** Why a client cannot decode a scalar with that tag; null where it can. */
  static @Nullable String refusal(String text, String tag) {
    if (!tag.startsWith(TAG_PREFIX)) {
      return null;
    }
    String name = tag.substring(TAG_PREFIX.length());
    if (name.equals("binary")) {
      return decoded(text) == null ? "`!!binary` value is not valid base64" : null;
    }
    Scalar.Type type = plain(text).type();
    boolean fits =
        switch (name) {
          case "int" -> isInteger(text);
          case "float" -> isFloat(text, type);
          case "bool" -> type == Scalar.Type.BOOLEAN;
          case "null" -> type == Scalar.Type.NULL;
          case "timestamp" -> isTimestamp(text);
          default -> true;
        };
    return fits ? null : "value does not fit its tag `!!" + name + "`";
  }

  private static Scalar tagged(String text, String tag) {
    if (!tag.startsWith(TAG_PREFIX)) {
      return new Scalar(Scalar.Type.STRING, text);
    }
    String name = tag.substring(TAG_PREFIX.length());
    switch (name) {
      case "int", "float", "bool", "null":
        return plain(text);
      case "binary":
        byte[] bytes = decoded(text);
        String value = bytes == null ? text : new String(bytes, StandardCharsets.UTF_8);
        return new Scalar(Scalar.Type.STRING, value);
      default:
        return new Scalar(Scalar.Type.STRING, text);
    }
  }

  private static Scalar plain(String text) {
    if (text.isEmpty()) {
      return NULL;
    }
    char c = text.charAt(0);
    if (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.') {
      return number(text, c == '.');
    }
    Scalar word = text.length() <= 5 ? word(text) : null;
    return word == null ? new Scalar(Scalar.Type.STRING, text) : word;
  }

  private static @Nullable Scalar word(String text) {
    return switch (text) {
      case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" -> TRUE;
      case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" -> FALSE;
      case "~", "null", "Null", "NULL" -> NULL;
      default -> null;
    };
  }

  private static Scalar number(String text, boolean dot) {
    switch (text) {
      case ".nan",
      ".NaN",
      ".NAN",
      ".inf",
      ".Inf",
      ".INF",
      "+.inf",
      "+.Inf",
      "+.INF",
      "-.inf",
      "-.Inf",
      "-.INF":
        return new Scalar(Scalar.Type.UNSUPPORTED, text);
      default:
        break;
    }
    if (dot) {
      String digits = NumberText.withoutUnderscores(text);
      return digits == null ? string(text) : fraction(digits, text);
    }
    String digits = text.replace("_", "");
    Scalar small = smallDecimal(digits);
    if (small != null) {
      return small;
    }
    int radix = NumberText.radix(digits);
    String magnitude = radix == 0 ? null : NumberText.magnitude(digits, radix);
    if (magnitude == null) {
      return fraction(digits, text);
    }
    BigInteger exact = inSixtyFourBits(digits.charAt(0), magnitude, radix);
    return exact == null
        ? fraction(digits, text)
        : new Scalar(Scalar.Type.INTEGER, exact.toString());
  }

  /**
   * An integer as long as 64 bits hold it: with a sign in two's complement, without one from zero
   * up. What is beyond is a float if it looks like one, which a leading zero does not change, and a
   * string if it does not.
   */
  private static @Nullable BigInteger inSixtyFourBits(char first, String magnitude, int radix) {
    if (magnitude.length() > Long.SIZE) {
      return null;
    }
    BigInteger value = new BigInteger(magnitude, radix);
    if (first == '-') {
      value = value.negate();
    }
    int bits = first == '-' || first == '+' ? Long.SIZE - 1 : Long.SIZE;
    return value.bitLength() <= bits ? value : null;
  }

  /** The usual number, without the cost of large ones; null where it is not that simple. */
  static @Nullable Scalar smallDecimal(String digits) {
    int length = digits.length();
    if (length > 18 || digits.charAt(0) == '0' && length > 1) {
      return null;
    }
    for (int i = 0; i < length; i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return null;
      }
    }
    return new Scalar(Scalar.Type.INTEGER, digits);
  }

  private static Scalar fraction(String digits, String text) {
    if (!NumberText.isFloat(digits)) {
      return string(text);
    }
    double value = Double.parseDouble(digits);
    return Double.isInfinite(value) ? string(text) : ofDouble(value);
  }

  private static Scalar ofDouble(double value) {
    String json = NumberText.json(value);
    boolean whole = !json.contains(".") && !json.contains("e");
    return new Scalar(whole ? Scalar.Type.INTEGER : Scalar.Type.FLOAT, json);
  }

  private static Scalar string(String text) {
    return new Scalar(Scalar.Type.STRING, text);
  }

  /** Whether go-yaml takes the text as an integer; integral floats such as {@code 1e3} are none. */
  static boolean isInteger(String text) {
    if (plain(text).type() != Scalar.Type.INTEGER || text.charAt(0) == '.') {
      return false;
    }
    String digits = text.replace("_", "");
    int radix = NumberText.radix(digits);
    String magnitude = radix == 0 ? null : NumberText.magnitude(digits, radix);
    return magnitude != null && inSixtyFourBits(digits.charAt(0), magnitude, radix) != null;
  }

  private static boolean isFloat(String text, Scalar.Type type) {
    return type == Scalar.Type.UNSUPPORTED
        || type == Scalar.Type.FLOAT
        || type == Scalar.Type.INTEGER && !NumberText.isBeyondInt64(plain(text).text());
  }

  private static boolean isTimestamp(String text) {
    return text.length() >= 8 && text.charAt(4) == '-' && text.lastIndexOf('-') > 4;
  }

  private static byte @Nullable [] decoded(String text) {
    StringBuilder joined = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\r') {
        joined.append(c);
      }
    }
    if (joined.length() % 4 != 0) {
      return null;
    }
    try {
      return Base64.getDecoder().decode(joined.toString());
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }
}
