package dev.hopcheck.admission;

import dev.hopcheck.value.Dns1123Label;
import dev.hopcheck.value.Dns1123Subdomain;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Claims for devices: those of the pod, and the references of its containers to them. */
final class ResourceClaimRules {
  private ResourceClaimRules() {}

  /** The pod's own claims. */
  static void validate(PodScope pod) {
    List<Field> claims = pod.spec().items("resourceClaims");
    if (claims.isEmpty()) {
      return;
    }
    Causes causes = pod.causes();
    Set<String> names = new HashSet<>();
    for (Field claim : claims) {
      Field name = claim.get("name");
      if (name.text().isEmpty()) {
        causes.required(name, "");
      } else if (!names.add(name.text())) {
        causes.duplicate(name, name.text());
      } else {
        causes.invalidEach(name, Dns1123Label.errors(name.text()));
      }
      Field direct = claim.get("resourceClaimName");
      Field template = claim.get("resourceClaimTemplateName");
      if (direct.present() && template.present()) {
        causes.invalidBare(
            claim,
            JsonText.of(claim),
            "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified");
      }
      if (!direct.present() && !template.present()) {
        causes.invalidBare(
            claim,
            JsonText.of(claim),
            "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`");
      }
      for (Field reference : new Field[] {direct, template}) {
        if (reference.present()) {
          causes.invalidEach(reference, Dns1123Subdomain.errors(reference.text()));
        }
      }
    }
  }

  /** What a container takes of the pod's claims. */
  static void references(Field list, Set<String> podClaims, Causes causes) {
    List<Field> claims = list.items();
    if (claims.isEmpty()) {
      return;
    }
    Set<String> seen = new TreeSet<>();
    for (Field claim : claims) {
      Field name = claim.get("name");
      String text = name.text();
      if (text.isEmpty()) {
        causes.required(name, "").path(claim.path());
        continue;
      }
      if (seen.contains(text)) {
        causes.duplicate(name, text).path(claim.path());
      } else {
        request(claim, seen, causes);
      }
      if (!podClaims.contains(text)) {
        causes
            .notFound(
                name,
                text,
                "must be one of the names in pod.spec.resourceClaims"
                    + (podClaims.isEmpty()
                        ? " which is empty"
                        : ": " + String.join(", ", new TreeSet<>(podClaims))))
            .path(claim.path());
      }
    }
  }

  private static void request(Field claim, Set<String> seen, Causes causes) {
    Field name = claim.get("name");
    Field request = claim.get("request");
    String key = name.text();
    if (!request.text().isEmpty()) {
      causes.invalidEach(request, Dns1123Label.errors(request.text()));
      key += "/" + request.text();
    }
    if (seen.contains(key)) {
      causes.duplicate(name, key).path(claim.path());
    } else if (request.text().isEmpty()) {
      for (String earlier : seen) {
        if (earlier.startsWith(key + "/")) {
          causes.duplicate(name, key).path(claim.path());
        }
      }
    }
    seen.add(key);
  }
}
