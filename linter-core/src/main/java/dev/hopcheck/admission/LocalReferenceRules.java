package dev.hopcheck.admission;

import dev.hopcheck.value.Dns1123Subdomain;
import dev.hopcheck.value.PathSegment;

/** A reference to an object of any kind by group, kind and name (ING-11, IC-03). */
final class LocalReferenceRules {
  private LocalReferenceRules() {}

  static void validate(Field reference, Causes causes) {
    Field group = reference.get("apiGroup");
    if (group.written()) {
      for (String error : Dns1123Subdomain.errors(group.text())) {
        causes.invalid(group, error);
      }
    }
    requiredSegment(reference.get("kind"), causes);
    requiredSegment(reference.get("name"), causes);
  }

  /** A part that must be there and must fit into a URL's path. */
  static void requiredSegment(Field part, Causes causes) {
    if (part.text().isEmpty()) {
      causes.required(part, "");
      return;
    }
    for (String error : PathSegment.errors(part.text())) {
      causes.invalid(part, error);
    }
  }
}
