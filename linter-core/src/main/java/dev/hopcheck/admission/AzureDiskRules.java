package dev.hopcheck.admission;

import java.util.List;

/** Volumes on Azure disks. */
final class AzureDiskRules {
  private static final String MANAGED =
      "/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/"
          + "{disk-id}";
  private static final String BLOB =
      "https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd";

  private AzureDiskRules() {}

  static void validate(Field source, Causes causes) {
    for (String name : new String[] {"diskName", "diskURI"}) {
      if (source.text(name).isEmpty()) {
        causes.required(source.get(name), "");
      }
    }
    Field caching = source.get("cachingMode");
    switch (caching.text()) {
      case "None", "ReadOnly", "ReadWrite" -> {}
      default -> {
        if (caching.present()) {
          causes.notSupported(caching, "None", "ReadOnly", "ReadWrite");
        }
      }
    }
    kind(source, causes);
  }

  /** An absent kind is a shared blob disk, as the server defaults it. */
  private static void kind(Field source, Causes causes) {
    Field kind = source.get("kind");
    String text = kind.present() ? kind.text() : "Shared";
    switch (text) {
      case "Shared", "Dedicated", "Managed" -> {}
      default -> causes.notSupported(kind, "Dedicated", "Managed", "Shared");
    }
    Field uri = source.get("diskURI");
    if (text.equals("Managed")) {
      if (!uri.text().startsWith("/subscriptions/")) {
        causes.notSupported(uri, uri.text(), List.of(MANAGED));
      }
    } else if (!uri.text().startsWith("https://")) {
      causes.notSupported(uri, uri.text(), List.of(BLOB));
    }
  }
}
