package dev.hopcheck.engine;

import dev.hopcheck.cluster.Overlay;
import dev.hopcheck.resource.Kustomization;
import dev.hopcheck.resource.Kustomization.Doubt;
import dev.hopcheck.source.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * A unit that a kustomization makes.
 *
 * @param file the kustomization
 * @param takesIn the files of the kustomizations that it takes in, in order of name
 * @param open what of it may change routes in a way that is not followed; empty where all is
 */
public record KustomizedUnit(String file, List<String> takesIn, List<Open> open) {
  public KustomizedUnit {
    takesIn = List.copyOf(takesIn);
    open = List.copyOf(open);
  }

  /** Why the unit is open, and where that is written. */
  public record Open(String file, Position at, String why) {}

  static KustomizedUnit of(Overlay overlay) {
    List<String> takesIn = new ArrayList<>(overlay.members().size());
    for (Kustomization member : overlay.members()) {
      String file = Overlay.fileOf(member);
      if (!file.equals(overlay.file())) {
        takesIn.add(file);
      }
    }
    takesIn.sort(null);
    List<Open> open = new ArrayList<>(overlay.doubts().size());
    for (Doubt doubt : overlay.doubts()) {
      open.add(new Open(doubt.at().file().name(), doubt.at().start(), doubt.why()));
    }
    return new KustomizedUnit(overlay.file(), takesIn, open);
  }
}
