package dev.hopcheck.schema;

import dev.hopcheck.yaml.Scalar;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;

/**
 * Whether an object surely fits its type, which nearly all do: then there is nothing to say and no
 * place to name. Where it is not sure, {@link ShapeWalk} looks closely.
 */
final class ShapeFit {
  private ShapeFit() {}

  /** Whether decoding meets nothing it trips over. */
  static boolean object(YamlNode node, ObjectType type) {
    for (YamlEntry entry : node.entries()) {
      FieldType field = type.field(entry.key());
      if (field == null || !value(entry.value(), field)) {
        return false;
      }
    }
    return true;
  }

  private static boolean value(YamlNode node, FieldType type) {
    if (node.isScalar()) {
      return scalar(node.scalar(), type);
    }
    if (node.isMapping()) {
      return mapping(node, type);
    }
    return sequence(node, type);
  }

  private static boolean scalar(Scalar scalar, FieldType type) {
    if (scalar.isNull()) {
      return true;
    }
    return scalar.type() != Scalar.Type.UNSUPPORTED
        && type instanceof FieldType.Leaf leaf
        && LeafCheck.fits(scalar, leaf);
  }

  private static boolean mapping(YamlNode node, FieldType type) {
    if (type instanceof FieldType.Struct struct) {
      return object(node, struct.type());
    }
    FieldType value = type instanceof FieldType.MapOf map ? map.value() : type;
    if (value == type && !isFree(type)) {
      return false;
    }
    for (YamlEntry entry : node.entries()) {
      if (!value(entry.value(), value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sequence(YamlNode node, FieldType type) {
    FieldType element = type instanceof FieldType.ListOf list ? list.element() : type;
    if (element == type && !isFree(type)) {
      return false;
    }
    for (YamlNode item : node.items()) {
      if (!value(item, element)) {
        return false;
      }
    }
    return true;
  }

  /** Values of any shape, below which the same holds. */
  private static boolean isFree(FieldType type) {
    return type == FieldType.Leaf.ANY || type == FieldType.Leaf.RAW_EXTENSION;
  }
}
