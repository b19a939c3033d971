package dev.hopcheck.cluster;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.admission.Field;
import dev.hopcheck.resource.ConfigMap;
import dev.hopcheck.resource.Kustomization;
import dev.hopcheck.resource.Kustomization.Doubt;
import dev.hopcheck.resource.Kustomization.Target;
import dev.hopcheck.resource.KustomizationReader;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Match;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.ResourceHead;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies values between resources as {@code replacements} say. A value that is not known here, such
 * as one of a file that is no manifest, makes the fields unknown to which it goes.
 */
final class OverlayReplacements {
  private final List<Seen> all;
  private final OverlayInput input;
  private final List<Doubt> doubts;
  private final List<ApiObject> unclear;

  private OverlayReplacements(
      List<Seen> all, OverlayInput input, List<Doubt> doubts, List<ApiObject> unclear) {
    this.all = all;
    this.input = input;
    this.doubts = doubts;
    this.unclear = unclear;
  }

  /** What a source gives: its text, whether it is a string, and whether it is known. */
  private record Given(String text, boolean string, boolean known) {
    static final Given UNKNOWN = new Given("", true, false);

    static Given of(Located<String> value) {
      return value.unknown() ? UNKNOWN : new Given(value.value(), true, true);
    }
  }

  static void apply(
      Kustomization kustomization,
      List<Seen> all,
      OverlayInput input,
      List<Doubt> doubts,
      List<ApiObject> unclear) {
    Field root = kustomization.head().object().root();
    OverlayReplacements replacements = new OverlayReplacements(all, input, doubts, unclear);
    for (Field item : root.get("replacements").items()) {
      Field path = item.get("path");
      if (path.text().isEmpty()) {
        replacements.replace(item);
        continue;
      }
      String folder = Units.folder(Overlay.fileOf(kustomization));
      SourceFile text = input.text(LocalPath.resolve(folder, path.text()));
      if (text == null) {
        doubts.add(new Doubt(path.location(), "`" + path.text() + "` is not in the input"));
        continue;
      }
      for (YamlDocument document : input.read(text).documents()) {
        Field file = Field.root(document.root(), null);
        if (!document.root().isSequence()) {
          replacements.replace(file);
        }
        for (Field each : file.items()) {
          replacements.replace(each);
        }
      }
    }
  }

  private void replace(Field replacement) {
    Field source = replacement.get("source");
    Given given = null;
    for (Field target : replacement.get("targets").items()) {
      Target select = KustomizationReader.selected(target.get("select"));
      for (Seen seen : List.copyOf(all)) {
        Match match = PatchTarget.selected(seen, select);
        for (Field rejected : target.get("reject").items()) {
          Match other = PatchTarget.selected(seen, KustomizationReader.selected(rejected));
          match = other == Match.YES ? Match.NO : other == Match.UNKNOWN ? match.and(other) : match;
        }
        if (match == Match.NO) {
          continue;
        }
        given = given == null ? given(source) : given;
        for (Field path : paths(target)) {
          replace(seen, path, given, target.get("options"), match == Match.YES);
        }
      }
    }
  }

  /** Without paths it is the name. */
  private static List<Field> paths(Field target) {
    List<Field> paths = target.get("fieldPaths").items();
    return paths.isEmpty() && target.node() != null ? List.of(target) : paths;
  }

  private void replace(Seen seen, Field path, Given given, Field options, boolean certain) {
    YamlNode at = path.node();
    if (at == null) {
      return;
    }
    List<String> keys =
        at.isScalar() ? ReplacementPath.of(path.text()) : List.of("metadata", "name");
    Resource resource = seen.resource();
    List<List<String>> places = ReplacementPath.places(resource, keys);
    for (List<String> place : places) {
      String shown = ReplacementPath.shown(place);
      Given value = joined(resource, place, given, options);
      PatchValue put =
          value.known()
              ? new PatchValue(at, value.text(), value.string(), false)
              : new PatchValue(at, "${UNKNOWN}", true, true);
      Resource changed =
          certain ? new PatchOperation("replace", place, put, input).apply(resource) : null;
      if (changed != null) {
        seen.become(changed);
        resource = changed;
      } else if (!PatchReach.unrouted(resource, shown, false)) {
        unclear.add(resource.head().object());
        doubts.add(
            new Doubt(at.location(), "a replacement of `" + shown + "` is not followed here"));
      }
    }
  }

  /** With a delimiter a part of what stands there is replaced. */
  private static Given joined(Resource target, List<String> path, Given given, Field options) {
    String delimiter = options.get("delimiter").text();
    if (delimiter.isEmpty()) {
      return given;
    }
    Given old = current(target, path);
    if (!old.known() || !given.known()) {
      return Given.UNKNOWN;
    }
    List<String> parts = new ArrayList<>(split(old.text(), delimiter));
    long index = options.get("index").number();
    if (index < 0) {
      parts.add(0, given.text());
    } else if (index >= parts.size()) {
      parts.add(given.text());
    } else {
      parts.set((int) index, given.text());
    }
    return new Given(String.join(delimiter, parts), true, true);
  }

  private static List<String> split(String text, String delimiter) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, from)) {
      parts.add(text.substring(from, at));
      from = at + delimiter.length();
    }
    parts.add(text.substring(from));
    return parts;
  }

  /** What the source says; of several, or none, nothing is known. */
  private Given given(Field source) {
    Target select = KustomizationReader.selected(source);
    Seen found = null;
    for (Seen seen : all) {
      if (PatchTarget.selected(seen, select) != Match.NO) {
        if (found != null) {
          return Given.UNKNOWN;
        }
        found = seen;
      }
    }
    if (found == null) {
      return Given.UNKNOWN;
    }
    String path = source.get("fieldPath").text();
    List<String> keys = path.isEmpty() ? List.of("metadata", "name") : ReplacementPath.of(path);
    List<List<String>> places = ReplacementPath.places(found.resource(), keys);
    Given given = places.size() == 1 ? current(found.resource(), places.get(0)) : Given.UNKNOWN;
    Field options = source.get("options");
    String delimiter = options.get("delimiter").text();
    if (delimiter.isEmpty() || !given.known()) {
      return given;
    }
    List<String> parts = split(given.text(), delimiter);
    long index = options.get("index").number();
    return index < 0 || index >= parts.size()
        ? Given.UNKNOWN
        : new Given(parts.get((int) index), true, true);
  }

  /** What a resource says at a path, as far as that is known after all changes so far. */
  private static Given current(Resource resource, List<String> path) {
    ResourceHead head = resource.head();
    if (path.equals(List.of("metadata", "name"))) {
      return Given.of(head.name());
    }
    if (path.equals(List.of("metadata", "namespace"))) {
      Located<String> namespace = head.writtenNamespace();
      return namespace == null ? Given.UNKNOWN : Given.of(namespace);
    }
    if (path.size() == 3 && path.get(0).equals("metadata")) {
      boolean labels = path.get(1).equals("labels");
      return ofPair(labels ? head.labels() : head.annotations(), path.get(2));
    }
    if (resource instanceof ConfigMap map && path.size() == 2 && path.get(0).equals("data")) {
      return ofPair(map.data(), path.get(1));
    }
    String known = ReplacementPath.known(resource, path);
    return known == null ? Given.UNKNOWN : new Given(known, !isNumber(known), true);
  }

  private static Given ofPair(Labels labels, String key) {
    Located<String> value = labels.get(key);
    return value == null ? Given.UNKNOWN : Given.of(value);
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
