package dev.hopcheck.admission;

import dev.hopcheck.value.Dns1123Subdomain;
import java.util.Locale;

/** Volumes that a node has or makes. */
final class LocalVolumeRules {
  private LocalVolumeRules() {}

  static void hostPath(Field source, Causes causes) {
    Field path = source.get("path");
    if (path.text().isEmpty()) {
      causes.required(path, "");
      return;
    }
    PathRules.noBacksteps(path, path.path(), causes);
    Field type = source.get("type");
    switch (type.text()) {
      case "",
          "DirectoryOrCreate",
          "Directory",
          "FileOrCreate",
          "File",
          "Socket",
          "CharDevice",
          "BlockDevice" -> {}
      default ->
          causes.notSupported(
              type,
              "",
              "BlockDevice",
              "CharDevice",
              "Directory",
              "DirectoryOrCreate",
              "File",
              "FileOrCreate",
              "Socket");
    }
  }

  static void csi(Field source, Causes causes) {
    driver(source.get("driver"), causes);
    Field secret = source.get("nodePublishSecretRef");
    if (!secret.present()) {
      return;
    }
    Field name = secret.get("name");
    if (name.text().isEmpty()) {
      causes.required(name, "");
      return;
    }
    for (String error : Dns1123Subdomain.errors(name.text())) {
      causes.invalid(name, error).path(source.path() + ".name");
    }
  }

  /** The name of a storage driver. */
  static void driver(Field driver, Causes causes) {
    String text = driver.text();
    if (text.isEmpty()) {
      causes.required(driver, "");
      return;
    }
    if (text.length() > 63) {
      causes.tooLong(driver, 63);
    }
    causes.invalidEach(driver, Dns1123Subdomain.errors(text.toLowerCase(Locale.ROOT)));
  }
}
