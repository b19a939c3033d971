package dev.hopcheck.admission;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a container mounts of the pod's volumes, and block devices. */
final class MountRules {
  private MountRules() {}

  static void mounts(Field container, PodScope pod) {
    Causes causes = pod.causes();
    Field list = container.get("volumeMounts");
    if (list.items().isEmpty()) {
      return;
    }
    Map<String, String> devices = byName(container.get("volumeDevices"), "devicePath");
    Set<String> paths = new HashSet<>();
    for (Field mount : list.items()) {
      Field name = mount.get("name");
      Field path = mount.get("mountPath");
      if (name.text().isEmpty()) {
        causes.required(name, "");
      }
      if (!pod.volumes().containsKey(name.text())) {
        noSuchVolume(name, pod);
      }
      if (path.text().isEmpty()) {
        causes.required(path, "");
      }
      if (!paths.add(path.text())) {
        causes.invalid(path, "must be unique");
      }
      if (devices.containsKey(name.text())) {
        causes.invalid(name, "must not already exist in volumeDevices");
      }
      if (devices.containsValue(path.text())) {
        causes.invalid(path, "must not already exist as a path in volumeDevices");
      }
      subPaths(mount, list, pod);
      propagation(mount, list, container, causes);
      recursiveReadOnly(mount, list, causes);
    }
  }

  /** A volume that is there but refused is not there for the server. */
  private static void noSuchVolume(Field name, PodScope pod) {
    Cause cause =
        pod.causes()
            .notFound(name, name.text())
            .about(pod.spec().get("volumes"))
            .headline("no volume of the pod is named `" + name.text() + "`");
    for (Field volume : pod.spec().items("volumes")) {
      if (volume.text("name").equals(name.text()) && !name.text().isEmpty()) {
        cause
            .headline("the volume `" + name.text() + "` of the pod is refused")
            .follows(pod.causes().firstBelow(volume.path()));
      }
    }
  }

  /** The last of each name counts, as in the server's map. */
  private static Map<String, String> byName(Field list, String path) {
    List<Field> items = list.items();
    if (items.isEmpty()) {
      return Map.of();
    }
    Map<String, String> found = new HashMap<>();
    for (Field item : items) {
      found.put(item.text("name"), item.text(path));
    }
    return found;
  }

  /** Errors of these paths stand at the list, without an index. */
  private static void subPaths(Field mount, Field list, PodScope pod) {
    Causes causes = pod.causes();
    Field subPath = mount.get("subPath");
    Field expression = mount.get("subPathExpr");
    Field volume = pod.volumes().get(mount.text("name"));
    boolean onlyWhole = volume != null && volume.present("image") && !pod.isAtLeast(33);
    if (onlyWhole && !subPath.text().isEmpty()) {
      causes.invalid(subPath, "not allowed in image volume sources");
    }
    if (onlyWhole && !expression.text().isEmpty()) {
      causes.invalid(expression, "not allowed in image volume sources");
    }
    if (!subPath.text().isEmpty()) {
      PathRules.descending(subPath, list.path() + ".subPath", causes);
    }
    if (!expression.text().isEmpty()) {
      if (!subPath.text().isEmpty()) {
        causes.invalid(expression, "subPathExpr and subPath are mutually exclusive");
      }
      PathRules.descending(expression, list.path() + ".subPathExpr", causes);
    }
  }

  private static void propagation(Field mount, Field list, Field container, Causes causes) {
    if (!mount.has("mountPropagation")) {
      return;
    }
    Field mode = mount.get("mountPropagation");
    String path = list.path() + ".mountPropagation";
    switch (mode.text()) {
      case "None", "HostToContainer" -> {}
      case "Bidirectional" -> {
        if (!container.get("securityContext").flag("privileged")) {
          causes
              .forbidden(
                  mode,
                  "Bidirectional mount propagation is available only to privileged containers")
              .path(path);
        }
      }
      default -> causes.notSupported(mode, "Bidirectional", "HostToContainer", "None").path(path);
    }
  }

  private static void recursiveReadOnly(Field mount, Field list, Causes causes) {
    if (!mount.has("recursiveReadOnly")) {
      return;
    }
    Field mode = mount.get("recursiveReadOnly");
    String path = list.path() + ".recursiveReadOnly";
    switch (mode.text()) {
      case "Disabled" -> {}
      case "Enabled", "IfPossible" -> {
        if (!mount.flag("readOnly")) {
          causes.forbidden(mode, "may only be specified when readOnly is true").path(path);
        }
        Field propagation = mount.get("mountPropagation");
        if (propagation.present() && !propagation.text().equals("None")) {
          causes
              .forbidden(
                  mode, "may only be specified when mountPropagation is None or not specified")
              .path(path);
        }
      }
      default -> causes.notSupported(mode, "Disabled", "Enabled", "IfPossible").path(path);
    }
  }

  static void devices(Field container, PodScope pod) {
    List<Field> devices = container.items("volumeDevices");
    if (devices.isEmpty()) {
      return;
    }
    Causes causes = pod.causes();
    Map<String, String> mounts = byName(container.get("volumeMounts"), "mountPath");
    Set<String> paths = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Field device : devices) {
      Field name = device.get("name");
      Field path = device.get("devicePath");
      if (name.text().isEmpty()) {
        causes.required(name, "");
      }
      if (names.contains(name.text())) {
        causes.invalid(name, "must be unique");
      }
      Field volume = pod.volumes().get(name.text());
      if (volume == null) {
        noSuchVolume(name, pod);
      } else if (!isClaim(volume)) {
        causes.invalid(
            name,
            "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode");
      }
      if (path.text().isEmpty()) {
        causes.required(path, "");
      }
      if (paths.contains(path.text())) {
        causes.invalid(path, "must be unique");
      }
      if (!path.text().isEmpty() && PathRules.stepsBack(path.text())) {
        causes.invalid(path, "can not contain backsteps ('..')");
      } else {
        paths.add(path.text());
      }
      if (mounts.containsKey(name.text())) {
        causes.invalid(name, "must not already exist in volumeMounts");
      }
      if (mounts.containsValue(path.text())) {
        causes.invalid(path, "must not already exist as a path in volumeMounts");
      }
      if (!name.text().isEmpty()) {
        names.add(name.text());
      }
    }
  }

  /** A claim, one made for the pod, or a template of a StatefulSet. */
  private static boolean isClaim(Field volume) {
    return volume.present("persistentVolumeClaim")
        || volume.present("ephemeral")
        || volume.present("metadata");
  }
}
