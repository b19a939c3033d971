package dev.hopcheck.engine;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.ClusterOptions;
import dev.hopcheck.cluster.Overlay;
import dev.hopcheck.cluster.Unit;
import dev.hopcheck.cluster.Units;
import dev.hopcheck.config.Configuration;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.Service;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Unreadable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A unit with what was read of its files. */
final class UnitInput {
  private static final String DEFAULT_NAMESPACE = "default";

  private final Unit unit;
  private final List<UnitPart> parts;
  private final List<UnitPart> own;
  private final @Nullable Kustomized kustomized;
  private final @Nullable Overlay overlay;

  private UnitInput(Unit unit, List<UnitPart> parts) {
    this(unit, parts, parts, null, null);
  }

  private UnitInput(
      Unit unit,
      List<UnitPart> parts,
      List<UnitPart> own,
      @Nullable Kustomized kustomized,
      @Nullable Overlay overlay) {
    this.unit = unit;
    this.parts = parts;
    this.own = own;
    this.kustomized = kustomized;
    this.overlay = overlay;
  }

  /** Splits what was read into units. */
  static List<UnitInput> of(
      List<FileReading> readings,
      List<Unreadable> unreadable,
      LintRequest request,
      ObjectReader objects) {
    Map<SourceFile, FileReading> byFile = new IdentityHashMap<>();
    List<SourceFile> walked = new ArrayList<>();
    List<FileReading> found = new ArrayList<>();
    List<SourceFile> named = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    Configuration configuration = request.adoption().configuration();
    RunPaths paths =
        configuration == null || configuration.units().isEmpty()
            ? null
            : new RunPaths(request.paths(), request.base());
    Map<String, List<SourceFile>> configured = new TreeMap<>();
    for (Unreadable file : unreadable) {
      unread.add(file.file());
    }
    for (FileReading reading : readings) {
      SourceFile file = reading.file();
      if (reading.incomplete()) {
        unread.add(reading.name());
      }
      if (!reading.explicit() || request.withNeighbours()) {
        found.add(reading);
      }
      if (file != null && reading.skipped() == null) {
        byFile.put(file, reading);
        String folder =
            configuration == null || paths == null
                ? null
                : configuration.unitOf(paths.of(file.name()));
        if (folder != null) {
          configured.computeIfAbsent(folder, unused -> new ArrayList<>()).add(file);
          continue;
        }
        boolean together =
            request.unit() == null && reading.explicit() && !request.withNeighbours();
        (together ? named : walked).add(file);
      }
    }
    List<Unit> units = new ArrayList<>();
    if (!named.isEmpty()) {
      units.addAll(Units.of(named, Units.Mode.ALL));
    }
    Units.Mode mode = request.unit();
    if (!walked.isEmpty()) {
      units.addAll(Units.of(walked, mode == null ? Units.Mode.FOLDER : mode));
    }
    int own = units.size();
    Kustomized kustomized =
        (mode == null || mode == Units.Mode.FOLDER) && !walked.isEmpty()
            ? Kustomized.of(found, unreadable, request, objects)
            : null;
    for (List<SourceFile> files : configured.values()) {
      units.addAll(Units.of(files, Units.Mode.ALL));
    }
    UnreadFiles lacking = new UnreadFiles(unread);
    if (kustomized != null) {
      return through(kustomized, units, own, byFile, lacking, mode);
    }
    List<UnitInput> inputs = new ArrayList<>(units.size());
    for (Unit unit : units) {
      List<UnitPart> parts = new ArrayList<>(unit.files().size());
      for (SourceFile file : unit.files()) {
        FileReading reading = byFile.get(file);
        if (reading != null) {
          UnitPart.of(reading, parts);
        }
      }
      boolean folder = inputs.size() >= own;
      List<String> missing = folder ? lacking.below(unit) : lacking.concerning(unit, mode);
      inputs.add(new UnitInput(unit.withUnread(missing), parts));
    }
    return inputs;
  }

