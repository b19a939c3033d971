package dev.hopcheck.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the resources that no schema judged, by kind. */
final class Unvalidated {
  private final Map<String, NotValidated> kinds = new TreeMap<>();

  /** Counts those of a file. */
  void count(FileReading reading) {
    for (FileReading.Checked checked : reading.objects()) {
      if (!checked.known()) {
        String apiVersion = checked.object().apiVersion();
        String kind = checked.object().kind();
        kinds.merge(
            apiVersion + "\n" + kind,
            new NotValidated(apiVersion, kind, 1),
            (one, other) -> new NotValidated(apiVersion, kind, one.count() + other.count()));
      }
    }
  }

  /** The kinds in order. */
  List<NotValidated> kinds() {
    return new ArrayList<>(kinds.values());
  }
}
