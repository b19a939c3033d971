package dev.hopcheck.engine;

import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.ResourceRef;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.yaml.YamlDocument;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of fault keeps from being checked becomes a problem of the run, never silence.
 *
 * @param id the id of the problems
 */
record NotChecked(String id) {
  /** Nothing more of a file. */
  Problem file(String name, String why) {
    return new Problem(id, name, null, null, "file was not checked: " + why);
  }

  /** Nothing more of a document. */
  Problem document(YamlDocument document, String why) {
    return new Problem(
        id,
        document.file().name(),
        document.file().position(document.span().start()),
        document.index(),
        "document was not checked: " + why);
  }

  /** A unit, which could not be put together. */
  Problem unit(String root, String why) {
    return new Problem(id, root, null, null, "unit was not checked: " + why);
  }

  /** What a rule says of a resource, or of a unit as a whole. */
  Problem rule(RuleId rule, @Nullable Resource resource, String unit, String why) {
    String message = "rule `" + rule + "` did not finish";
    if (resource == null) {
      return new Problem(id, unit, null, null, message + ": " + why);
    }
    ResourceRef ref = resource.head().ref();
    YamlDocument document = resource.head().document();
    return new Problem(
        id,
        document.file().name(),
        resource.head().kindAt().start(),
        document.index(),
        message + " on " + ref.kind() + " `" + ref.name() + "`: " + why);
  }
}
