package dev.hopcheck.engine;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.cluster.Fragments;
import dev.hopcheck.source.ByteSearch;
import dev.hopcheck.source.SourceFile;

/** Tells which files say something about units other than their own. */
final class Reach {
  private static final String DEFINITION = "CustomResourceDefinition";

  /** One of these stands in each such file, but for a nameless kustomization, or an escape does. */
  private static final ByteSearch SIGNS =
      new ByteSearch("kustomize.config.k8s.io", "chainsaw.kyverno.io", DEFINITION);

  private Reach() {}

  /** Whether a file must be read to know it; false is certain. */
  static boolean mayBeIn(SourceFile file) {
    return file.name().endsWith("ustomization.yaml")
        || file.name().endsWith("ustomization.yml")
        || file.name().endsWith("Kustomization")
        || SIGNS.next(file.bytes(), 0) >= 0
        || ByteSearch.hasEscape(file.bytes());
  }

  /** Whether a file that was read holds an object that concerns other units. */
  static boolean isIn(FileReading reading) {
    for (FileReading.Checked checked : reading.objects()) {
      if (isDefinition(checked.object()) || Fragments.learnsFrom(checked.object())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the object is a definition of custom resources. */
  static boolean isDefinition(ApiObject object) {
    return object.root().node() != null && object.kind().equals(DEFINITION);
  }
}
