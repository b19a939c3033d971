package dev.hopcheck.resource;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.admission.Field;
import java.util.ArrayList;
import java.util.List;

/** Reads kustomization files; fields that older versions had are read too. */
public final class KustomizationReader {
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

  /** Whether the object is a kustomization; the file's name says it where a kind is not given. */
  public static boolean isKustomization(ApiObject object) {
    if (object.apiVersion().startsWith("kustomize.config.k8s.io/")) {
      return true;
    }
    String file = object.document().file().name();
    String base = file.substring(file.lastIndexOf('/') + 1);
    return object.kind().isEmpty()
        && (base.equals("kustomization.yaml")
            || base.equals("kustomization.yml")
            || base.equals("Kustomization"));
  }

  /** The paths of the patch files that a kustomization names, as it writes them. */
  public static List<String> patchPaths(Field root) {
    List<String> paths = new ArrayList<>();
    for (Located<String> patch : patches(root)) {
      paths.add(patch.value());
    }
    return paths;
  }

  /** Whether a kustomization adds labels to selectors and templates of its resources. */
  public static boolean setsSelectors(Field root) {
    return !podLabels(root).isEmpty();
  }

  static Kustomization read(ResourceHead head, Field root) {
    List<Located<String>> resources = new ArrayList<>(Read.strings(root.get("resources")));
    resources.addAll(Read.strings(root.get("bases")));
    resources.addAll(Read.strings(root.get("components")));
    return new Kustomization(
        head,
        resources,
        patches(root),
        Read.text(root.get("namespace")),
        podLabels(root),
        transforms(root));
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

  private static Labels podLabels(Field root) {
    Labels labels = Read.labels(root.get("commonLabels"));
    for (Field item : root.get("labels").items()) {
      if (item.get("includeSelectors").flag() || item.get("includeTemplates").flag()) {
        labels = labels.with(Read.labels(item.get("pairs")));
      }
    }
    return labels;
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
