package dev.hopcheck.schema;

import dev.hopcheck.yaml.Scalar;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks an object along its type and collects what decoding trips over. */
final class ShapeWalk {
  private final List<TypeFault> faults = new ArrayList<>(0);
  private final List<UnknownField> unknown = new ArrayList<>(0);

  /** Walks a whole object. */
  static ShapeWalk of(YamlNode root, ObjectType type) {
    ShapeWalk walk = new ShapeWalk();
    walk.object(root, type, DecodingPath.ROOT, null);
    return walk;
  }

  /** Walks the metadata only, which custom resources share with all kinds. */
  static ShapeWalk metadata(YamlNode root, Schemas schemas) {
    ShapeWalk walk = new ShapeWalk();
    ObjectType type = schemas.struct("V1ObjectMeta");
    YamlEntry metadata = root.entry("metadata");
    if (metadata != null) {
      DecodingPath path = DecodingPath.ROOT.field("metadata", "");
      Scope scope = new Scope(type, root, DecodingPath.ROOT, null);
      walk.value(metadata.value(), metadata.keyNode(), new FieldType.Struct(type), path, scope);
    }
    return walk;
  }

  /** Values that cannot be decoded, in order of writing. */
  List<TypeFault> faults() {
    return faults;
  }

  /** Fields that no struct has, in order of writing. */
  List<UnknownField> unknown() {
    return unknown;
  }

  private void object(YamlNode node, ObjectType type, DecodingPath path, @Nullable Scope parent) {
    Scope scope = new Scope(type, node, path, parent);
    for (YamlEntry entry : node.entries()) {
      FieldType field = type.field(entry.key());
      if (field != null) {
        DecodingPath at = path.field(entry.key(), type.embedded(entry.key()));
        value(entry.value(), entry.keyNode(), field, at, scope);
      } else if (!entry.keyNode().isPlaceholder()) {
        DecodingPath at = path.field(entry.key(), "");
        unknown.add(new UnknownField(entry, scope, at));
        free(entry.value(), entry.keyNode(), at, scope);
      }
    }
  }

  private void value(
      YamlNode node, @Nullable YamlNode key, FieldType type, DecodingPath path, Scope scope) {
    if (node.isNull()) {
      return;
    }
    if (type instanceof FieldType.Leaf leaf) {
      TypeFault fault = LeafCheck.fault(node, key, leaf, path, scope);
      if (fault != null) {
        faults.add(isUnsupported(node) ? GoWords.noJson(fault) : fault);
      } else if (!node.isScalar() || isUnsupported(node)) {
        free(node, key, path, scope);
      }
    } else if (type instanceof FieldType.Struct struct && node.isMapping()) {
      object(node, struct.type(), path, scope);
    } else if (type instanceof FieldType.ListOf list && node.isSequence()) {
      int index = 0;
      for (YamlNode item : node.items()) {
        value(item, null, list.element(), path.item(index), scope);
        index++;
      }
    } else if (type instanceof FieldType.MapOf map && node.isMapping()) {
      for (YamlEntry entry : node.entries()) {
        value(entry.value(), entry.keyNode(), map.value(), path.key(entry.key()), scope);
      }
    } else {
      TypeFault fault = GoWords.typeFault(node, key, type, path, scope);
      faults.add(isUnsupported(node) ? GoWords.noJson(fault) : fault);
    }
  }

  /** Looks at and below a value of any shape for what has no JSON form. */
  private void free(YamlNode node, @Nullable YamlNode key, DecodingPath path, Scope scope) {
    if (isUnsupported(node)) {
      faults.add(GoWords.noJson(GoWords.typeFault(node, key, FieldType.Leaf.ANY, path, scope)));
    }
    for (YamlNode item : node.items()) {
      free(item, null, path, scope);
    }
    for (YamlEntry entry : node.entries()) {
      free(entry.value(), entry.keyNode(), path, scope);
    }
  }

  private static boolean isUnsupported(YamlNode node) {
    return node.isScalar() && node.scalar().type() == Scalar.Type.UNSUPPORTED;
  }
}
