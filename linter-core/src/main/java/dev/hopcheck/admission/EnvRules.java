package dev.hopcheck.admission;

import dev.hopcheck.value.ConfigMapKey;
import dev.hopcheck.value.Dns1123Label;
import dev.hopcheck.value.Dns1123Subdomain;
import dev.hopcheck.value.EnvVarName;
import dev.hopcheck.value.NamePrefix;
import java.util.List;

/** Variables of a container and where their values come from. */
final class EnvRules {
  private static final String[] KEY_REFERENCES = {"configMapKeyRef", "secretKeyRef"};
  private static final String[] SOURCES = {"configMapRef", "secretRef"};

  private EnvRules() {}

  static void variables(Field list, PodScope pod) {
    for (Field variable : list.items()) {
      Field name = variable.get("name");
      if (name.text().isEmpty()) {
        pod.causes().required(name, "");
      } else {
        pod.causes().invalidEach(name, nameErrors(name.text(), pod));
      }
      valueFrom(variable, pod);
    }
  }

  /** From 1.32 on all printable ASCII but {@code =} is allowed. */
  private static List<String> nameErrors(String name, PodScope pod) {
    return pod.isAtLeast(32) ? EnvVarName.errors(name) : EnvVarName.narrowErrors(name);
  }

  private static void valueFrom(Field variable, PodScope pod) {
    if (!variable.has("valueFrom")) {
      return;
    }
    Field from = variable.get("valueFrom");
    Causes causes = pod.causes();
    int sources = 0;
    if (from.has("fieldRef")) {
      sources++;
      DownwardRules.field(from.get("fieldRef"), DownwardRules.ENV_FIELDS, causes);
    }
    if (from.has("resourceFieldRef")) {
      sources++;
      DownwardRules.resource(from.get("resourceFieldRef"), false, causes);
    }
    for (String kind : KEY_REFERENCES) {
      if (from.has(kind)) {
        sources++;
        keyReference(from.get(kind), causes);
      }
    }
    boolean files = pod.isAtLeast(35);
    if (files && from.has("fileKeyRef")) {
      sources++;
      fileReference(from.get("fileKeyRef"), causes);
    }
    if (sources != 1 || !variable.text("value").isEmpty()) {
      notOneSource(variable, from, sources, files, causes);
    }
  }

  private static void notOneSource(
      Field variable, Field from, int sources, boolean files, Causes causes) {
    if (sources == 0) {
      String names =
          files
              ? "`fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`"
              : "`fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`";
      causes.invalid(from, "", "must specify one of: " + names);
    } else if (!variable.text("value").isEmpty()) {
      causes.invalid(from, "", "may not be specified when `value` is not empty");
    } else if (sources > 1) {
      causes.invalid(from, "", "may not have more than one field specified at a time");
    }
  }

  private static void keyReference(Field reference, Causes causes) {
    Field name = reference.get("name");
    causes.invalidEach(name, Dns1123Subdomain.errors(name.text()));
    Field key = reference.get("key");
    if (key.text().isEmpty()) {
      causes.required(key, "");
    } else {
      causes.invalidEach(key, ConfigMapKey.errors(key.text()));
    }
  }

  private static void fileReference(Field reference, Causes causes) {
    Field key = reference.get("key");
    if (key.text().isEmpty()) {
      causes.required(key, "");
    } else {
      causes.invalidEach(key, EnvVarName.errors(key.text()));
    }
    Field volume = reference.get("volumeName");
    if (volume.text().isEmpty()) {
      causes.required(volume, "");
    } else {
      causes.invalidEach(volume, Dns1123Label.errors(volume.text()));
    }
    Field path = reference.get("path");
    if (path.text().isEmpty()) {
      causes.required(path, "");
    } else {
      PathRules.noBacksteps(path, path.path(), causes);
    }
  }

  /** {@code envFrom}; how many sources an entry has is said of the whole list. */
  static void sources(Field list, PodScope pod) {
    Causes causes = pod.causes();
    for (Field entry : list.items()) {
      Field prefix = entry.get("prefix");
      if (!prefix.text().isEmpty()) {
        causes.invalidEach(prefix, nameErrors(prefix.text(), pod));
      }
      int sources = 0;
      for (String kind : SOURCES) {
        if (entry.has(kind)) {
          sources++;
          sourceName(entry.get(kind).get("name"), causes);
        }
      }
      if (sources == 0) {
        causes
            .invalid(entry, "", "must specify one of: `configMapRef` or `secretRef`")
            .path(list.path());
      } else if (sources > 1) {
        causes
            .invalid(entry, "", "may not have more than one field specified at a time")
            .path(list.path());
      }
    }
  }

  /** The name is looked at as if it were a prefix. */
  private static void sourceName(Field name, Causes causes) {
    if (name.text().isEmpty()) {
      causes.required(name, "");
    } else {
      causes.invalidEach(name, Dns1123Subdomain.errors(NamePrefix.masked(name.text())));
    }
  }
}
