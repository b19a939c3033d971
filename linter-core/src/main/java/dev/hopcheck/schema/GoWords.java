package dev.hopcheck.schema;

import dev.hopcheck.yaml.Scalar;
import dev.hopcheck.yaml.YamlNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of the server's JSON decoder. */
final class GoWords {
  private GoWords() {}

  /** A value of another JSON type than the field's. */
  static TypeFault typeFault(
      YamlNode node, @Nullable YamlNode key, FieldType type, DecodingPath path, Scope scope) {
    return typeFault(node, key, type, path, scope, TypeFault.Cause.TYPE, jsonType(node));
  }

  static TypeFault typeFault(
      YamlNode node,
      @Nullable YamlNode key,
      FieldType type,
      DecodingPath path,
      Scope scope,
      TypeFault.Cause cause,
      String value) {
    String field = path.plain();
    String message =
        "json: cannot unmarshal "
            + value
            + " into Go struct field "
            + scope.type().name()
            + "."
            + field
            + " of type "
            + goType(type);
    return new TypeFault(path, node, key, type, scope, cause, message, field);
  }

  /** The same place with the words for a number that has no JSON form. */
  static TypeFault noJson(TypeFault fault) {
    String text = fault.node().text().toUpperCase(Locale.ROOT);
    String infinite = text.startsWith("-") ? "-Inf" : "+Inf";
    String value = text.equals(".NAN") ? "NaN" : infinite;
    return new TypeFault(
        fault.path(),
        fault.node(),
        fault.key(),
        fault.expected(),
        fault.scope(),
        TypeFault.Cause.NO_JSON,
        "json: unsupported value: " + value,
        "");
  }

  /** The JSON type of a value as the decoder calls it. */
  static String jsonType(YamlNode node) {
    return switch (node.kind()) {
      case MAPPING -> "object";
      case SEQUENCE -> "array";
      case SCALAR ->
          switch (node.scalar().type()) {
            case STRING -> "string";
            case INTEGER, FLOAT -> "number";
            case BOOLEAN -> "bool";
            case NULL, UNSUPPORTED -> "null";
          };
    };
  }

  /** Whether a scalar is a JSON number. */
  static boolean isNumber(Scalar scalar) {
    return scalar.type() == Scalar.Type.INTEGER || scalar.type() == Scalar.Type.FLOAT;
  }

  private static String goType(FieldType type) {
    if (type instanceof FieldType.ListOf list) {
      return "[]" + goType(list.element());
    }
    if (type instanceof FieldType.MapOf map) {
      return "map[string]" + goType(map.value());
    }
    if (type instanceof FieldType.Struct struct) {
      return struct.type().goVersion() + "." + struct.type().name();
    }
    return switch ((FieldType.Leaf) type) {
      case STRING, TIME, MICRO_TIME, DURATION -> "string";
      case INT32, INT_OR_STRING -> "int32";
      case INT64 -> "int64";
      case FLOAT -> "float64";
      case BOOL -> "bool";
      case BYTES -> "[]uint8";
      case QUANTITY -> "resource.Quantity";
      case ANY, RAW_EXTENSION -> "interface {}";
    };
  }
}
