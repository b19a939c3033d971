package dev.hopcheck.admission;

import dev.hopcheck.value.Dns1123Subdomain;
import java.util.HashSet;
import java.util.Set;

/** Volumes that put several sources into one folder. */
final class ProjectedVolumeRules {
  private static final long TEN_MINUTES = 600;
  private static final long MAX_SECONDS = 1L << 32;

  private final Field volume;
  private final PodScope pod;
  private final Causes causes;
  private final Set<String> paths = new HashSet<>();

  private ProjectedVolumeRules(Field volume, PodScope pod) {
    this.volume = volume;
    this.pod = pod;
    causes = pod.causes();
  }

  static void validate(Field volume, PodScope pod) {
    FileVolumeRules.mode(volume.get("defaultMode"), pod.causes());
    ProjectedVolumeRules rules = new ProjectedVolumeRules(volume, pod);
    for (Field source : volume.get("sources").items()) {
      rules.source(source);
    }
  }

  private void source(Field source) {
    int kinds = 0;
    for (String kind : new String[] {"secret", "configMap"}) {
      if (source.get(kind).present()) {
        kinds++;
        keys(source.get(kind));
      }
    }
    if (source.get("downwardAPI").present()) {
      kinds++;
      Field downward = source.get("downwardAPI");
      for (Field file : downward.get("items").items()) {
        FileVolumeRules.downwardFile(file, downward.path(), causes);
        path(file.get("path"), file.get("path").text());
      }
    }
    if (source.get("serviceAccountToken").present()) {
      kinds++;
      token(source.get("serviceAccountToken"));
    }
    if (source.get("clusterTrustBundle").present() && pod.isAtLeast(35)) {
      kinds++;
      trustBundle(source.get("clusterTrustBundle"));
    }
    if (source.get("podCertificate").present() && pod.isAtLeast(35)) {
      kinds++;
    }
    if (kinds > 1) {
      causes.forbidden(source, "may not specify more than 1 volume type per source");
    }
  }

  private void keys(Field source) {
    Field name = source.get("name");
    if (name.text().isEmpty()) {
      causes.required(name, "");
    }
    for (Field item : source.get("items").items()) {
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

  private void trustBundle(Field bundle) {
    Field name = bundle.get("name");
    Field signer = bundle.get("signerName");
    if (name.present() && signer.present()) {
      causes.invalidBare(
          bundle, JsonText.of(bundle), "only one of name and signerName may be used");
    } else if (name.present()) {
      if (name.text().isEmpty()) {
        causes.required(name, "must be a valid object name");
      }
      String object = name.text().substring(name.text().lastIndexOf(':') + 1);
      for (String error : Dns1123Subdomain.errors(object)) {
        causes.invalid(name, "not a valid clustertrustbundlename: " + error);
      }
      if (bundle.get("labelSelector").present()) {
        causes.invalidBare(
            bundle.get("labelSelector"),
            JsonText.of(bundle.get("labelSelector")),
            "labelSelector must be unset if name is specified");
      }
    } else if (signer.present()) {
      if (signer.text().isEmpty()) {
        causes.required(signer, "must be a valid signer name");
      }
      LabelSelectorRules.validate(bundle.get("labelSelector"), causes);
    } else {
      causes.required(bundle, "either name or signerName must be specified");
    }
    Field path = bundle.get("path");
    if (path.text().isEmpty()) {
      causes.required(path, "");
    }
    PathRules.notReserved(path, causes);
    path(path, path.text());
  }
}
