package dev.hopcheck.cluster;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.resource.Kustomization;
import dev.hopcheck.resource.Kustomization.Doubt;
import dev.hopcheck.resource.Kustomization.Patch;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Match;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlNode;
import dev.hopcheck.yaml.YamlStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies the patches of a kustomization; what is not followed here becomes a doubt. */
final class OverlayPatches {
  /** Each patch in place is read from a copy of the whole file; so many bytes of them are. */
  private static final long MOST_COPIED = 64L << 20;

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

  /**
   * Applies them.
   *
   * @param last which ones: those that come after all other changes, or those that come first
   */
  static void apply(
      Kustomization kustomization,
      List<Seen> all,
      OverlayInput input,
      boolean last,
      List<Doubt> doubts,
      List<ApiObject> unclear) {
    String folder = Units.folder(Overlay.fileOf(kustomization));
    long copied = 0;
    for (Patch patch : kustomization.patches()) {
      if (patch.last() != last) {
        continue;
      }
      OverlayPatches patches = new OverlayPatches(patch, all, doubts, unclear);
      Located<String> path = patch.path();
      copied += path == null ? patch.at().file().length() : 0;
      boolean tooMany = path == null && copied > MOST_COPIED;
      List<SourceFile> texts =
          path != null
              ? texts(input.text(LocalPath.resolve(folder, path.value())))
              : tooMany ? List.of() : inPlace(patch);
      if (texts.isEmpty()) {
        String unread =
            tooMany ? "is one of more than are followed here" : "cannot be read in place";
        patches.doubt(path == null ? unread : "is not in the input");
        patches.missed();
      }
      for (SourceFile text : texts) {
        patches.apply(input.read(text), input);
      }
    }
  }

  private static List<SourceFile> texts(@Nullable SourceFile file) {
    return file == null ? List.of() : List.of(file);
  }

  /**
   * The file with all but the patch blanked out, so that each place in the patch is the place in
   * the file, once for each of its documents; none where the text is not written as it stands.
   */
  private static List<SourceFile> inPlace(Patch patch) {
    Location at = patch.at();
    Span span = at.span();
    byte[] bytes = at.file().bytes().clone();
    int from = span.start();
    int to = span.end();
    byte first = bytes[from];
    if (first == '|') {
      while (from < to && bytes[from] != '\n') {
        from++;
      }
    } else if ((first == '\'' || first == '"') && isRaw(bytes, from + 1, to - 1)) {
      from++;
      to--;
    } else {
      return List.of();
    }
    List<SourceFile> texts = new ArrayList<>(1);
    int start = from;
    while (start < to) {
      int end = separator(bytes, start, to);
      byte[] own = bytes.clone();
      blank(own, 0, start);
      blank(own, end, own.length);
      texts.add(SourceFile.of(at.file().name(), at.file().path(), own));
      start = lineEnd(bytes, end, to);
    }
    return texts;
  }

  /**
   * Where the next line of three dashes begins, which is indented as the block is; else the end.
   */
  private static int separator(byte[] bytes, int from, int to) {
    int line = from;
    while (line < to) {
      int at = line;
      while (at < to && bytes[at] == ' ') {
        at++;
      }
      int end = lineEnd(bytes, at, to);
      boolean dashes = at + 3 <= end && bytes[at] == '-' && bytes[at + 1] == '-';
      if (dashes && bytes[at + 2] == '-' && (at + 3 == to || bytes[at + 3] <= ' ')) {
        return line;
      }
      line = end;
    }
    return to;
  }

  /** The start of the next line. */
  private static int lineEnd(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '\n') {
      at++;
    }
    return Math.min(to, at + 1);
  }

  /** Whether quoted text is what is written, on one line. */
  private static boolean isRaw(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\'' && bytes[from - 1] == '\'' || bytes[i] == '\\') {
        return false;
      }
    }
    return true;
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
        operate(document.root(), input);
      } else {
        merges |= document.root().isMapping() && document.root().size() > 0;
      }
    }
    if (merges) {
      for (Resource change : input.patches(stream.documents())) {
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

  private void operate(YamlNode operations, OverlayInput input) {
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
        List<String> path = path(text(operation, "path"));
        if (!operate(seen, path, operation, input, match == Match.YES)) {
          unclear(seen, ReplacementPath.shown(path));
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
      Seen seen, List<String> path, YamlNode operation, OverlayInput input, boolean certain) {
    String what = text(operation, "op");
    if (what.equals("test")) {
      return true;
    }
    YamlNode value = operation.get("value");
    boolean removes = what.equals("remove");
    boolean known = removes || (value != null && (what.equals("add") || what.equals("replace")));
    if (!known) {
      return false;
    }
    PatchValue put = removes || value == null ? null : PatchValue.of(value);
    Resource changed =
        certain ? new PatchOperation(what, path, put, input).apply(seen.resource()) : null;
    if (changed != null) {
      seen.become(changed);
      return true;
    }
    return PatchReach.unrouted(seen.resource(), ReplacementPath.shown(path), what.equals("add"));
  }

  private static String text(YamlNode operation, String member) {
    YamlNode value = operation.get(member);
    return value == null ? "" : value.text();
  }

  /** The keys and numbers of a JSON pointer. */
  private static List<String> path(String pointer) {
    List<String> path = new ArrayList<>();
    List<String> parts = Arrays.asList(pointer.split("/", -1));
    for (String part : parts.subList(Math.min(1, parts.size()), parts.size())) {
      path.add(part.replace("~1", "/").replace("~0", "~"));
    }
    return path;
  }
}
