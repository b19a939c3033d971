package dev.hopcheck.resource;

import dev.hopcheck.admission.Field;
import java.util.ArrayList;
import java.util.List;

/** Reads kustomization files; fields that older versions had are read too. */
final class KustomizationReader {
  private static final List<String> TRANSFORMERS =
      List.of(
          "namePrefix",
          "nameSuffix",
          "commonLabels",
          "labels",
          "commonAnnotations",
          "transformers",
          "replacements",
          "components");

  private KustomizationReader() {}

  static Kustomization read(ResourceHead head, Field root) {
    List<Located<String>> resources = new ArrayList<>(Read.strings(root.get("resources")));
    resources.addAll(Read.strings(root.get("bases")));
    resources.addAll(Read.strings(root.get("components")));
    return new Kustomization(
        head, resources, patches(root), Read.text(root.get("namespace")), transforms(root));
  }

  /** The paths of patch files; patches written in place name no file. */
  static List<Located<String>> patches(Field root) {
    List<Located<String>> patches = new ArrayList<>();
    for (Located<String> patch : Read.strings(root.get("patchesStrategicMerge"))) {
      if (isPath(patch.value())) {
        patches.add(patch);
      }
    }
    for (String list : new String[] {"patches", "patchesJson6902"}) {
      for (Field item : root.get(list).items()) {
        Located<String> path = Read.text(item.get("path"));
        if (path != null) {
          patches.add(path);
        } else if (!item.text().isEmpty() && isPath(item.text())) {
          patches.add(Read.string(item, ""));
        }
      }
    }
    return patches;
  }

  private static boolean isPath(String text) {
    return text.indexOf('\n') < 0 && !text.isEmpty();
  }

  private static boolean transforms(Field root) {
    for (String transformer : TRANSFORMERS) {
      if (root.get(transformer).written()) {
        return true;
      }
    }
    return !patches(root).isEmpty() || root.get("patches").size() > 0;
  }
}
