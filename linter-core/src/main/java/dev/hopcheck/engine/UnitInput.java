package dev.hopcheck.engine;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.ClusterOptions;
import dev.hopcheck.cluster.Fragments;
import dev.hopcheck.cluster.Overlay;
import dev.hopcheck.cluster.Unit;
import dev.hopcheck.cluster.Units;
import dev.hopcheck.config.Configuration;
import dev.hopcheck.finding.Assumed;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.ResourceReader;
import dev.hopcheck.resource.Service;
import dev.hopcheck.schema.Kinds;
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
  private final List<Part> parts;
  private final List<Part> own;
  private final @Nullable Kustomized kustomized;
  private final @Nullable Overlay overlay;

  private UnitInput(Unit unit, List<Part> parts) {
    this(unit, parts, parts, null, null);
  }

  private UnitInput(
      Unit unit,
      List<Part> parts,
      List<Part> own,
      @Nullable Kustomized kustomized,
      @Nullable Overlay overlay) {
    this.unit = unit;
    this.parts = parts;
    this.own = own;
    this.kustomized = kustomized;
    this.overlay = overlay;
  }

  /** The resources of one file, or of a stretch of a long one; filled by one thread. */
  static final class Part {
    /** Objects that one thread takes at a time. */
    private static final int MOST = 400;

    private final List<FileReading.Checked> objects;
    private final List<Resource> resources = new ArrayList<>(4);
    private final List<Finding> findings = new ArrayList<>(4);
    private final List<ApiObject> broken = new ArrayList<>(0);
    private final List<Problem> problems = new ArrayList<>(0);

    private Part(List<FileReading.Checked> objects) {
      this.objects = objects;
    }

    static void of(FileReading reading, List<Part> parts) {
      List<FileReading.Checked> all = reading.objects();
      int from = 0;
      do {
        int to = Math.min(all.size(), from + MOST);
        parts.add(new Part(all.subList(from, to)));
        from = to;
      } while (from < all.size());
    }

    List<Resource> resources() {
      return resources;
    }

    void read(Fragments fragments, Kinds kinds) {
      for (FileReading.Checked checked : objects) {
        Watched.begins(checked.object().document());
        try {
          read(checked, fragments, kinds);
        } catch (OutOfMemoryError tooLarge) {
          throw LintAborted.outOfMemory(checked.object().document().file().name(), tooLarge);
        } catch (RuntimeException | StackOverflowError bug) {
          problems.add(InternalError.in(checked.object().document(), bug));
        }
      }
    }

    private void read(FileReading.Checked checked, Fragments fragments, Kinds kinds) {
      Fragments.Part how = fragments.part(checked.object());
      boolean gets = fragments.getsNamespace(checked.object());
      boolean whole = how == Fragments.Part.WHOLE;
      boolean refused = false;
      for (Finding finding : checked.said()) {
        refused |= refuses(finding);
        boolean certain = whole && !(gets && lacksNamespace(finding));
        findings.add(certain ? finding : assumed(finding));
      }
      boolean namespaced =
          kinds.isNamespaced(checked.object().apiVersion(), checked.object().kind());
      Resource resource =
          ResourceReader.read(checked.object(), namespaced, how == Fragments.Part.PATCH);
      resources.add(resource);
      if (refused && whole) {
        broken.add(resource.head().object());
      }
    }
  }

  /** An old version says nothing of the rest, which routes as it did when it was served. */
  private static boolean refuses(Finding finding) {
    Rejection rejection = finding.rejection();
    return rejection != null && rejection.reason() != Rejection.Reason.NOT_SERVED;
  }

  /** Kustomizations write namespaces into references as well. */
  private static boolean lacksNamespace(Finding finding) {
    Rejection rejection = finding.rejection();
    return rejection != null
        && rejection.reason() == Rejection.Reason.REQUIRED
        && (rejection.field().endsWith(".namespace")
            || (rejection.field().endsWith(".clientConfig.service.name")
                && rejection.message().contains("namespace")));
  }

  /** Something else completes the document before it is sent; a doubled key is one all the same. */
  private static Finding assumed(Finding finding) {
    Rejection rejection = finding.rejection();
    boolean certain =
        rejection == null
            || rejection.reason() == Rejection.Reason.DUPLICATE_FIELD
            || finding.assumed() != null;
    return certain ? finding : finding.toBuilder().assumed(Assumed.PATCH).build();
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
    if (kustomized != null) {
      return through(kustomized, units, own, byFile, unread, mode);
    }
    List<UnitInput> inputs = new ArrayList<>(units.size());
    for (Unit unit : units) {
      List<Part> parts = new ArrayList<>(unit.files().size());
      for (SourceFile file : unit.files()) {
        FileReading reading = byFile.get(file);
        if (reading != null) {
          Part.of(reading, parts);
        }
      }
      boolean folder = inputs.size() >= own;
      List<String> missing = folder ? below(unit, unread) : concerning(unit, unread, mode);
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
      List<String> unread,
      Units.@Nullable Mode mode) {
    List<UnitInput> inputs = new ArrayList<>(units.size());
    Set<String> taken = new HashSet<>();
    for (Overlay overlay : kustomized.overlays()) {
      List<SourceFile> files = kustomized.files(overlay);
      List<Part> parts = new ArrayList<>(files.size());
      List<Part> first = new ArrayList<>(files.size());
      for (SourceFile file : files) {
        FileReading reading = byFile.get(file);
        if (reading != null) {
          List<Part> shared = kustomized.parts(reading);
          parts.addAll(shared);
          first.addAll(taken.add(file.name()) ? shared : List.of());
        }
      }
      List<String> missing = new ArrayList<>(unread);
      missing.removeIf(name -> !overlay.files().contains(name));
      Unit unit = new Unit(overlay.folder(), files, missing);
      inputs.add(new UnitInput(unit, parts, first, kustomized, overlay));
    }
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      List<Part> parts = new ArrayList<>(unit.files().size());
      List<Part> rest = new ArrayList<>(unit.files().size());
      boolean shared = false;
      for (SourceFile file : unit.files()) {
        FileReading reading = byFile.get(file);
        if (reading != null) {
          List<Part> all = kustomized.parts(reading);
          parts.addAll(all);
          rest.addAll(taken.contains(file.name()) ? List.of() : all);
          shared |= taken.contains(file.name());
        }
      }
      if (!rest.isEmpty()) {
        List<String> missing = i >= own ? below(unit, unread) : concerning(unit, unread, mode);
        inputs.add(
            new UnitInput(unit.withUnread(missing), parts, rest, shared ? kustomized : null, null));
      }
    }
    return inputs;
  }

  /** Files that may belong to a unit that is a folder with all below it. */
  private static List<String> below(Unit unit, List<String> unread) {
    List<String> own = new ArrayList<>(0);
    for (String name : unread) {
      if (unit.root().isEmpty() || name.startsWith(unit.root() + "/")) {
        own.add(name);
      }
    }
    return own;
  }

  /** Files that may belong to the unit. */
  private static List<String> concerning(
      Unit unit, List<String> unread, Units.@Nullable Mode mode) {
    List<String> own = new ArrayList<>(0);
    for (String name : unread) {
      boolean inside =
          switch (mode == null ? Units.Mode.FOLDER : mode) {
            case ALL -> true;
            case FILE -> name.equals(unit.root());
            case FOLDER -> Units.folder(name).equals(unit.root()) || name.equals(unit.root());
          };
      if (inside) {
        own.add(name);
      }
    }
    return own;
  }

  /** The number of its resources. */
  int size() {
    int size = 0;
    for (Part part : parts) {
      size += part.resources.size();
    }
    return size;
  }

  Unit unit() {
    return unit;
  }

  /** What no unit before this one has. */
  List<Part> own() {
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
    for (Part part : own) {
      for (Resource resource : part.resources) {
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
    for (Part part : own) {
      all.addAll(part.problems);
    }
    return all;
  }

  /** What the API server says of all objects. */
  List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    for (Part part : own) {
      all.addAll(part.findings);
    }
    return all;
  }

  /** The objects that the API server refuses, as their resources hold them. */
  List<ApiObject> broken() {
    List<ApiObject> all = new ArrayList<>();
    for (Part part : own) {
      all.addAll(part.broken);
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

  private Cluster cluster(LintRequest request, List<Part> seen) {
    String namespace = request.namespace();
    ClusterOptions options =
        new ClusterOptions(
            namespace == null ? DEFAULT_NAMESPACE : namespace, namespace != null, request.closed());
    if (overlay != null && kustomized != null) {
      return kustomized.cluster(unit, overlay, options);
    }
    List<Resource> resources = new ArrayList<>();
    for (Part part : seen) {
      resources.addAll(part.resources);
    }
    return Cluster.of(unit, resources, options);
  }
}
