package dev.hopcheck.engine;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.ClusterOptions;
import dev.hopcheck.cluster.Overlay;
import dev.hopcheck.cluster.OverlayInput;
import dev.hopcheck.cluster.OverlayView;
import dev.hopcheck.cluster.Overlays;
import dev.hopcheck.cluster.Unit;
import dev.hopcheck.resource.Kustomization;
import dev.hopcheck.resource.Kustomization.Doubt;
import dev.hopcheck.resource.KustomizationReader;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.ResourceReader;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Unreadable;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlReader;
import dev.hopcheck.yaml.YamlStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kustomizations among the files of folders, and what they make of the other files. */
final class Kustomized implements OverlayInput {
  private final Map<String, FileReading> readings = new HashMap<>();
  private final Map<String, List<UnitPart>> parts = new HashMap<>();
  private final Set<String> claimed = new HashSet<>();
  private final List<Overlay> overlays = new ArrayList<>();
  private final ObjectReader objects;
  private final YamlReader yaml;

  private Kustomized(ObjectReader objects, LintRequest request) {
    this.objects = objects;
    yaml = new YamlReader(request.yamlLimits());
  }

  /** Looks for kustomizations in the files that were found in folders; null where there is none. */
  static @Nullable Kustomized of(
      List<FileReading> walked,
      List<Unreadable> unreadable,
      LintRequest request,
      ObjectReader objects) {
    List<ApiObject> found = new ArrayList<>(0);
    for (FileReading reading : walked) {
      if (KustomizationReader.isNamedSo(reading.name())) {
        for (FileReading.Checked checked : reading.objects()) {
          if (KustomizationReader.isKustomization(checked.object())) {
            found.add(checked.object());
          }
        }
      }
    }
    return found.isEmpty()
        ? null
        : new Kustomized(objects, request).follow(found, walked, unreadable, request);
  }

  private Kustomized follow(
      List<ApiObject> found,
      List<FileReading> walked,
      List<Unreadable> unreadable,
      LintRequest request) {
    List<Kustomization> kustomizations = new ArrayList<>(found.size());
    for (ApiObject object : found) {
      if (ResourceReader.read(object, false, false) instanceof Kustomization kustomization) {
        kustomizations.add(kustomization);
      }
    }
    for (FileReading reading : walked) {
      readings.put(reading.name(), reading);
    }
    Set<String> names = new HashSet<>(readings.keySet());
    for (Unreadable file : unreadable) {
      names.add(file.file());
    }
    for (Overlay overlay : Overlays.of(kustomizations, names)) {
      claimed.addAll(overlay.files());
      overlays.add(
          request.withNeighbours()
              ? overlay.doubted(
                  List.of(
                      new Doubt(
                          overlay.at(), "kustomizations in folders that were not read may use it")),
                  List.of())
              : overlay);
    }
    return this;
  }

  /** The kustomizations that no other one takes in, in order of their folders. */
  List<Overlay> overlays() {
    return overlays;
  }

  /** Whether a file is sent through a kustomization, or belongs to one. */
  boolean claims(String file) {
    return claimed.contains(file);
  }

  /** The files of an overlay that could be read, in order of their names. */
  List<SourceFile> files(Overlay overlay) {
    List<SourceFile> files = new ArrayList<>(overlay.files().size());
    for (String name : overlay.files()) {
      FileReading reading = readings.get(name);
      if (reading != null && reading.file() != null && reading.skipped() == null) {
        files.add(reading.file());
      }
    }
    files.sort(null);
    return files;
  }

  /** Splits a file into parts, which all units share that see the file. */
  List<UnitPart> parts(FileReading reading) {
    List<UnitPart> known = parts.get(reading.name());
    if (known == null) {
      known = new ArrayList<>(1);
      UnitPart.of(reading, known);
      parts.put(reading.name(), known);
    }
    return known;
  }

  /** Joins what the overlay makes. */
  Cluster cluster(Unit unit, Overlay overlay, ClusterOptions options) {
    return OverlayView.of(unit, overlay, this, options);
  }

  @Override
  public List<Resource> resources(String file) {
    List<Resource> resources = new ArrayList<>();
    for (UnitPart part : parts.getOrDefault(file, List.of())) {
      resources.addAll(part.resources());
    }
    return resources;
  }

  @Override
  public @Nullable SourceFile text(String file) {
    FileReading reading = readings.get(file);
    return reading == null ? null : reading.file();
  }

  @Override
  public YamlStream read(SourceFile text) {
    return yaml.read(text);
  }

  @Override
  public List<Resource> patches(List<YamlDocument> documents) {
    List<Resource> patches = new ArrayList<>();
    for (YamlDocument document : documents) {
      for (ApiObject object : objects.views(document)) {
        if (object.root().node() != null) {
          patches.add(ResourceReader.read(object, true, true));
        }
      }
    }
    return patches;
  }
}
