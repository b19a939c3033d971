package dev.hopcheck.engine;

import dev.hopcheck.cluster.Overlay;
import dev.hopcheck.cluster.Overlay.Lost;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Kustomization;
import dev.hopcheck.resource.KustomizationReader;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.ResourceHead;
import dev.hopcheck.value.Nearest;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of kustomizations that cannot be built, where that is certain. */
final class KustomizationFindings {
  /** Entries of a folder among which a close name is looked for. */
  private static final int MOST_NAMES = 10_000;

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
      Finding finding = missing(lost);
      if (finding != null) {
        findings.add(finding);
      }
    }
    for (Located<String> path : overlay.cycles()) {
      findings.add(cycle(path, overlay));
    }
  }

  private static Finding missing(Lost lost, String what, String label, Severity severity) {
    Located<String> path = lost.path();
    return of(
            InputRule.KUSTOMIZATION_RESOURCE_MISSING,
            "kustomization names `" + path.value() + "`, " + what,
            path,
            lost.kustomization(),
            label,
            "`kustomize build` and `kubectl apply -k` stop here")
        .severity(severity)
        .build();
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
            "`kustomize build` and `kubectl apply -k` stop here")
        .build();
  }

  private static Finding.Builder of(
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
        .note(note);
  }

  /** What is missing; null where it is somewhere, or nobody can tell. */
  private @Nullable Finding missing(Lost lost) {
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
        return absent(lost, wanted);
      }
      return Files.isDirectory(wanted, LinkOption.NOFOLLOW_LINKS) && !isKustomized(wanted)
          ? missing(lost, "a folder without a kustomization", "no kustomization", Severity.ERROR)
          : null;
    } catch (InvalidPathException | SecurityException unknown) {
      return null;
    }
  }

  /**
   * What is not there at all may be made before the build, or be left out of this copy of the
   * repository; where a file of nearly the same name is there, that one was meant.
   */
  private static Finding absent(Lost lost, Path wanted) {
    String name = wanted.getFileName().toString();
    String close = Nearest.of(name, names(wanted.getParent())).orElse(null);
    return close == null
        ? missing(lost, "which does not exist", "no such file", Severity.INFO)
        : missing(
            lost, "which does not exist", "no such file; closest: `" + close + "`", Severity.ERROR);
  }

  private static List<String> names(@Nullable Path folder) {
    List<String> names = new ArrayList<>();
    if (folder == null) {
      return names;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        names.add(entry.getFileName().toString());
        if (names.size() == MOST_NAMES) {
          break;
        }
      }
    } catch (IOException | DirectoryIteratorException notReadable) {
      names.clear();
    }
    return names;
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
