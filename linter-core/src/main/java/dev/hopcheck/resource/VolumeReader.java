package dev.hopcheck.resource;

import dev.hopcheck.admission.Field;
import java.util.ArrayList;
import java.util.List;

/** Reads volumes as far as they come from ConfigMaps and Secrets. */
final class VolumeReader {
  private VolumeReader() {}

  static List<PodSpec.Volume> read(Field list) {
    List<PodSpec.Volume> volumes = new ArrayList<>();
    for (Field item : list.items()) {
      String name = item.get("name").text();
      add(volumes, name, item.get("configMap"), "name", false);
      add(volumes, name, item.get("secret"), "secretName", true);
      for (Field source : item.get("projected", "sources").items()) {
        add(volumes, name, source.get("configMap"), "name", false);
        add(volumes, name, source.get("secret"), "name", true);
      }
    }
    return volumes;
  }

  private static void add(
      List<PodSpec.Volume> volumes, String volume, Field source, String key, boolean secret) {
    if (source.written()) {
      volumes.add(
          new PodSpec.Volume(
              volume, secret, Read.string(source.get(key), ""), source.get("optional").flag()));
    }
  }
}
