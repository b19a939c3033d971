package dev.hopcheck.admission;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Assumed;
import dev.hopcheck.finding.Callout;
import dev.hopcheck.finding.Edit;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Fix;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.Location;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cause of a refusal while it is put together: the server's words first, ours in front. A
 * validator that says nothing more than the cause gets a general id and headline.
 */
final class Cause {
  private final Field field;
  private final Rejection.Reason reason;
  private final String message;
  private final String shown;
  private InputRule rule;
  private String path;
  private @Nullable Location at;
  private @Nullable String headline;
  private String label = "";
  private boolean unsure;
  private @Nullable Cause root;
  private String rootPath = "";
  private @Nullable Severity severity;
  private final List<String> notes = new ArrayList<>(1);
  private final List<Field> concerned = new ArrayList<>(1);
  private final List<Callout> related = new ArrayList<>(0);
  private final List<Fix> fixes = new ArrayList<>(1);

  Cause(Field field, Rejection.Reason reason, String shown, String message, InputRule rule) {
    this.field = field;
    this.reason = reason;
    this.shown = shown;
    this.message = message;
    this.rule = rule;
    this.path = field.path();
    concerned.add(field);
  }

  /** Weighs less than other causes, because not every server refuses it. */
  Cause severity(Severity value) {
    severity = value;
    return this;
  }

  /** Files the cause under a more telling id. */
  Cause rule(InputRule value) {
    rule = value;
    return this;
  }

  /** The field as the server writes it, where that path is not the document's. */
  Cause path(String value) {
    path = value;
    return this;
  }

  /** Says which field's value is at fault, where that is not the one blamed. */
  Cause about(Field value) {
    unsure |= value.holdsPlaceholder() || value.isPlaceholderKey();
    concerned.add(value);
    return this;
  }

  /** Says that the server blames this only because of the other. */
  Cause follows(@Nullable Cause other) {
    root = other;
    return this;
  }

  /** Says that the server blames this because of what it says of that field afterwards. */
  Cause followsLater(String field) {
    rootPath = field;
    return this;
  }

  /** The field of which a later cause is the root of this one; empty for most. */
  String rootPath() {
    return rootPath;
  }

  /** The cause from which this one follows; null where it stands for itself. */
  @Nullable Cause root() {
    return root;
  }

  /** Points elsewhere than at the field. */
  Cause at(Location value) {
    at = value;
    return this;
  }

  /** Our own words in front: what is wrong, in plain English. */
  Cause headline(String value) {
    headline = value;
    return this;
  }

  /** The short text at the place. */
  Cause label(String value) {
    label = value;
    return this;
  }

  /** Another place that matters. */
  Cause related(Location place, String text) {
    related.add(new Callout(place, text));
    return this;
  }

  /** What to write instead, or why. */
  Cause note(String value) {
    notes.add(value);
    return this;
  }

  /** An edit of the place itself. */
  Cause fix(String title, Applicability applicability, String replacement) {
    fixes.add(new Fix(title, applicability, List.of(new Edit(place(), replacement))));
    return this;
  }

  Location place() {
    return at == null ? field.location() : at;
  }

  /** An edit of the value; where it is written once for several uses, it is not safe. */
  Cause fixOnce(String title, Applicability applicability, String replacement) {
    YamlNode node = field.node();
    if (node == null || !node.isScalar()) {
      return this;
    }
    Applicability allowed = node.via() == null ? applicability : Applicability.UNSAFE;
    fixes.add(new Fix(title, allowed, List.of(new Edit(node.location(), replacement))));
    return this;
  }

  /** Offers another value, in the quotes in which the present one stands. */
  Cause replaceValue(String value) {
    YamlNode node = field.node();
    if (node == null || !node.isScalar() || node.span().start() == node.span().end()) {
      return this;
    }
    char first = (char) node.document().file().at(node.span().start());
    String quote = first == '"' || first == '\'' ? String.valueOf(first) : "";
    boolean sameWord = value.equalsIgnoreCase(node.scalar().text().strip());
    return fixOnce(
        "write `" + value + "`",
        sameWord ? Applicability.SAFE : Applicability.UNSAFE,
        quote + value + quote);
  }

  /** A way to mend it that needs more than one edit, or one elsewhere. */
  Cause fix(Fix value) {
    fixes.add(value);
    return this;
  }

  Rejection rejection() {
    return new Rejection(path, reason, message);
  }

  Field field() {
    return field;
  }

  /** The fields whose values have to do with the cause. */
  List<Field> concerned() {
    return concerned;
  }

  String path() {
    return path;
  }

  /** Whether the value at which the server would look is not known before it is sent. */
  boolean aboutPlaceholder() {
    return unsure || isPlaceholder(field);
  }

  /** A placeholder may stand for the value itself or for something above it. */
  private static boolean isPlaceholder(Field field) {
    for (Field at = field; at != null; at = at.parent()) {
      boolean missing = at.node() == null;
      if (at.isPlaceholder() || (missing ? isOpen(at.parent()) : at.isPlaceholderKey())) {
        return true;
      }
    }
    return false;
  }

  /** A template may add what is missing where one of the keys is a placeholder. */
  private static boolean isOpen(@Nullable Field parent) {
    return parent != null && parent.hasPlaceholderKey();
  }

  private Severity weight() {
    return severity == null ? rule.severity() : severity;
  }

  Finding toFinding(ApiObject object) {
    String words = headline != null ? headline : Headlines.of(reason, field, path, shown, message);
    boolean secret = object.ref().kind().equals("Secret");
    Finding.Builder finding =
        Finding.of(rule.id(), weight(), PlacedWords.of(words, field, place(), secret), place())
            .label(label)
            .field(path)
            .resource(object.ref(), object.document().index())
            .rejection(rejection());
    if (aboutPlaceholder()) {
      finding.severity(Severity.INFO).assumed(Assumed.PLACEHOLDER);
    }
    for (Callout callout : related) {
      finding.related(callout.at(), callout.text());
    }
    for (String note : notes) {
      finding.note(note);
    }
    finding.note("the API server answers: `" + path + ": " + message + "`");
    for (Fix fix : fixes) {
      finding.fix(fix);
    }
    return finding.build();
  }
}
