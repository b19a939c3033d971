package dev.hopcheck.rule;

import dev.hopcheck.finding.RuleId;
import dev.hopcheck.finding.Severity;

/** What can be wrong with a comment or an annotation that silences a rule. */
public enum SuppressionRule {
  /** It cannot be understood: no rule, an unknown one, no reason, no date. It has no effect. */
  INVALID("suppression-invalid", Severity.ERROR),
  /** Its date has passed; what it silenced is reported again. */
  EXPIRED("suppression-expired", Severity.WARNING),
  /** There is nothing to silence. */
  UNUSED("suppression-unused", Severity.WARNING);

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: legacy
      spec: # hopcheck: ignore selector-missing until 2099-12-31 -- endpoints are written by the importer
        ports:
          - port: 80
      """;

  private final RuleId id;
  private final Severity severity;

  SuppressionRule(String id, Severity severity) {
    this.id = new RuleId(id);
    this.severity = severity;
  }

  /** The id that users see. */
  public RuleId id() {
    return id;
  }

  /** The severity before configuration. */
  public Severity severity() {
    return severity;
  }

  /** The page for users. */
  public RuleDoc doc() {
    RuleDoc.Builder doc =
        RuleDoc.id(id.value()).severity(severity).family("suppression").good(GOOD);
    return switch (this) {
      case INVALID ->
          doc.summary("suppression has no effect")
              .rationale(
                  "A comment or an annotation that silences a rule names known rules one by one and gives a"
                      + " reason. One that does not is ignored, so the finding that it was meant for is still"
                      + " reported. An annotation means its whole object; in a pod template it means nothing.")
              .mend(
                  "Write the comment `# hopcheck: ignore RULE[, RULE] [until YYYY-MM-DD] -- reason`, or the"
                      + " object's annotation `"
                      + SuppressionAnnotations.KEY
                      + ": \"RULE[, RULE] [until YYYY-MM-DD] -- reason\"`.")
              .bad(bad("# hopcheck: ignore selector-missing"))
              .build();
      case EXPIRED ->
          doc.summary("suppression has passed its date")
              .rationale(
                  "The comment or annotation says until when the finding may stand. That day has passed, so"
                      + " the finding is reported again.")
              .mend("Mend the finding and remove the comment or annotation, or give it a new date.")
              .bad(
                  bad(
                      "# hopcheck: ignore selector-missing until 2020-01-31 -- until the import moved"))
              .build();
      case UNUSED ->
          doc.summary("suppression silences nothing")
              .rationale(
                  "The rule has nothing to say at this place any more. A comment or annotation that stays"
                      + " behind would hide the next fault.")
              .mend("Remove the comment or annotation, or the id that is not needed.")
              .bad(bad("# hopcheck: ignore node-port-out-of-range -- our cluster allows it"))
              .build();
    };
  }

  private static String bad(String comment) {
    return GOOD.substring(0, GOOD.indexOf("# hopcheck"))
        + comment
        + " # expect\n"
        + GOOD.substring(GOOD.indexOf("  ports:"));
  }
}
