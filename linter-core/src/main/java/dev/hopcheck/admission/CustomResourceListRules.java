package dev.hopcheck.admission;

import java.util.List;
import java.util.Set;

/** How the lists and maps of a custom resource are merged, as their schema says it. */
final class CustomResourceListRules {
  private CustomResourceListRules() {}

  /** Checks what the schema says of lists and maps and how it goes with its type. */
  static void validate(Field schema, String path, Causes causes) {
    Field list = schema.get("x-kubernetes-list-type");
    if (list.written()) {
      typed(schema, "array", "x-kubernetes-list-type", path, causes);
      if (!Set.of("atomic", "set", "map").contains(list.text())) {
        causes
            .notSupported(list, List.of("atomic", "set", "map"))
            .path(path + ".x-kubernetes-list-type");
      }
    }
    Field map = schema.get("x-kubernetes-map-type");
    if (map.written()) {
      typed(schema, "object", "x-kubernetes-map-type", path, causes);
      if (!Set.of("atomic", "granular").contains(map.text())) {
        causes
            .notSupported(map, List.of("atomic", "granular"))
            .path(path + ".x-kubernetes-map-type");
      }
    }
    Field keys = schema.get("x-kubernetes-list-map-keys");
    if (list.text().equals("map")) {
      if (keys.size() == 0) {
        causes
            .required(keys, "must not be empty if x-kubernetes-list-type is map")
            .path(path + ".x-kubernetes-list-map-keys");
      }
      keys(schema, keys, path, causes);
    } else if (keys.size() > 0) {
      String detail = "must be map if x-kubernetes-list-map-keys is non-empty";
      Cause cause = list.written() ? causes.invalid(list, detail) : causes.required(list, detail);
      cause.path(path + ".x-kubernetes-list-type");
    }
  }

  private static void typed(
      Field schema, String wanted, String because, String path, Causes causes) {
    Field type = schema.get("type");
    String detail = "must be " + wanted + " if " + because + " is specified";
    if (type.text().isEmpty()) {
      causes.required(type, detail).path(path + ".type");
    } else if (!type.text().equals(wanted)) {
      causes.invalid(type, detail).path(path + ".type");
    }
  }

  /** What tells the items of a list apart must be there in each of them. */
  private static void keys(Field schema, Field keys, String path, Causes causes) {
    Field items = schema.get("items");
    if (!items.text("type").equals("object")) {
      return;
    }
    Field properties = items.get("properties");
    for (Field key : keys.items()) {
      Field property = properties.get(key.text());
      String at = path + ".items.properties[" + key.text() + "]";
      if (!property.written()) {
        causes
            .invalidBare(keys, JsonText.of(keys), "entries must all be names of item properties")
            .path(path + ".x-kubernetes-list-map-keys")
            .at(key.location());
        continue;
      }
      boolean required = false;
      for (Field name : items.items("required")) {
        required |= name.text().equals(key.text());
      }
      if (!required && !property.get("default").written()) {
        causes
            .required(
                property.get("default"),
                "this property is in x-kubernetes-list-map-keys, so it must have a default or be a"
                    + " required property")
            .path(at + ".default");
      }
    }
  }
}
