package dev.hopcheck.engine;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.cluster.Fragments;
import dev.hopcheck.finding.Assumed;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.ResourceReader;
import dev.hopcheck.schema.Kinds;
import java.util.ArrayList;
import java.util.List;

/** The resources of one file, or of a stretch of a long one; filled by one thread. */
final class UnitPart {
  /** Objects that one thread takes at a time. */
  private static final int MOST = 400;

  private final List<FileReading.Checked> objects;
  private final List<Resource> resources = new ArrayList<>(4);
  private final List<Finding> findings = new ArrayList<>(4);
  private final List<ApiObject> broken = new ArrayList<>(0);
  private final List<Problem> problems = new ArrayList<>(0);

  private UnitPart(List<FileReading.Checked> objects) {
    this.objects = objects;
  }

  static void of(FileReading reading, List<UnitPart> parts) {
    List<FileReading.Checked> all = reading.objects();
    int from = 0;
    do {
      int to = Math.min(all.size(), from + MOST);
      parts.add(new UnitPart(all.subList(from, to)));
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
    boolean namespaced = kinds.isNamespaced(checked.object().apiVersion(), checked.object().kind());
    Resource resource =
        ResourceReader.read(checked.object(), namespaced, how == Fragments.Part.PATCH);
    resources.add(resource);
    if (refused && whole) {
      broken.add(resource.head().object());
    }
  }

  /** What the API server says of the objects. */
  List<Finding> findings() {
    return findings;
  }

  /** The objects that the API server refuses, as their resources hold them. */
  List<ApiObject> broken() {
    return broken;
  }

  /** Documents that could not be turned into resources. */
  List<Problem> problems() {
    return problems;
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
}
