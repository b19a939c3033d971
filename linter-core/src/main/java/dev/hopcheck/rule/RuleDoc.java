package dev.hopcheck.rule;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.finding.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * What users read about a rule.
 *
 * @param id names the bad state
 * @param severity the default
 * @param otherSeverities those that evidence may pick instead of the default, such as INFO where
 *     the namespace is open
 * @param family the pack, for lists: {@code selector}, {@code port} ...
 * @param summary one line: what is wrong; no Markdown, no final full stop
 * @param rationale why it is wrong, in two or three sentences that a user understands
 * @param symptom what the client sees: NXDOMAIN, connection refused, timeout, rejected by the API
 *     server
 * @param mend what to do about it, in a sentence or two
 * @param bad manifests that draw the finding; the offending lines end in {@code # expect}
 * @param good the same, mended
 * @param references statements of the Kubernetes documentation or API that the rule follows
 */
public record RuleDoc(
    RuleId id,
    Severity severity,
    List<Severity> otherSeverities,
    String family,
    String summary,
    String rationale,
    String symptom,
    String mend,
    String bad,
    String good,
    List<String> references) {
  private static final String MARK = "# expect";

  public RuleDoc {
    otherSeverities = List.copyOf(otherSeverities);
    references = List.copyOf(references);
    if (summary.isBlank()) {
      throw new IllegalArgumentException("rule without summary: " + id);
    }
  }

  /** Starts the documentation of a rule. */
  public static Builder id(String id) {
    return new Builder(new RuleId(id));
  }

  /** Starts the page of something found while reading; the severity is the one it has there. */
  public static Builder of(InputRule rule) {
    return new Builder(rule.id()).severity(rule.severity());
  }

  /** Whether a finding of this rule may have that severity. */
  public boolean allows(Severity wanted) {
    return wanted == severity || otherSeverities.contains(wanted);
  }

  /** The bad example as it is shown to users, without the marks of tests. */
  public String badShown() {
    StringBuilder shown = new StringBuilder(bad.length());
    int start = 0;
    while (start < bad.length()) {
      int newline = bad.indexOf('\n', start);
      int end = newline < 0 ? bad.length() : newline;
      int mark = bad.indexOf(MARK, start);
      int stop = mark < 0 || mark > end ? end : mark;
      while (stop < end && stop > start && bad.charAt(stop - 1) == ' ') {
        stop--;
      }
      shown.append(bad, start, stop).append('\n');
      start = end + 1;
    }
    return shown.toString();
  }

  /** Collects the parts; only the summary cannot be left out. */
  public static final class Builder {
    private final RuleId id;
    private Severity severity = Severity.ERROR;
    private final List<Severity> others = new ArrayList<>(2);
    private String family = "";
    private String summary = "";
    private String rationale = "";
    private String symptom = "";
    private String mend = "";
    private String bad = "";
    private String good = "";
    private final List<String> references = new ArrayList<>(2);

    private Builder(RuleId id) {
      this.id = id;
    }

    /** Sets the default severity and those that evidence may pick instead. */
    public Builder severity(Severity value, Severity... byEvidence) {
      severity = value;
      others.clear();
      others.addAll(List.of(byEvidence));
      return this;
    }

    /** Sets the family. */
    public Builder family(String value) {
      family = value;
      return this;
    }

    /** Sets the one-line summary. */
    public Builder summary(String value) {
      summary = value;
      return this;
    }

    /** Sets why it is wrong. */
    public Builder rationale(String value) {
      rationale = value;
      return this;
    }

    /** Sets what the client sees. */
    public Builder symptom(String value) {
      symptom = value;
      return this;
    }

    /** Sets what to do. */
    public Builder mend(String value) {
      mend = value;
      return this;
    }

    /** Sets the example that draws the finding. */
    public Builder bad(String value) {
      bad = value;
      return this;
    }

    /** Sets the mended example. */
    public Builder good(String value) {
      good = value;
      return this;
    }

    /** Adds a statement of the documentation that the rule follows. */
    public Builder reference(String value) {
      references.add(value);
      return this;
    }

    /** The documentation. */
    public RuleDoc build() {
      return new RuleDoc(
          id, severity, others, family, summary, rationale, symptom, mend, bad, good, references);
    }
  }
}
