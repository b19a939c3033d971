package dev.hopcheck.schema;

import dev.hopcheck.yaml.Scalar;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlNode;

/**
 * Whether an object surely fits its type, which nearly all do: then there is nothing to say and no
 * place to name. Where it is not sure, {@link ShapeWalk} looks closely.
 */
final class ShapeFit {
  /** Numbers of fewer digits surely fit 32 bits. */
  private static final int SHORT = 10;

  private final YamlDocument document;

  private ShapeFit(YamlDocument document) {
    this.document = document;
  }

  /** Whether decoding meets nothing it trips over. */
  static boolean object(YamlNode node, ObjectType type) {
    return node.isMapping() && new ShapeFit(node.document()).struct(node.id(), type);
  }

  private boolean struct(int node, ObjectType type) {
    if (document.isSpecial(node)) {
      return false;
    }
    int behind = document.behind(node);
    int key = document.first(node);
    while (key < behind) {
      int value = document.after(key);
      FieldType field = type.field(document.key(key));
      if (field == null || !fits(document.target(value), field)) {
        return false;
      }
      key = document.after(value);
    }
    return true;
  }

  private boolean fits(int node, FieldType type) {
    if (document.isLeaf(node)) {
      return type instanceof FieldType.Leaf leaf ? leaf(node, leaf) : document.isNull(node);
    }
    return document.isMapping(node) ? mapping(node, type) : sequence(node, type);
  }

  private boolean leaf(int node, FieldType.Leaf leaf) {
    if (leaf == FieldType.Leaf.STRING && document.isString(node)) {
      return true;
    }
    if (document.isDecimal(node) && isOfIntegers(leaf) && document.value(node).length() < SHORT) {
      return true;
    }
    Scalar scalar = document.scalar(node);
    return scalar.isNull()
        || scalar.type() != Scalar.Type.UNSUPPORTED && LeafCheck.fits(scalar, leaf);
  }

  private boolean mapping(int node, FieldType type) {
    if (type instanceof FieldType.Struct struct) {
      return struct(node, struct.type());
    }
    FieldType value = type instanceof FieldType.MapOf map ? map.value() : type;
    if (document.isSpecial(node) || value == type && !isFree(type)) {
      return false;
    }
    int behind = document.behind(node);
    int key = document.first(node);
    while (key < behind) {
      int at = document.after(key);
      if (!fits(document.target(at), value)) {
        return false;
      }
      key = document.after(at);
    }
    return true;
  }

  private boolean sequence(int node, FieldType type) {
    FieldType element = type instanceof FieldType.ListOf list ? list.element() : type;
    if (element == type && !isFree(type)) {
      return false;
    }
    int behind = document.behind(node);
    for (int item = document.first(node); item < behind; item = document.after(item)) {
      if (!fits(document.target(item), element)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfIntegers(FieldType.Leaf leaf) {
    return switch (leaf) {
      case INT32, INT64, INT_OR_STRING -> true;
      default -> false;
    };
  }

  /** Values of any shape, below which the same holds. */
  private static boolean isFree(FieldType type) {
    return type == FieldType.Leaf.ANY || type == FieldType.Leaf.RAW_EXTENSION;
  }
}
