package dev.hopcheck.rule;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Callout;
import dev.hopcheck.finding.Edit;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Fix;
import dev.hopcheck.finding.Naming;
import dev.hopcheck.finding.ResourceRef;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.source.Location;
import java.util.ArrayList;
import java.util.List;

/** A finding while a rule writes it; it is reported by {@link #report()} and not before. */
public final class Draft {
  private final Inspection inspection;
  private final Location place;
  private String headline = "";
  private String label = "";
  private String field = "";
  private Severity severity;
  private ResourceRef resource = ResourceRef.NONE;
  private int document;
  private final List<Callout> related = new ArrayList<>(2);
  private final List<String> notes = new ArrayList<>(2);
  private final List<Fix> fixes = new ArrayList<>(1);

  Draft(Inspection inspection, Location place) {
    this.inspection = inspection;
    this.place = place;
    this.severity = inspection.doc().severity();
  }

  /** What is wrong: lower case, no full stop, names and values in backticks. */
  public Draft say(String text) {
    headline = text;
    return this;
  }

  /** What is to be said of this very place, in a few words. */
  public Draft label(String text) {
    label = text;
    return this;
  }

  /** The path of the field, as the server writes it. */
  public Draft field(String path) {
    field = path;
    return this;
  }

  /** Whose document it is. */
  public Draft resource(Resource owner) {
    resource = owner.head().ref();
    document = owner.head().document().index();
    return this;
  }

  /** Another place involved. */
  public Draft related(Location other, String text) {
    related.add(new Callout(other, text));
    return this;
  }

  /** Another value involved. */
  public Draft related(Located<?> other, String text) {
    return related(other.at(), text);
  }

  /** Why it is wrong, or what the client sees. */
  public Draft note(String text) {
    notes.add(text);
    return this;
  }

  /** Replaces the place's text; the title is an imperative phrase in lower case. */
  public Draft fix(String title, Applicability applicability, String replacement) {
    return fix(title, applicability, List.of(new Edit(place, replacement)));
  }

  /** Edits that belong together; the title is an imperative phrase in lower case. */
  public Draft fix(String title, Applicability applicability, List<Edit> edits) {
    fixes.add(new Fix(title, applicability, edits));
    return this;
  }

  /** Advice that no edit can carry out. */
  public Draft advice(String title) {
    return fix(title, Applicability.DISPLAY_ONLY, List.of());
  }

  /** Picks another of the severities that the rule declares, by evidence. */
  public Draft severity(Severity byEvidence) {
    if (!inspection.doc().allows(byEvidence)) {
      throw new IllegalArgumentException(
          inspection.doc().id() + " does not declare severity " + byEvidence.word());
    }
    severity = byEvidence;
    return this;
  }

  /** Reports the finding. */
  public void report() {
    String unnamed = Naming.missingFrom(headline, place);
    String words = unnamed == null ? headline : headline + " (at `" + unnamed + "`)";
    Finding.Builder finding =
        Finding.of(inspection.doc().id(), severity, words, place)
            .label(label)
            .field(field)
            .resource(resource, document);
    for (Callout other : related) {
      finding.related(other.at(), other.text());
    }
    for (String note : notes) {
      finding.note(note);
    }
    for (Fix fix : fixes) {
      finding.fix(fix);
    }
    inspection.add(finding.build());
  }
}
