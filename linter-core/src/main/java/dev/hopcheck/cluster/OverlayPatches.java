package dev.hopcheck.cluster;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.resource.Kustomization;
import dev.hopcheck.resource.Kustomization.Doubt;
import dev.hopcheck.resource.Kustomization.Patch;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Match;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlNode;
import dev.hopcheck.yaml.YamlStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies the patches of a kustomization; what is not followed here becomes a doubt. */
final class OverlayPatches {
  private final Patch patch;
  private final String shown;
  private final List<Seen> all;
  private final List<Doubt> doubts;
  private final List<ApiObject> unclear;

  private OverlayPatches(Patch patch, List<Seen> all, List<Doubt> doubts, List<ApiObject> unclear) {
    this.patch = patch;
    this.all = all;
    this.doubts = doubts;
    this.unclear = unclear;
    Located<String> path = patch.path();
    shown = path == null ? "a patch" : "the patch `" + path.value() + "`";
  }

  static void apply(
      Kustomization kustomization,
      List<Seen> all,
      OverlayInput input,
      List<Doubt> doubts,
      List<ApiObject> unclear) {
    String folder = Units.folder(Overlay.fileOf(kustomization));
    for (Patch patch : kustomization.patches()) {
      OverlayPatches patches = new OverlayPatches(patch, all, doubts, unclear);
      Located<String> path = patch.path();
      SourceFile text =
          path == null ? inPlace(patch) : input.text(LocalPath.resolve(folder, path.value()));
      if (text == null) {
        patches.doubt(path == null ? "cannot be read in place" : "is not in the input");
        patches.missed();
      } else {
        patches.apply(input.read(text), input);
      }
    }
  }

  /**
   * The file with all but the patch blanked out, so that each place in the patch is the place in
   * the file; null where the text is not written as it stands.
   */
  private static @Nullable SourceFile inPlace(Patch patch) {
    Location at = patch.at();
    Span span = at.span();
    byte[] bytes = at.file().bytes().clone();
    if (bytes[span.start()] != '|') {
      return null;
    }
    int from = span.start();
    while (from < span.end() && bytes[from] != '\n') {
      from++;
    }
    blank(bytes, 0, from);
    blank(bytes, span.end(), bytes.length);
    return SourceFile.of(at.file().name(), at.file().path(), bytes);
  }

  private static void blank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != '\n' && bytes[i] != '\r') {
        bytes[i] = ' ';
      }
    }
  }

  /** What the target of a patch that is not there would look like is not known. */
  private void missed() {
    if (patch.target() == null) {
      return;
    }
    for (Seen seen : all) {
      if (PatchTarget.selected(seen, patch.target()) != Match.NO) {
        unclear.add(seen.resource().head().object());
      }
    }
  }

  private void doubt(String why) {
    doubts.add(new Doubt(patch.at(), shown + " " + why));
  }

  private void apply(YamlStream stream, OverlayInput input) {
    if (!stream.problems().isEmpty()) {
      doubt("cannot be read");
      return;
    }
    boolean merges = false;
    for (YamlDocument document : stream.documents()) {
      if (document.root().isSequence()) {
        operate(document.root());
      } else {
        merges |= document.root().isMapping() && document.root().size() > 0;
      }
    }
    if (merges) {
      for (Resource change : input.patches(stream)) {
        merge(change);
      }
    }
  }

  private void merge(Resource change) {
    YamlNode root = change.head().object().root().node();
    if (root == null) {
      return;
    }
    boolean found = patch.target() != null;
    for (Seen seen : List.copyOf(all)) {
      Match match =
          patch.target() == null
              ? PatchTarget.named(seen, change)
              : PatchTarget.selected(seen, patch.target());
      if (match == Match.NO) {
        continue;
      }
      found = true;
      String beyond = merge(seen, change, root, match == Match.YES);
      if (beyond != null) {
        unclear(seen, beyond);
      }
    }
    if (!found) {
      doubt("is for `" + change.name() + "`, which is not there");
    }
  }

  /** What of the change is not followed; null for nothing. */
  private @Nullable String merge(Seen seen, Resource change, YamlNode root, boolean certain) {
    YamlNode directive = root.get("$patch");
    if (directive != null && directive.text().equals("delete") && certain) {
      all.remove(seen);
      return null;
    }
    String beyond = PatchReach.beyond(seen.resource(), root);
    if (beyond != null) {
      return beyond;
    }
    boolean alike = seen.resource().getClass() == change.getClass();
    if (certain && alike) {
      seen.become(OverlayMerge.merge(seen.resource(), change));
      return null;
    }
    if (!PatchReach.touches(seen.resource(), root)) {
      return null;
    }
    return certain ? "kind" : "target";
  }

  private void operate(YamlNode operations) {
    if (patch.target() == null) {
      doubt("has no target");
      return;
    }
    for (Seen seen : all) {
      Match match = PatchTarget.selected(seen, patch.target());
      if (match == Match.NO) {
        continue;
      }
      for (YamlNode operation : operations.items()) {
        String path = path(text(operation, "path"));
        if (!operate(seen, text(operation, "op"), path, operation, match == Match.YES)) {
          unclear(seen, path);
          break;
        }
      }
    }
  }

  private void unclear(Seen seen, String path) {
    unclear.add(seen.resource().head().object());
    Doubt doubt =
        new Doubt(patch.at(), shown + " changes `" + path + "`, which is not followed here");
    if (!doubts.contains(doubt)) {
      doubts.add(doubt);
    }
  }

  private static boolean operate(
      Seen seen, String what, String path, YamlNode operation, boolean certain) {
    Resource resource = seen.resource();
    if (what.equals("test")
        || ((what.equals("add") || what.equals("replace") || what.equals("remove"))
            && PatchReach.unrouted(resource, path, what.equals("add")))) {
      return true;
    }
    YamlNode value = operation.get("value");
    if (certain
        && value != null
        && path.equals("spec.replicas")
        && (what.equals("replace") || what.equals("add"))
        && resource instanceof Workload workload
        && number(value) >= 0) {
      seen.become(
          workload.with(
              new Located<>(number(value), "spec.replicas", value.location(), true),
              workload.selector(),
              workload.templateLabels(),
              workload.templateAnnotations(),
              workload.spec()));
      return true;
    }
    return false;
  }

  private static int number(YamlNode value) {
    String text = value.text();
    boolean digits = !text.isEmpty() && text.length() < 7;
    for (int i = 0; i < text.length(); i++) {
      digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits ? Integer.parseInt(text) : -1;
  }

  private static String text(YamlNode operation, String member) {
    YamlNode value = operation.get(member);
    return value == null ? "" : value.text();
  }

  /** A JSON pointer as a path without numbers, {@code spec.ports[].port}. */
  private static String path(String pointer) {
    StringBuilder path = new StringBuilder();
    List<String> parts = Arrays.asList(pointer.split("/", -1));
    for (String part : parts.subList(Math.min(1, parts.size()), parts.size())) {
      String plain = part.replace("~1", "/").replace("~0", "~");
      boolean item = !plain.isEmpty() && (plain.equals("-") || Character.isDigit(plain.charAt(0)));
      if (item) {
        path.append("[]");
      } else {
        path.append(path.length() == 0 ? "" : ".").append(plain);
      }
    }
    return path.toString();
  }
}
