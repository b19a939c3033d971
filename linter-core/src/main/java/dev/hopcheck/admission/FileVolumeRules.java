package dev.hopcheck.admission;

/** Volumes whose files come from other objects or from the pod itself. */
final class FileVolumeRules {
  private static final String MODE = "must be a number between 0 and 0777 (octal), both inclusive";

  private FileVolumeRules() {}

  static void secret(Field source, Causes causes) {
    if (source.text("secretName").isEmpty()) {
      causes.required(source.get("secretName"), "");
    }
    mode(source.get("defaultMode"), causes);
    items(source, causes);
  }

  static void configMap(Field source, Causes causes) {
    if (source.text("name").isEmpty()) {
      causes.required(source.get("name"), "");
    }
    mode(source.get("defaultMode"), causes);
    items(source, causes);
  }

  private static void items(Field source, Causes causes) {
    for (Field item : source.items("items")) {
      keyToPath(item, causes);
    }
  }

  static void keyToPath(Field item, Causes causes) {
    if (item.text("key").isEmpty()) {
      causes.required(item.get("key"), "");
    }
    Field path = item.get("path");
    if (path.text().isEmpty()) {
      causes.required(path, "");
    }
    PathRules.notReserved(path, causes);
    mode(item.get("mode"), causes);
  }

  static void mode(Field mode, Causes causes) {
    mode(mode, mode.path(), causes);
  }

  private static void mode(Field mode, String path, Causes causes) {
    if (mode.present() && (mode.number() < 0 || mode.number() > 0777)) {
      causes.invalidNumber(mode, mode.number(), MODE).path(path);
    }
  }

  static void downward(Field source, Causes causes) {
    mode(source.get("defaultMode"), causes);
    for (Field file : source.items("items")) {
      downwardFile(file, source.path(), causes);
    }
  }

  /** One file; the server leaves the index of the file out of its paths. */
  static void downwardFile(Field file, String path, Causes causes) {
    Field name = file.get("path");
    if (name.text().isEmpty()) {
      causes.required(name, "").path(path + ".path");
    }
    PathRules.notReserved(name, path + ".path", causes);
    Field field = file.get("fieldRef");
    Field resource = file.get("resourceFieldRef");
    if (field.present()) {
      Causes own = new Causes();
      DownwardRules.field(field, DownwardRules.VOLUME_FIELDS, own);
      causes.addMoved(own, field.path(), path + ".fieldRef");
      if (resource.present()) {
        causes
            .invalid(
                file,
                "resource",
                "fieldRef and resourceFieldRef can not be specified simultaneously")
            .path(path);
      }
    } else if (resource.present()) {
      Causes own = new Causes();
      DownwardRules.resource(resource, true, own);
      causes.addMoved(own, resource.path(), path + ".resourceFieldRef");
    } else {
      causes.required(file, "one of fieldRef and resourceFieldRef is required").path(path);
    }
    mode(file.get("mode"), path + ".mode", causes);
  }
}
