package dev.hopcheck.schema;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Edit;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Fix;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.schema.FieldType.Leaf;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.Span;
import dev.hopcheck.value.SecretName;
import dev.hopcheck.yaml.Scalar;
import dev.hopcheck.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells users of a value that cannot be decoded, in words that say what to write instead. */
final class TypeFindings {
  private final boolean secret;

  /** {@code secret}: values of the object must not be shown. */
  TypeFindings(boolean secret) {
    this.secret = secret;
  }

  /** Starts the finding; the caller adds whose it is. */
  Finding.Builder of(TypeFault fault) {
    InputRule rule = rule(fault);
    Finding.Builder finding =
        Finding.of(rule.id(), rule.severity(), headline(fault, rule), place(fault))
            .label(label(fault, rule))
            .field(fault.path().indexed())
            .rejection(new Rejection(fault.field(), Rejection.Reason.DECODING, fault.message()));
    Location via = fault.node().via();
    if (via != null) {
      finding.related(via, "reached through this alias");
    }
    addNotes(fault, rule, finding);
    Fix fix = hides(fault) && fault.cause() == TypeFault.Cause.FORMAT ? null : fix(fault, rule);
    if (fix != null) {
      finding.fix(fix);
    }
    return finding;
  }

  /** What a Secret holds must not be shown, so its key is pointed at. */
  private Location place(TypeFault fault) {
    YamlNode key = fault.key();
    if (secret && fault.cause() == TypeFault.Cause.FORMAT && key != null) {
      return key.location();
    }
    return Places.of(fault.node(), key);
  }

  /** The most telling id. */
  private static InputRule rule(TypeFault fault) {
    if (fault.cause() == TypeFault.Cause.FORMAT) {
      return InputRule.VALUE_INVALID;
    }
    if (fault.cause() == TypeFault.Cause.NO_JSON) {
      return InputRule.WRONG_TYPE;
    }
    if (usesLabelSelector(fault)) {
      return InputRule.SERVICE_SELECTOR_USES_MATCHLABELS;
    }
    if (fault.expected() instanceof FieldType.ListOf && fault.node().isMapping()) {
      return InputRule.PORTS_NOT_A_LIST;
    }
    if (fault.node().isSequence()
        && !(fault.expected() instanceof Leaf)
        && !(fault.expected() instanceof FieldType.ListOf)) {
      return InputRule.LIST_WHERE_MAP_NEEDED;
    }
    return fault.expected() == Leaf.STRING && fault.node().isScalar()
        ? InputRule.STRING_NEEDED
        : InputRule.WRONG_TYPE;
  }

  /**
   * A Service's selector is a plain map of labels; {@code matchLabels} is how workloads write it.
   */
  private static boolean usesLabelSelector(TypeFault fault) {
    String name = fault.path().name();
    return fault.path().isKey()
        && !fault.node().isScalar()
        && (name.equals("matchLabels") || name.equals("matchExpressions"))
        && fault.field().equals("spec.selector")
        && fault.scope().outermost().type().name().equals("Service")
        && fault.expected() == Leaf.STRING;
  }

  /** The headline that the fault would have of its own. */
  String headlineOf(TypeFault fault) {
    return headline(fault, rule(fault));
  }

  private String headline(TypeFault fault, InputRule rule) {
    String name = "`" + Places.cut(fault.path().name()) + "`";
    if (fault.cause() == TypeFault.Cause.FORMAT) {
      return name
          + " must be "
          + wanted(fault.expected())
          + (hides(fault) ? "" : ", not `" + Places.cut(fault.node().text()) + "`");
    }
    if (fault.cause() == TypeFault.Cause.NO_JSON) {
      return name + " is `" + fault.node().text() + "`, which has no form in JSON";
    }
    return switch (rule) {
      case SERVICE_SELECTOR_USES_MATCHLABELS ->
          "a Service's `selector` holds the labels themselves, not " + name;
      case PORTS_NOT_A_LIST -> name + " must be a list, not a mapping";
      case LIST_WHERE_MAP_NEEDED -> subject(fault, name) + " must be a mapping, not a list";
      default ->
          subject(fault, name) + " must be " + wanted(fault.expected()) + ", not " + found(fault);
    };
  }

  /**
   * Whether the value may be a secret: that of a Secret, or of a variable that is named like one.
   */
  private boolean hides(TypeFault fault) {
    if (secret) {
      return true;
    }
    YamlNode name = fault.scope().node().get("name");
    if (name == null || !fault.scope().type().name().equals("EnvVar")) {
      return false;
    }
    return SecretName.is(name.text());
  }

  /** An item of a list has no name of its own. */
  private static String subject(TypeFault fault, String name) {
    if (fault.path().isItem()) {
      return "each item of " + name;
    }
    return fault.path().isKey() ? name + " in `" + fault.path().parent().name() + "`" : name;
  }

