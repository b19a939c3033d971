package dev.hopcheck.admission;

import dev.hopcheck.value.Dns1123Label;
import java.util.Locale;

/** Volumes on storage elsewhere, most of them of older kinds. */
final class NetworkVolumeRules {
  private NetworkVolumeRules() {}

  static void validate(String kind, Field source, Causes causes) {
    switch (kind) {
      case "gitRepo" -> {
        required(source, causes, "repository");
        Field directory = source.get("directory");
        PathRules.descending(directory, directory.path(), causes);
      }
      case "gcePersistentDisk" -> disk(source, "pdName", parent(source) + "persistentDisk", causes);
      case "awsElasticBlockStore" -> disk(source, "volumeID", source.path(), causes);
      case "nfs" -> nfs(source, causes);
      case "iscsi" -> IscsiRules.validate(source, causes);
      case "glusterfs" -> required(source, causes, "endpoints", "path");
      case "flocker" -> flocker(source, causes);
      case "rbd" -> {
        list(source, "monitors", causes);
        required(source, causes, "image");
      }
      case "cephfs" -> list(source, "monitors", causes);
      case "cinder" -> {
        required(source, causes, "volumeID");
        secretName(source, causes);
      }
      case "quobyte" -> quobyte(source, causes);
      case "fc" -> fibreChannel(source, causes);
      case "flexVolume" -> flex(source, causes);
      case "azureFile" -> required(source, causes, "secretName", "shareName");
      case "vsphereVolume" -> required(source, causes, "volumePath");
      case "photonPersistentDisk" -> required(source, causes, "pdID");
      case "portworxVolume" -> required(source, causes, "volumeID");
      case "azureDisk" -> AzureDiskRules.validate(source, causes);
      case "storageos" -> storageOs(source, causes);
      case "scaleIO" -> required(source, causes, "gateway", "system", "volumeName");
      default -> throw new IllegalStateException("no such volume: " + kind);
    }
  }

  private static String parent(Field source) {
    String path = source.path();
    return path.substring(0, path.length() - source.name().length());
  }

  private static void required(Field source, Causes causes, String... names) {
    for (String name : names) {
      if (source.text(name).isEmpty()) {
        causes.required(source.get(name), "");
      }
    }
  }

  private static void list(Field source, String name, Causes causes) {
    if (source.size(name) == 0) {
      causes.required(source.get(name), "");
    }
  }

  private static void secretName(Field source, Causes causes) {
    Field secret = source.get("secretRef");
    if (secret.present() && secret.text("name").isEmpty()) {
      causes.required(secret.get("name"), "");
    }
  }

  private static void disk(Field source, String id, String path, Causes causes) {
    if (source.text(id).isEmpty()) {
      causes.required(source.get(id), "").path(path + "." + id);
    }
    Field partition = source.get("partition");
    if (partition.number() < 0 || partition.number() > 255) {
      causes
          .invalidNumber(partition, partition.number(), "must be between 1 and 255, inclusive")
          .path(path + ".partition");
    }
  }

  private static void nfs(Field source, Causes causes) {
    required(source, causes, "server", "path");
    Field path = source.get("path");
    if (!path.text().startsWith("/")) {
      causes.invalid(path, "must be an absolute path");
    }
  }

  private static void flocker(Field source, Causes causes) {
    Field name = source.get("datasetName");
    boolean uuid = !source.text("datasetUUID").isEmpty();
    if (name.text().isEmpty() && !uuid) {
      causes.required(source, "one of datasetName and datasetUUID is required");
    }
    if (!name.text().isEmpty() && uuid) {
      causes.invalid(
          source, "resource", "datasetName and datasetUUID can not be specified simultaneously");
    }
    if (name.text().indexOf('/') >= 0) {
      causes.invalid(name, "must not contain '/'");
    }
  }

  private static void quobyte(Field source, Causes causes) {
    String detail = "must be a host:port pair or multiple pairs separated by commas";
    Field registry = source.get("registry");
    Field tenant = source.get("tenant");
    if (registry.text().isEmpty()) {
      causes.required(registry, detail);
    } else if (tenant.text().length() >= 65) {
      causes.required(tenant, "must be a UUID and may not exceed a length of 64 characters");
    } else if (!arePairs(registry.text())) {
      causes.invalid(registry, detail);
    }
    required(source, causes, "volume");
  }

  private static boolean arePairs(String text) {
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      String pair = text.substring(start, end);
      int colon = pair.lastIndexOf(':');
      boolean bracketed = pair.startsWith("[") && pair.indexOf(']') == colon - 1;
      boolean plain = pair.indexOf(':') == colon && pair.indexOf('[') < 0 && pair.indexOf(']') < 0;
      if (colon < 0 || !(bracketed || plain)) {
        return false;
      }
      start = end + 1;
    }
    return true;
  }

  private static void fibreChannel(Field source, Causes causes) {
    Field names = source.get("targetWWNs");
    boolean ids = source.size("wwids") > 0;
    if (names.size() == 0) {
      if (!ids) {
        causes.required(names, "must specify either targetWWNs or wwids, but not both");
      }
      return;
    }
    if (ids) {
      causes.invalidBare(
          names, JsonText.of(names), "targetWWNs and wwids can not be specified simultaneously");
    }
    Field lun = source.get("lun");
    if (!lun.present()) {
      causes.required(lun, "lun is required if targetWWNs is specified");
    } else if (lun.number() < 0 || lun.number() > 255) {
      causes.invalidNumber(lun, lun.number(), "must be between 0 and 255, inclusive");
    }
  }

  private static void flex(Field source, Causes causes) {
    required(source, causes, "driver");
    for (Field option : source.entries("options")) {
      String key = option.name();
      int slash = key.indexOf('/');
      String owner = "." + (slash < 0 ? key : key.substring(0, slash)).toLowerCase(Locale.ROOT);
      if (owner.endsWith(".kubernetes.io") || owner.endsWith(".k8s.io")) {
        causes.invalid(option, key, "kubernetes.io and k8s.io namespaces are reserved");
      }
    }
  }

  private static void storageOs(Field source, Causes causes) {
    Field name = source.get("volumeName");
    if (name.text().isEmpty()) {
      causes.required(name, "");
    } else {
      causes.invalidEach(name, Dns1123Label.errors(name.text()));
    }
    Field namespace = source.get("volumeNamespace");
    if (!namespace.text().isEmpty()) {
      causes.invalidEach(namespace, Dns1123Label.errors(namespace.text()));
    }
    secretName(source, causes);
  }
}
