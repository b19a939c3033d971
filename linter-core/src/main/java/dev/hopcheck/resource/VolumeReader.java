package dev.hopcheck.resource;

import dev.hopcheck.admission.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads volumes as far as they come from ConfigMaps and Secrets. */
final class VolumeReader {
  private VolumeReader() {}

  static List<PodSpec.Volume> read(List<Field> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    List<PodSpec.Volume> volumes = new ArrayList<>(items.size());
    for (Field item : items) {
      String name = item.text("name");
      add(volumes, name, item.valued("configMap"), "name", false);
      add(volumes, name, item.valued("secret"), "secretName", true);
      Field projected = item.valued("projected");
      if (projected == null) {
        continue;
      }
      for (Field source : projected.items("sources")) {
        add(volumes, name, source.valued("configMap"), "name", false);
        add(volumes, name, source.valued("secret"), "name", true);
      }
    }
    return volumes;
  }

  private static void add(
      List<PodSpec.Volume> volumes,
      String volume,
      @Nullable Field source,
      String key,
      boolean secret) {
    if (source != null) {
      volumes.add(
          new PodSpec.Volume(
              volume, secret, Read.string(source, key, ""), source.flag("optional")));
    }
  }
}
