package dev.hopcheck.schema;

import java.util.List;
import java.util.Map;

/**
 * Reads one struct of the bundle. A line is the key and the fields, split by tabs; a field is {@code
 * name:type}, then {@code ^Embedded} where an embedded Go struct holds it, then {@code ;28-33} where not
 * all versions have it. A type is one letter for a leaf, {@code [T} for a list, {@code {T} for a map,
 * {@code @KEY} for a struct.
 */
final class TypeLine {
  /** A field's type and the Go struct embedded in its own that holds it; mostly empty. */
  record Field(FieldType type, String embedded) {}

  private TypeLine() {}

  static void read(String line, Schemas schemas, Map<String, Field> fields, List<String> order) {
    int at = line.indexOf('\t');
    while (at >= 0) {
      int end = line.indexOf('\t', at + 1);
      int stop = end < 0 ? line.length() : end;
      int semicolon = indexOf(line, ';', at, stop);
      if (semicolon == stop || Versions.contains(line, semicolon + 1, schemas.version())) {
        int colon = line.indexOf(':', at);
        int hat = indexOf(line, '^', colon, semicolon);
        String name = line.substring(at + 1, colon);
        FieldType type = type(line.substring(colon + 1, hat), schemas);
        String embedded = hat == semicolon ? "" : line.substring(hat + 1, semicolon);
        fields.put(name, new Field(type, embedded));
        order.add(name);
      }
      at = end;
    }
  }

  /** From or until which version other than this there is such a field; empty where none has it. */
  static String otherVersions(String line, String name, KubernetesVersion version) {
    int at = line.indexOf('\t' + name + ':');
    if (at < 0) {
      return "";
    }
    int next = line.indexOf('\t', at + 1);
    int semicolon = indexOf(line, ';', at, next < 0 ? line.length() : next);
    if (semicolon + 5 >= line.length() || line.charAt(semicolon) != ';') {
      return "";
    }
    String first = line.substring(semicolon + 1, semicolon + 3);
    String last = line.substring(semicolon + 4, semicolon + 6);
    return Integer.parseInt(first) > version.minor()
        ? "comes with Kubernetes 1." + first
        : "went after Kubernetes 1." + last;
  }

  /** Where the character stands before {@code stop}; else {@code stop}. */
  private static int indexOf(String line, char wanted, int from, int stop) {
    int at = from;
    while (at < stop && line.charAt(at) != wanted) {
      at++;
    }
    return at;
  }

  private static FieldType type(String code, Schemas schemas) {
    return switch (code.charAt(0)) {
      case '[' -> new FieldType.ListOf(type(code.substring(1), schemas));
      case '{' -> new FieldType.MapOf(type(code.substring(1), schemas));
      case '@' -> new FieldType.Struct(schemas.struct(code.substring(1)));
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
      default -> throw new IllegalStateException("schema bundle: type " + code);
    };
  }
}
