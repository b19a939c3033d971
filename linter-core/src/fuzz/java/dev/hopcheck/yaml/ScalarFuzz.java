package dev.hopcheck.yaml;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hopcheck.fuzz.Claims;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The resolver against the table of the specification, written down once more with patterns. */
class ScalarFuzz {
  private static final Set<String> TRUE =
      Set.of("y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE");
  private static final Set<String> FALSE =
      Set.of("n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE");
  private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
  private static final Pattern NO_JSON = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
  private static final Pattern WHOLE =
      Pattern.compile("([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))");
  private static final Pattern FRACTION =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final BigInteger MAX = BigInteger.ONE.shiftLeft(64);

  static Stream<byte[]> seeds() {
    return Stream.of(
            "0",
            "-0",
            "+5",
            "1_000",
            "1__0",
            "_1",
            "0x1F",
            "-0x1f",
            "0b11",
            "0o17",
            "017",
            "08",
            "80.0",
            "1.",
            ".5",
            "-.5",
            "1e3",
            "12e03",
            "1e-7",
            "1e21",
            "1e400",
            "1:30",
            "0x",
            "1e",
            "9223372036854775808",
            "-9223372036854775809",
            "18446744073709551616",
            ".inf",
            "-.INF",
            ".nan",
            "y",
            "No",
            "~",
            "Null",
            "tRue",
            "2001-01-01",
            "._5",
            "1_.5",
            "+",
            "-",
            ".",
            "")
        .map(String::getBytes);
  }

  @DictionaryEntries({"0x", "0b", "0o", "_", "e+", ".inf", "null", "true"})
  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10m")
  void asSpecified(byte[] bytes) {
    String text = ReaderTwins.utf8(bytes);
    Claims.hold(
        ScalarResolver.resolve(text, false, null).equals(new Scalar(Scalar.Type.STRING, text)),
        "a quoted scalar is its text");
    Scalar scalar = ScalarResolver.resolve(text, true, null);
    String shown = text + " is " + scalar;
    if (TRUE.contains(text) || FALSE.contains(text)) {
      Claims.hold(scalar.type() == Scalar.Type.BOOLEAN, shown);
      Claims.hold(scalar.text().equals(TRUE.contains(text) ? "true" : "false"), shown);
    } else if (NULL.contains(text)) {
      Claims.hold(scalar.isNull(), shown);
    } else if (NO_JSON.matcher(text).matches()) {
      Claims.hold(scalar.type() == Scalar.Type.UNSUPPORTED, shown);
    } else {
      number(text, scalar, shown);
    }
    tagged(text);
  }

  /** Underscores fall out, but in what begins with a point, where they part digits only. */
  private static void number(String text, Scalar scalar, String shown) {
    boolean point = text.charAt(0) == '.';
    boolean starts = point || "+-0123456789".indexOf(text.charAt(0)) >= 0;
    boolean parted = !Pattern.compile("(^|[^0-9])_|_([^0-9]|$)").matcher(text).find();
    String digits = starts && (!point || parted) ? text.replace("_", "") : "no number";
    Matcher whole = WHOLE.matcher(point ? "" : digits);
    boolean isWhole = whole.matches();
    if (isWhole && fits(whole)) {
      Claims.hold(scalar.type() == Scalar.Type.INTEGER, shown);
      Claims.hold(new BigInteger(scalar.text()).equals(value(whole)), shown);
      return;
    }
    boolean isFraction = FRACTION.matcher(digits).matches();
    double value = isFraction ? Double.parseDouble(digits) : Double.NaN;
    if (isFraction && !Double.isInfinite(value)) {
      Claims.hold(
          scalar.type() == Scalar.Type.INTEGER || scalar.type() == Scalar.Type.FLOAT, shown);
      Claims.hold(new BigDecimal(scalar.text()).doubleValue() == value, shown);
      boolean fraction = scalar.text().indexOf('.') >= 0 || scalar.text().indexOf('e') >= 0;
      Claims.hold(fraction == (scalar.type() == Scalar.Type.FLOAT), shown);
      return;
    }
    if (!isWhole) {
      Claims.hold(scalar.equals(new Scalar(Scalar.Type.STRING, text)), shown);
    }
  }

  /** 64 bits, with a sign where one is written, without where none is. */
  private static boolean fits(Matcher whole) {
    BigInteger value = value(whole);
    return whole.group(1).isEmpty() ? value.compareTo(MAX) < 0 : value.bitLength() <= 63;
  }

  private static BigInteger value(Matcher whole) {
    int[] radix = {16, 2, 8, 10};
    for (int i = 0; i < radix.length; i++) {
      String digits = whole.group(2 + i);
      if (digits != null) {
        BigInteger value = new BigInteger(digits, radix[i]);
        return whole.group(1).equals("-") ? value.negate() : value;
      }
    }
    throw new IllegalStateException(whole.group());
  }

  private static void tagged(String text) {
    for (String name : new String[] {"str", "int", "float", "bool", "null", "binary", "x"}) {
      String tag = ScalarResolver.TAG_PREFIX + name;
      boolean refused = ScalarResolver.refusal(text, tag) != null;
      Scalar scalar = ScalarResolver.resolve(text, true, tag);
      Claims.hold(refused || scalar.text() != null, tag);
      if (name.equals("str")) {
        Claims.hold(!refused && scalar.isString() && scalar.text().equals(text), tag);
      }
    }
  }
}
