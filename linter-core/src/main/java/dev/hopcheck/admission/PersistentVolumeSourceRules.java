package dev.hopcheck.admission;

import dev.hopcheck.value.Dns1123Label;
import dev.hopcheck.value.Dns1123Subdomain;
import java.util.List;

/** Where a PersistentVolume really lies: exactly one of many kinds of storage. */
final class PersistentVolumeSourceRules {
  /** In the order in which the server looks. */
  private static final List<String> KINDS =
      List.of(
          "hostPath",
          "gcePersistentDisk",
          "awsElasticBlockStore",
          "glusterfs",
          "flocker",
          "nfs",
          "rbd",
          "quobyte",
          "cephfs",
          "iscsi",
          "cinder",
          "fc",
          "flexVolume",
          "azureFile",
          "vsphereVolume",
          "photonPersistentDisk",
          "portworxVolume",
          "azureDisk",
          "scaleIO",
          "local",
          "storageos",
          "csi");

  private static final List<String> DRIVER_SECRETS =
      List.of(
          "controllerPublishSecretRef",
          "controllerExpandSecretRef",
          "nodePublishSecretRef",
          "nodeExpandSecretRef");

  private PersistentVolumeSourceRules() {}

  static void validate(ApiObject object, Field spec, Causes causes) {
    int found = 0;
    for (String kind : KINDS) {
      Field source = spec.get(kind);
      if (!source.written()) {
        continue;
      }
      if (found == 0 || kind.equals("flexVolume")) {
        source(kind, source, spec, object, causes);
      } else {
        // One kind the server spells differently when it forbids it.
        causes
            .forbidden(source, "may not specify more than 1 volume type")
            .path(kind.equals("cephfs") ? spec.path() + ".cephFS" : source.path());
      }
      found++;
    }
    if (found == 0) {
      causes
          .required(spec, "must specify a volume type")
          .headline("volume does not say where it lies");
    }
    Field reclaim = spec.get("persistentVolumeReclaimPolicy");
    String path = spec.get("hostPath", "path").text();
    if (reclaim.text().equals("Recycle") && isRoot(path)) {
      causes.forbidden(reclaim, "may not be 'recycle' for a hostPath mount of '/'");
    }
  }

  private static void source(
      String kind, Field source, Field spec, ApiObject object, Causes causes) {
    switch (kind) {
      case "hostPath" -> LocalVolumeRules.hostPath(source, causes);
      case "local" -> local(source, spec, causes);
      case "csi" -> csi(source, causes);
      default -> NetworkVolumeRules.validate(kind, source, causes);
    }
    switch (kind) {
      case "glusterfs" -> endpointsNamespace(source.get("endpointsNamespace"), causes);
      case "iscsi" -> iscsi(source, object, causes);
      case "cinder", "storageos" -> secretNamespace(source.get("secretRef"), causes);
      case "azureFile" -> {
        Field namespace = source.get("secretNamespace");
        if (namespace.written() && namespace.text().isEmpty()) {
          causes.required(namespace, "");
        }
      }
      default -> {
        // nothing that a volume of a pod has not
      }
    }
  }

  private static void local(Field source, Field spec, Causes causes) {
    Field path = source.get("path");
    if (path.text().isEmpty()) {
      causes.required(path, "");
    } else {
      PathRules.noBacksteps(path, path.path(), causes);
    }
    if (!spec.get("nodeAffinity").written()) {
      causes
          .required(spec.get("nodeAffinity"), "Local volume requires node affinity")
          .headline("local volume does not say on which node it lies");
    }
  }

  private static void csi(Field source, Causes causes) {
    LocalVolumeRules.driver(source.get("driver"), causes);
    Field handle = source.get("volumeHandle");
    if (handle.text().isEmpty()) {
      causes.required(handle, "");
    }
    for (String name : DRIVER_SECRETS) {
      Field secret = source.get(name);
      if (!secret.written()) {
        continue;
      }
      named(secret.get("name"), Dns1123Subdomain.errors(secret.text("name")), causes);
      named(secret.get("namespace"), Dns1123Label.errors(secret.text("namespace")), causes);
    }
  }

  private static void named(Field name, List<String> errors, Causes causes) {
    if (name.text().isEmpty()) {
      causes.required(name, "");
    } else {
      causes.invalidEach(name, errors);
    }
  }

  private static void endpointsNamespace(Field namespace, Causes causes) {
    if (!namespace.written()) {
      return;
    }
    if (namespace.text().isEmpty()) {
      causes.invalid(
          namespace, "if the endpointnamespace is set, it must be a valid namespace name");
    } else {
      causes.invalidEach(namespace, Dns1123Label.errors(namespace.text()));
    }
  }

  /** The name that the node announces is made of both and has room for 64 bytes. */
  private static void iscsi(Field source, ApiObject object, Causes causes) {
    Field secret = source.get("secretRef");
    if (secret.written() && secret.text("name").isEmpty()) {
      causes.required(secret.get("name"), "");
    }
    Field portal = source.get("targetPortal");
    String announced = object.name() + ":" + portal.text();
    if (source.get("initiatorName").written() && DataSize.ofText(announced) > 64) {
      causes
          .invalid(
              portal,
              "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if"
                  + " iscsi.initiatorName is specified.")
          .path(source.path() + ".targetportal");
    }
  }

  private static void secretNamespace(Field secret, Causes causes) {
    if (secret.written() && secret.text("namespace").isEmpty()) {
      causes.required(secret.get("namespace"), "");
    }
  }

  /** Whether the path comes to the root of the file system; one with a way up is refused anyhow. */
  private static boolean isRoot(String path) {
    if (!path.startsWith("/")) {
      return false;
    }
    for (String part : List.of(path.split("/"))) {
      if (!part.isEmpty() && !part.equals(".")) {
        return false;
      }
    }
    return true;
  }
}
