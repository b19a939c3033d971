package dev.hopcheck.schema;

import java.util.List;
import java.util.Map;

/**
 * Reads one struct of the bundle. A line is {@code KEY TAB FIELD TAB FIELD ...}; a field is
 * {@code name:type} or, where not all versions have it, {@code name:type;28-33} with its first and last
 * minor version. A type is one letter for a leaf, {@code [T} for a list, <code>{T</code> for a map,
 * {@code @KEY} for a struct.
 */
final class TypeLine {
  private TypeLine() {}

  static void read(String line, Schemas schemas, Map<String, FieldType> fields, List<String> order) {
    int at = line.indexOf('\t');
    while (at >= 0) {
      int end = line.indexOf('\t', at + 1);
      int stop = end < 0 ? line.length() : end;
      int colon = line.indexOf(':', at);
      int semicolon = line.indexOf(';', colon);
      boolean bounded = semicolon >= 0 && semicolon < stop;
      if (!bounded || Versions.contains(line, semicolon + 1, schemas.version())) {
        String name = line.substring(at + 1, colon);
        fields.put(name, type(line.substring(colon + 1, bounded ? semicolon : stop), schemas));
        order.add(name);
      }
      at = end;
    }
  }

  private static FieldType type(String code, Schemas schemas) {
    return switch (code.charAt(0)) {
      case '[' -> new FieldType.ListOf(type(code.substring(1), schemas));
      case '{' -> new FieldType.MapOf(type(code.substring(1), schemas));
      case '@' -> new FieldType.Struct(schemas.struct(code.substring(1)));
      default -> leaf(code.charAt(0));
    };
  }

  /** The letter of a leaf in the bundle. */
  static char letter(FieldType.Leaf leaf) {
    return switch (leaf) {
      case STRING -> 's';
      case INT32 -> 'i';
      case INT64 -> 'l';
      case FLOAT -> 'f';
      case BOOL -> 'b';
      case INT_OR_STRING -> 'x';
      case QUANTITY -> 'q';
      case TIME -> 't';
      case MICRO_TIME -> 'u';
      case DURATION -> 'd';
      case BYTES -> 'y';
      case ANY -> '*';
      case RAW_EXTENSION -> 'r';
    };
  }

  private static FieldType.Leaf leaf(char letter) {
    return switch (letter) {
      case 's' -> FieldType.Leaf.STRING;
      case 'i' -> FieldType.Leaf.INT32;
      case 'l' -> FieldType.Leaf.INT64;
      case 'f' -> FieldType.Leaf.FLOAT;
      case 'b' -> FieldType.Leaf.BOOL;
      case 'x' -> FieldType.Leaf.INT_OR_STRING;
      case 'q' -> FieldType.Leaf.QUANTITY;
      case 't' -> FieldType.Leaf.TIME;
      case 'u' -> FieldType.Leaf.MICRO_TIME;
      case 'd' -> FieldType.Leaf.DURATION;
      case 'y' -> FieldType.Leaf.BYTES;
      case '*' -> FieldType.Leaf.ANY;
      case 'r' -> FieldType.Leaf.RAW_EXTENSION;
      default -> throw new IllegalStateException("schema bundle: type letter " + letter);
    };
  }
}
