package dev.hopcheck.finding;

import dev.hopcheck.source.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong, where, why, and what to do.
 *
 * @param rule which rule says it
 * @param severity of this finding, after evidence and configuration
 * @param headline what: lower case, no full stop, names in backticks
 * @param at the place that breaks the way, with a short text
 * @param field path of the field as the server writes it; empty where none is concerned
 * @param resource whose document it is
 * @param document index of the document in its file, from 0
 * @param rejection what the API server answers; null where it accepts
 * @param consequences causes that the server would list too and that follow from this one
 * @param assumed why the rejection is only assumed; null where it is certain
 * @param related other places involved
 * @param notes why, and what the client sees
 * @param fixes in order of preference
 */
public record Finding(
    RuleId rule,
    Severity severity,
    String headline,
    Callout at,
    String field,
    ResourceRef resource,
    int document,
    @Nullable Rejection rejection,
    List<Rejection> consequences,
    @Nullable Assumed assumed,
    List<Callout> related,
    List<String> notes,
    List<Fix> fixes)
    implements Comparable<Finding> {
  public Finding {
    if (headline.isBlank()) {
      throw new IllegalArgumentException("finding without headline: " + rule);
    }
    consequences = List.copyOf(consequences);
    related = List.copyOf(related);
    notes = List.copyOf(notes);
    fixes = List.copyOf(fixes);
  }

  /** Where the finding points. */
  public Location location() {
    return at.at();
  }

  /** Orders by file, position and rule; equal ones by headline. */
  @Override
  public int compareTo(Finding other) {
    int byPlace = location().compareTo(other.location());
    if (byPlace != 0) {
      return byPlace;
    }
    int byRule = rule.compareTo(other.rule);
    return byRule != 0 ? byRule : headline.compareTo(other.headline);
  }

  /** The same finding with another severity. */
  public Finding withSeverity(Severity other) {
    return toBuilder().severity(other).build();
  }

  /** A builder that starts with all of this finding's parts. */
  public Builder toBuilder() {
    Builder builder = new Builder(rule, severity, headline, at.at());
    builder.label = at.text();
    builder.field = field;
    builder.resource = resource;
    builder.document = document;
    builder.rejection = rejection;
    builder.consequences.addAll(consequences);
    builder.assumed = assumed;
    builder.related.addAll(related);
    builder.notes.addAll(notes);
    builder.fixes.addAll(fixes);
    return builder;
  }

  /** Starts a finding about a place. */
  public static Builder of(RuleId rule, Severity severity, String headline, Location at) {
    return new Builder(rule, severity, headline, at);
  }

  /** Collects the optional parts of a finding. */
  public static final class Builder {
    private final RuleId rule;
    private Severity severity;
    private final String headline;
    private final Location at;
    private String label = "";
    private String field = "";
    private ResourceRef resource = ResourceRef.NONE;
    private int document;
    private @Nullable Rejection rejection;
    private final List<Rejection> consequences = new ArrayList<>(0);
    private @Nullable Assumed assumed;
    private final List<Callout> related = new ArrayList<>(2);
    private final List<String> notes = new ArrayList<>(2);
    private final List<Fix> fixes = new ArrayList<>(1);

    private Builder(RuleId rule, Severity severity, String headline, Location at) {
      this.rule = rule;
      this.severity = severity;
      this.headline = headline;
      this.at = at;
    }

    /** Sets the severity. */
    public Builder severity(Severity value) {
      severity = value;
      return this;
    }

    /** Sets the short text at the place itself. */
    public Builder label(String text) {
      label = text;
      return this;
    }

    /** Sets the field path. */
    public Builder field(String path) {
      field = path;
      return this;
    }

    /** Says whose document, and which of its file. */
    public Builder resource(ResourceRef value, int index) {
      resource = value;
      document = index;
      return this;
    }

    /** Sets what the server answers. */
    public Builder rejection(@Nullable Rejection value) {
      rejection = value;
      return this;
    }

    /** Adds a cause that follows from this one. */
    public Builder consequence(Rejection value) {
      consequences.add(value);
      return this;
    }

    /** Says why the rejection is only assumed. */
    public Builder assumed(@Nullable Assumed value) {
      assumed = value;
      return this;
    }

    /** Adds another place. */
    public Builder related(Location place, String text) {
      related.add(new Callout(place, text));
      return this;
    }

    /** Adds a note. */
    public Builder note(String text) {
      notes.add(text);
      return this;
    }

    /** Adds a fix. */
    public Builder fix(Fix fix) {
      fixes.add(fix);
      return this;
    }

    /** Adds a fix of one edit. */
    public Builder fix(String title, Applicability applicability, Location place, String text) {
      return fix(new Fix(title, applicability, List.of(new Edit(place, text))));
    }

    /** The finding. */
    public Finding build() {
      return new Finding(
          rule,
          severity,
          headline,
          new Callout(at, label),
          field,
          resource,
          document,
          rejection,
          consequences,
          assumed,
          related,
          notes,
          fixes);
    }
  }
}
