package dev.hopcheck.engine;

import dev.hopcheck.cluster.Overlay;
import dev.hopcheck.cluster.Overlay.Lost;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.resource.Kustomization;
import dev.hopcheck.resource.KustomizationReader;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.ResourceHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of kustomizations that cannot be built, where that is certain. */
final class KustomizationFindings {
  private final List<Path> roots = new ArrayList<>(1);

  /** Only what lies below the folders that the run was asked to look at is looked for. */
  KustomizationFindings(LintRequest request) {
    for (String path : request.paths()) {
      try {
        roots.add(request.base().resolve(path).toRealPath());
      } catch (IOException | InvalidPathException notThere) {
        continue; // reported where the files are listed
      }
    }
  }

  void add(Overlay overlay, List<Finding> findings) {
    for (Lost lost : overlay.lost()) {
      String what = missing(lost);
      if (what != null) {
        findings.add(missing(lost, what));
      }
    }
    for (Located<String> path : overlay.cycles()) {
      findings.add(cycle(path, overlay));
    }
  }

  private static Finding missing(Lost lost, String what) {
    Located<String> path = lost.path();
    return of(
        InputRule.KUSTOMIZATION_RESOURCE_MISSING,
        "kustomization names `" + path.value() + "`, " + what,
        path,
        lost.kustomization(),
        "no such file",
        "`kustomize build` and `kubectl apply -k` stop here");
  }

  private static Finding cycle(Located<String> path, Overlay overlay) {
    Kustomization holder = overlay.root().kustomization();
    for (Kustomization member : overlay.members()) {
      if (member.head().document().file() == path.at().file()) {
        holder = member;
      }
    }
    return of(
        InputRule.KUSTOMIZATION_CYCLE,
        "kustomization takes in itself through `" + path.value() + "`",
        path,
        holder,
        "leads back",
        "`kustomize build` and `kubectl apply -k` stop here");
  }

  private static Finding of(
      InputRule rule,
      String headline,
      Located<String> path,
      Kustomization kustomization,
      String label,
      String note) {
    ResourceHead head = kustomization.head();
    return Finding.of(rule.id(), rule.severity(), headline, path.at())
        .label(label)
        .field(path.field())
        .resource(head.ref(), head.document().index())
        .note(note)
        .build();
  }

  /** What is missing; null where it is somewhere, or nobody can tell. */
  private @Nullable String missing(Lost lost) {
    String text = lost.path().value();
    Path file = lost.path().at().file().path();
    if (file == null || text.isEmpty() || isRemote(text)) {
      return null;
    }
    try {
      Path folder = file.getParent();
      Path wanted = folder == null ? null : folder.resolve(text).normalize();
      if (wanted == null || !isInside(wanted)) {
        return null;
      }
      if (!Files.exists(wanted, LinkOption.NOFOLLOW_LINKS)) {
        return "which does not exist";
      }
      return Files.isDirectory(wanted, LinkOption.NOFOLLOW_LINKS) && !isKustomized(wanted)
          ? "a folder without a kustomization"
          : null;
    } catch (InvalidPathException | SecurityException unknown) {
      return null;
    }
  }

  private boolean isInside(Path path) {
    for (Path root : roots) {
      if (path.startsWith(root) && !path.equals(root)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isKustomized(Path folder) {
    for (String name : KustomizationReader.NAMES) {
      if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        return true;
      }
    }
    return false;
  }

  /** An address, or the short form of one, such as {@code github.com/org/repository}. */
  private static boolean isRemote(String text) {
    int slash = text.indexOf('/');
    String first = slash < 0 ? "" : text.substring(0, slash);
    boolean host = first.indexOf('.') > 0 || first.indexOf(':') >= 0;
    return host
        || text.contains("://")
        || text.contains("//")
        || text.contains("?")
        || text.contains(".git")
        || text.startsWith("git@");
  }
}
