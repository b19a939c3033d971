package dev.hopcheck.rule;

import dev.hopcheck.resource.Resource;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the resource in whose text a place lies, by bisection: files with thousands of resources
 * have thousands of findings.
 */
final class Owners {
  private final Map<SourceFile, Written> files = new IdentityHashMap<>();

  Owners(List<Resource> given) {
    for (Resource resource : given) {
      YamlNode root = resource.head().object().root().node();
      if (root != null) {
        files
            .computeIfAbsent(resource.head().document().file(), unused -> new Written())
            .add(resource, root.span());
      }
    }
  }

  /** The first resource that holds the place; null where none does. */
  @Nullable Resource of(Location place) {
    Written written = files.get(place.file());
    return written == null ? null : written.of(place.span());
  }

  /** The resources of one file in input order. */
  private static final class Written {
    private final List<Resource> resources = new ArrayList<>(2);
    private final List<Span> spans = new ArrayList<>(2);

    /** Whether each stands behind the one before; an item that is an alias does not. */
    private boolean inOrder = true;

    void add(Resource resource, Span span) {
      inOrder &= spans.isEmpty() || spans.get(spans.size() - 1).end() <= span.start();
      resources.add(resource);
      spans.add(span);
    }

    @Nullable Resource of(Span place) {
      int low = inOrder ? lastFrom(place.start()) : 0;
      for (int i = Math.max(0, low); i < spans.size(); i++) {
        if (spans.get(i).contains(place)) {
          return resources.get(i);
        }
        if (inOrder && spans.get(i).start() > place.start()) {
          return null;
        }
      }
      return null;
    }

    /** One before the last that starts there or earlier: a span may be empty where two meet. */
    private int lastFrom(int start) {
      int low = 0;
      int high = spans.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (spans.get(middle).start() <= start) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low - 2;
    }
  }
}