  private static String wanted(FieldType type) {
    if (type instanceof FieldType.ListOf) {
      return "a list";
    }
    if (!(type instanceof Leaf leaf)) {
      return "a mapping";
    }
    return switch (leaf) {
      case STRING -> "a string";
      case INT32, INT64 -> "an integer";
      case FLOAT -> "a number";
      case BOOL -> "`true` or `false`";
      case INT_OR_STRING -> "an integer or a string";
      case QUANTITY -> "a quantity such as `500m` or `1Gi`";
      case TIME, MICRO_TIME -> "a time such as `2026-01-31T12:00:00Z`";
      case DURATION -> "a duration such as `1h30m`";
      case BYTES -> "base64 text";
      case ANY, RAW_EXTENSION -> "a value";
    };
  }

  private String found(TypeFault fault) {
    YamlNode node = fault.node();
    if (node.isMapping()) {
      return "a mapping";
    }
    if (node.isSequence()) {
      return "a list";
    }
    String value = hides(fault) ? "" : " `" + Places.cut(node.text()) + "`";
    return switch (node.scalar().type()) {
      case STRING -> "the string" + value;
      case BOOLEAN -> "the boolean" + value;
      case INTEGER ->
          fault.cause() == TypeFault.Cause.NUMBER
              ? "a number beyond " + (fault.expected() == Leaf.INT64 ? 64 : 32) + " bits"
              : "the number" + value;
      case FLOAT, UNSUPPORTED -> "the number" + value;
      case NULL -> "null";
    };
  }

  private static String label(TypeFault fault, InputRule rule) {
    return switch (rule) {
      case PORTS_NOT_A_LIST -> listHint(fault);
      case SERVICE_SELECTOR_USES_MATCHLABELS -> "put the labels directly under `selector`";
      case STRING_NEEDED -> "needs quotes";
      default -> "";
    };
  }

  /** People write {@code env} as a map of names to values. */
  private static String listHint(TypeFault fault) {
    boolean pairs =
        fault.expected() instanceof FieldType.ListOf list
            && list.element() instanceof FieldType.Struct item
            && item.type().field("name") != null
            && item.type().field("value") != null
            && fault.node().get("name") == null;
    return pairs
        ? "write each entry as `- name: ...` and `value: ...`"
        : "each entry needs `- ` in front";
  }

  private void addNotes(TypeFault fault, InputRule rule, Finding.Builder finding) {
    boolean word =
        rule == InputRule.STRING_NEEDED
            && fault.node().scalar().type() == Scalar.Type.BOOLEAN
            && !fault.node().text().equalsIgnoreCase(fault.node().scalar().text());
    if (word && !hides(fault)) {
      finding.note(
          "an unquoted `"
              + fault.node().text()
              + "` is a boolean in YAML 1.1, which Kubernetes reads");
    }
    if (!(hides(fault) && fault.cause() == TypeFault.Cause.FORMAT)) {
      finding.note("the API server answers: `" + fault.message() + "`");
    }
  }

  private @Nullable Fix fix(TypeFault fault, InputRule rule) {
    YamlNode node = fault.node();
    if (rule == InputRule.STRING_NEEDED) {
      return quote(node);
    }
    if (rule == InputRule.SERVICE_SELECTOR_USES_MATCHLABELS) {
      YamlNode selector = fault.scope().node().get("selector");
      return selector == null ? null : SelectorFix.of(selector);
    }
    if (rule == InputRule.PORTS_NOT_A_LIST) {
      return ListFix.of(node, ((FieldType.ListOf) fault.expected()).element());
    }
    return rule == InputRule.WRONG_TYPE && node.isScalar() ? unquote(fault) : null;
  }

  /** Quotes are put around what is written, so that the value itself stands in no report. */
  private static @Nullable Fix quote(YamlNode node) {
    String raw = node.location().text();
    if (!raw.equals(node.text())) {
      return null;
    }
    Location at = node.location();
    Span span = at.span();
    Edit open = new Edit(new Location(at.file(), new Span(span.start(), span.start())), "\"");
    Edit close = new Edit(new Location(at.file(), new Span(span.end(), span.end())), "\"");
    return new Fix("put quotes around the value", applicability(node), List.of(open, close));
  }

  /** A quoted number or boolean where the field takes just that. */
  private static @Nullable Fix unquote(TypeFault fault) {
    String text = fault.node().text();
    boolean number =
        (fault.expected() == Leaf.INT32 || fault.expected() == Leaf.INT64)
            && !text.isEmpty()
            && text.length() < 10
            && text.charAt(0) != '0'
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean flag = fault.expected() == Leaf.BOOL && (text.equals("true") || text.equals("false"));
    if (!number && !flag) {
      return null;
    }
    return new Fix(
        "remove the quotes",
        applicability(fault.node()),
        List.of(new Edit(fault.node().location(), text)));
  }

  /** A value behind an alias is used elsewhere too. */
  private static Applicability applicability(YamlNode node) {
    return node.via() == null ? Applicability.SAFE : Applicability.UNSAFE;
  }
}
