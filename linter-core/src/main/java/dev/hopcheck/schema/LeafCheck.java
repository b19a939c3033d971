package dev.hopcheck.schema;

import dev.hopcheck.schema.FieldType.Leaf;
import dev.hopcheck.value.Base64Text;
import dev.hopcheck.value.GoDuration;
import dev.hopcheck.value.Parsed;
import dev.hopcheck.value.Quantity;
import dev.hopcheck.value.Timestamp;
import dev.hopcheck.yaml.Scalar;
import dev.hopcheck.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides whether a value can be decoded into a field without named parts (section 5.4). */
final class LeafCheck {
  private LeafCheck() {}

  static @Nullable TypeFault fault(
      YamlNode node, @Nullable YamlNode key, Leaf leaf, DecodingPath path, Scope scope) {
    return switch (leaf) {
      case ANY, RAW_EXTENSION -> null;
      case QUANTITY -> quantity(node, key, path, scope);
      case BYTES -> bytes(node, key, path, scope);
      case TIME, MICRO_TIME, DURATION -> formatted(node, key, leaf, path, scope);
      case STRING, INT32, INT64, FLOAT, BOOL, INT_OR_STRING -> {
        if (!node.isScalar()) {
          yield GoWords.typeFault(node, key, leaf, path, scope);
        }
        yield scalar(node, key, leaf, path, scope);
      }
    };
  }

  /** Whether a scalar surely fits; where it does not, {@link #fault} says why. */
  static boolean fits(Scalar scalar, Leaf leaf) {
    return switch (leaf) {
      case ANY, RAW_EXTENSION -> true;
      case QUANTITY -> !isEscaped(scalar.text()) && Quantity.decode(scalar.text()).isOk();
      case BYTES -> scalar.isString() && Base64Text.errors(scalar.text()).isEmpty();
      case TIME, MICRO_TIME, DURATION ->
          scalar.isString() && formatErrors(leaf, scalar.text()).isEmpty();
      case STRING, INT32, INT64, FLOAT, BOOL, INT_OR_STRING -> isOfType(scalar, leaf);
    };
  }

  private static @Nullable TypeFault scalar(
      YamlNode node, @Nullable YamlNode key, Leaf leaf, DecodingPath path, Scope scope) {
    Scalar scalar = node.scalar();
    if (isOfType(scalar, leaf)) {
      return null;
    }
    boolean number = GoWords.isNumber(scalar) && leaf != Leaf.STRING && leaf != Leaf.BOOL;
    return number
        ? GoWords.typeFault(
            node, key, leaf, path, scope, TypeFault.Cause.NUMBER, "number " + scalar.text())
        : GoWords.typeFault(node, key, leaf, path, scope);
  }

  private static boolean isOfType(Scalar scalar, Leaf leaf) {
    return switch (leaf) {
      case STRING -> scalar.isString();
      case BOOL -> scalar.type() == Scalar.Type.BOOLEAN;
      case FLOAT -> GoWords.isNumber(scalar);
      case INT32 -> isInteger(scalar, 32);
      case INT64 -> isInteger(scalar, 64);
      case INT_OR_STRING -> scalar.isString() || isInteger(scalar, 32);
      case QUANTITY, TIME, MICRO_TIME, DURATION, BYTES, ANY, RAW_EXTENSION -> true;
    };
  }

  /** Whether a number has no fraction and fits into so many bits (DEC-18). */
  static boolean isInteger(Scalar scalar, int bits) {
    if (scalar.type() != Scalar.Type.INTEGER || scalar.text().length() > 20) {
      return false;
    }
    try {
      long value = Long.parseLong(scalar.text());
      return bits == 64 || value == (int) value;
    } catch (NumberFormatException beyondLong) {
      return false;
    }
  }

  /** Quantities read strings and numbers alike; anything else is no quantity either. */
  private static @Nullable TypeFault quantity(
      YamlNode node, @Nullable YamlNode key, DecodingPath path, Scope scope) {
    String text = node.isScalar() && !isEscaped(node.scalar().text()) ? node.scalar().text() : "{}";
    Parsed<Quantity> parsed = Quantity.decode(text);
    return parsed.isOk() ? null : format(node, key, Leaf.QUANTITY, path, scope, parsed.error());
  }

  /** Quantities read the JSON text itself, in which a line end is a backslash and a letter. */
  private static boolean isEscaped(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ') {
        return true;
      }
    }
    return false;
  }

  /** Times and durations are strings of a fixed format (DEC-24). */
  private static @Nullable TypeFault formatted(
      YamlNode node, @Nullable YamlNode key, Leaf leaf, DecodingPath path, Scope scope) {
    if (!node.isScalar() || !node.scalar().isString()) {
      return GoWords.typeFault(node, key, leaf, path, scope);
    }
    List<String> errors = formatErrors(leaf, node.scalar().text());
    return errors.isEmpty() ? null : format(node, key, leaf, path, scope, errors.get(0));
  }

  private static List<String> formatErrors(Leaf leaf, String text) {
    return switch (leaf) {
      case MICRO_TIME -> GoTime.microErrors(text);
      case DURATION -> GoDuration.parse(text).errors();
      default -> Timestamp.errors(text);
    };
  }

  /** Base64 text; Go also takes a list of numbers for bytes. */
  private static @Nullable TypeFault bytes(
      YamlNode node, @Nullable YamlNode key, DecodingPath path, Scope scope) {
    if (node.isSequence()) {
      int index = 0;
      for (YamlNode item : node.items()) {
        boolean fits = item.isNull() || item.isScalar() && isByte(item.scalar());
        if (!fits) {
          return GoWords.typeFault(item, null, Leaf.BYTES, path.item(index), scope);
        }
        index++;
      }
      return null;
    }
    if (!node.isScalar() || !node.scalar().isString()) {
      return GoWords.typeFault(node, key, Leaf.BYTES, path, scope);
    }
    List<String> errors = Base64Text.errors(node.scalar().text());
    return errors.isEmpty() ? null : format(node, key, Leaf.BYTES, path, scope, errors.get(0));
  }

  /** The server names no field where a type reads its own text. */
  private static TypeFault format(
      YamlNode node,
      @Nullable YamlNode key,
      Leaf leaf,
      DecodingPath path,
      Scope scope,
      String message) {
    return new TypeFault(path, node, key, leaf, scope, TypeFault.Cause.FORMAT, message, "");
  }

  private static boolean isByte(Scalar scalar) {
    return isInteger(scalar, 32)
        && Integer.parseInt(scalar.text()) >= 0
        && Integer.parseInt(scalar.text()) <= 255;
  }
}
