package dev.hopcheck.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the resources that no schema judged, by kind. */
final class Unvalidated {
  private final Map<String, NotValidated> kinds = new TreeMap<>();

  /** Adds what another one counted. */
  void add(Unvalidated other) {
    for (Map.Entry<String, NotValidated> kind : other.kinds.entrySet()) {
      kinds.merge(kind.getKey(), kind.getValue(), Unvalidated::sum);
    }
  }

  /** Counts those of a file. */
  void count(FileReading reading) {
    for (FileReading.Checked checked : reading.objects()) {
      if (!checked.known()) {
        String apiVersion = checked.object().apiVersion();
        String kind = checked.object().kind();
        kinds.merge(
            apiVersion + "\n" + kind, new NotValidated(apiVersion, kind, 1), Unvalidated::sum);
      }
    }
  }

  private static NotValidated sum(NotValidated one, NotValidated other) {
    return new NotValidated(one.apiVersion(), one.kind(), one.count() + other.count());
  }

  /** The kinds in order. */
  List<NotValidated> kinds() {
    return new ArrayList<>(kinds.values());
  }
}
