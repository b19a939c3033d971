package dev.hopcheck.admission;

import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Schema, columns and subresources of a custom resource's versions. What is the same in all
 * versions the server moves to the spec before it looks, and blames it there.
 */
final class CustomResourceVersionRules {
  private static final Set<String> COLUMN_TYPES =
      Set.of("integer", "number", "string", "boolean", "date");
  private static final Set<String> COLUMN_FORMATS =
      Set.of("int32", "int64", "float", "double", "byte", "date", "date-time", "password");
  private static final int MAX_WARNING = 256;

  private CustomResourceVersionRules() {}

  static void validate(Field spec, Field versions, Causes causes) {
    List<Field> items = versions.items();
    boolean oneSchema = same(items, "schema");
    boolean oneScale = same(items, "subresources");
    boolean oneTable = same(items, "additionalPrinterColumns");
    for (int i = 0; i < items.size(); i++) {
      Field version = items.get(i);
      warning(version, causes);
      if (i == 0 || !oneSchema) {
        schema(
            version, oneSchema ? spec.path() + ".validation" : version.path() + ".schema", causes);
      } else {
        missing(version, causes);
      }
      if (i == 0 || !oneScale) {
        String owner = oneScale ? spec.path() : version.path();
        scale(version.get("subresources", "scale"), owner + ".subresources.scale", causes);
      }
      if (i == 0 || !oneTable) {
        String owner = oneTable ? spec.path() : version.path();
        columns(
            version.get("additionalPrinterColumns"), owner + ".additionalPrinterColumns", causes);
      }
    }
  }

  private static void schema(Field version, String path, Causes causes) {
    missing(version, causes);
    Field schema = version.get("schema", "openAPIV3Schema");
    if (schema.written()) {
      CustomResourceSchemaRules.validate(schema, path + ".openAPIV3Schema", causes);
    }
  }

  private static void missing(Field version, Causes causes) {
    Field schema = version.get("schema", "openAPIV3Schema");
    if (!schema.written()) {
      causes.required(schema, "").headline("version has no schema");
    }
  }

  private static void warning(Field version, Causes causes) {
    Field warning = version.get("deprecationWarning");
    if (!warning.written()) {
      return;
    }
    if (!version.flag("deprecated")) {
      causes.invalid(warning, "can only be set for deprecated versions");
    } else if (DataSize.ofText(warning.text()) > MAX_WARNING) {
      causes.invalid(warning, "must be <= 256 characters long");
    } else if (warning.text().isEmpty()) {
      causes.invalid(warning, "must not be an empty string");
    }
  }

  private static void columns(Field columns, String path, Causes causes) {
    int index = 0;
    for (Field column : columns.items()) {
      String at = path + "[" + index++ + "]";
      if (column.text("name").isEmpty()) {
        causes.required(column.get("name"), "").path(at + ".name");
      }
      Field type = column.get("type");
      String types = "must be one of boolean,date,integer,number,string";
      if (type.text().isEmpty()) {
        causes.required(type, types).path(at + ".type");
      } else if (!COLUMN_TYPES.contains(type.text())) {
        causes.invalid(type, types).path(at + ".type");
      }
      Field format = column.get("format");
      if (!format.text().isEmpty() && !COLUMN_FORMATS.contains(format.text())) {
        causes
            .invalid(format, "must be one of byte,date,date-time,double,float,int32,int64,password")
            .path(at + ".format");
      }
      jsonPath(column.get("jsonPath"), at + ".JSONPath", "", causes);
    }
  }

  private static void scale(Field scale, String path, Causes causes) {
    if (!scale.written()) {
      return;
    }
    jsonPath(scale.get("specReplicasPath"), path + ".specReplicasPath", ".spec.", causes);
    jsonPath(scale.get("statusReplicasPath"), path + ".statusReplicasPath", ".status.", causes);
    Field selector = scale.get("labelSelectorPath");
    String text = selector.text();
    if (!text.isEmpty() && !text.startsWith(".spec.") && !text.startsWith(".status.")) {
      causes
          .invalid(
              selector,
              text.startsWith(".")
                  ? "should be a json path under either .spec or .status"
                  : "must be a simple json path starting with .")
          .path(path + ".labelSelectorPath");
    }
  }

  private static void jsonPath(Field field, String path, String under, Causes causes) {
    String text = field.text();
    if (text.isEmpty()) {
      causes.required(field, "").path(path);
    } else if (!text.startsWith(".")) {
      causes.invalid(field, "must be a simple json path starting with .").path(path);
    } else if (!text.startsWith(under)) {
      causes
          .invalid(field, "should be a json path under " + under.substring(0, under.length() - 1))
          .path(path);
    }
  }

  private static boolean same(List<Field> versions, String member) {
    for (int i = 1; i < versions.size(); i++) {
      if (!same(versions.get(0).get(member).node(), versions.get(i).get(member).node())) {
        return false;
      }
    }
    return true;
  }

  /** Whether two values mean the same, whatever the order of their keys. */
  private static boolean same(@Nullable YamlNode one, @Nullable YamlNode other) {
    if (one == null || other == null || one.equals(other)) {
      return one == null ? other == null : one.equals(other);
    }
    if (one.kind() != other.kind()) {
      return false;
    }
    if (one.isScalar()) {
      return one.scalar().equals(other.scalar());
    }
    if (one.isSequence()) {
      return sameItems(one.items(), other.items());
    }
    if (one.entries().size() != other.entries().size()) {
      return false;
    }
    for (YamlEntry entry : one.entries()) {
      if (!same(entry.value(), other.get(entry.key()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameItems(List<YamlNode> one, List<YamlNode> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!same(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }
}
