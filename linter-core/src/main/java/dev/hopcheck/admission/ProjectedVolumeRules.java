package dev.hopcheck.admission;

import java.util.HashSet;
import java.util.Set;

/** Volumes that put several sources into one folder. */
final class ProjectedVolumeRules {
  private static final long TEN_MINUTES = 600;
  private static final long MAX_SECONDS = 1L << 32;

  private final Field volume;
  private final Causes causes;
  private final Set<String> paths = new HashSet<>();

  private ProjectedVolumeRules(Field volume, Causes causes) {
    this.volume = volume;
    this.causes = causes;
  }

  static void validate(Field volume, Causes causes) {
    FileVolumeRules.mode(volume.get("defaultMode"), causes);
    ProjectedVolumeRules rules = new ProjectedVolumeRules(volume, causes);
    for (Field source : volume.items("sources")) {
      rules.source(source);
    }
  }

  private void source(Field source) {
    int kinds = 0;
    for (String kind : new String[] {"secret", "configMap"}) {
      if (source.present(kind)) {
        kinds++;
        keys(source.get(kind));
      }
    }
    if (source.present("downwardAPI")) {
      kinds++;
      Field downward = source.get("downwardAPI");
      for (Field file : downward.items("items")) {
        FileVolumeRules.downwardFile(file, downward.path(), causes);
        path(file.get("path"), file.text("path"));
      }
    }
    if (source.present("serviceAccountToken")) {
      kinds++;
      token(source.get("serviceAccountToken"));
    }
    // Trust bundles and pod certificates are dropped by servers with default gates.
    if (kinds > 1) {
      causes.forbidden(source, "may not specify more than 1 volume type per source");
    }
  }

  private void keys(Field source) {
    Field name = source.get("name");
    if (name.text().isEmpty()) {
      causes.required(name, "");
    }
    for (Field item : source.items("items")) {
      FileVolumeRules.keyToPath(item, causes);
      path(item.get("path"), name.text());
    }
  }

  /** Two files of one name; the server blames the whole volume. */
  private void path(Field path, String shown) {
    if (!path.text().isEmpty() && !paths.add(path.text())) {
      causes
          .invalid(path, shown, "conflicting duplicate paths")
          .path(volume.path())
          .headline("two sources of the volume write the file `" + path.text() + "`");
    }
  }

  private void token(Field token) {
    Field seconds = token.get("expirationSeconds");
    if (seconds.written() && seconds.number() < TEN_MINUTES) {
      causes.invalidNumber(
          seconds, seconds.number(), "may not specify a duration less than 10 minutes");
    }
    if (seconds.number() > MAX_SECONDS) {
      causes.invalidNumber(
          seconds, seconds.number(), "may not specify a duration larger than 2^32 seconds");
    }
    Field path = token.get("path");
    if (path.text().isEmpty()) {
      causes.required(path, "").path(volume.path() + ".path");
    } else {
      PathRules.notReserved(path, volume.path() + ".path", causes);
    }
  }
}