  /**
   * Units of kustomizations first, then what is left of folders: files that no kustomization names,
   * seen with all that lies beside them.
   */
  private static List<UnitInput> through(
      Kustomized kustomized,
      List<Unit> units,
      int own,
      Map<SourceFile, FileReading> byFile,
      UnreadFiles unread,
      Units.@Nullable Mode mode) {
    List<UnitInput> inputs = new ArrayList<>(units.size());
    Set<String> taken = new HashSet<>();
    for (Overlay overlay : kustomized.overlays()) {
      List<SourceFile> files = kustomized.files(overlay);
      List<UnitPart> parts = new ArrayList<>(files.size());
      List<UnitPart> first = new ArrayList<>(files.size());
      for (SourceFile file : files) {
        FileReading reading = byFile.get(file);
        if (reading != null) {
          List<UnitPart> shared = kustomized.parts(reading);
          parts.addAll(shared);
          first.addAll(taken.add(file.name()) ? shared : List.of());
        }
      }
      Unit unit = new Unit(overlay.folder(), files, unread.among(overlay.files()));
      inputs.add(new UnitInput(unit, parts, first, kustomized, overlay));
    }
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      List<UnitPart> parts = new ArrayList<>(unit.files().size());
      List<UnitPart> rest = new ArrayList<>(unit.files().size());
      boolean shared = false;
      for (SourceFile file : unit.files()) {
        FileReading reading = byFile.get(file);
        if (reading != null) {
          List<UnitPart> all = kustomized.parts(reading);
          parts.addAll(all);
          rest.addAll(taken.contains(file.name()) ? List.of() : all);
          shared |= taken.contains(file.name());
        }
      }
      if (!rest.isEmpty()) {
        List<String> missing = i >= own ? unread.below(unit) : unread.concerning(unit, mode);
        inputs.add(
            new UnitInput(unit.withUnread(missing), parts, rest, shared ? kustomized : null, null));
      }
    }
    return inputs;
  }

  /** The number of its resources. */
  int size() {
    int size = 0;
    for (UnitPart part : parts) {
      size += part.resources().size();
    }
    return size;
  }

  Unit unit() {
    return unit;
  }

  /** What no unit before this one has. */
  List<UnitPart> own() {
    return own;
  }

  /** The kustomization that the unit is; null for folders. */
  @Nullable Overlay overlay() {
    return overlay;
  }

  /** Whether it has anything that routes and that no kustomization shows already. */
  boolean hasRoutes() {
    if (overlay != null || kustomized == null) {
      return true;
    }
    for (UnitPart part : own) {
      for (Resource resource : part.resources()) {
        if (resource instanceof Service || resource instanceof Ingress) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a finding is for this unit to report; others look at the other files of its folder. */
  boolean reports(Finding finding) {
    return overlay != null
        || kustomized == null
        || !kustomized.claims(finding.location().file().name());
  }

  /** Documents that could not be turned into resources. */
  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(0);
    for (UnitPart part : own) {
      all.addAll(part.problems());
    }
    return all;
  }

  /** What the API server says of all objects. */
  List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    for (UnitPart part : own) {
      all.addAll(part.findings());
    }
    return all;
  }

  /** The objects that the API server refuses, as their resources hold them. */
  List<ApiObject> broken() {
    List<ApiObject> all = new ArrayList<>();
    for (UnitPart part : own) {
      all.addAll(part.broken());
    }
    return all;
  }

  /** All that there is to see from the unit. */
  Cluster cluster(LintRequest request) {
    return cluster(request, parts);
  }

  /** Only what no other unit has: each resource is in one place. */
  Cluster alone(LintRequest request) {
    return cluster(request, overlay == null ? own : parts);
  }

  private Cluster cluster(LintRequest request, List<UnitPart> seen) {
    String namespace = request.namespace();
    ClusterOptions options =
        new ClusterOptions(
            namespace == null ? DEFAULT_NAMESPACE : namespace, namespace != null, request.closed());
    if (overlay != null && kustomized != null) {
      return kustomized.cluster(unit, overlay, options);
    }
    List<Resource> resources = new ArrayList<>();
    for (UnitPart part : seen) {
      resources.addAll(part.resources());
    }
    return Cluster.of(unit, resources, options);
  }
}
