package dev.hopcheck.schema;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.finding.Rejection.Reason;
import dev.hopcheck.source.Location;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells users of what breaks the schema of a custom resource. */
final class CustomFindings {
  /** The value that breaks the schema, and the key that leads to it. */
  private record Place(String path, YamlNode node, @Nullable YamlNode key) {}

  private CustomFindings() {}

  static Finding.Builder pruned(CustomFields.Pruned field) {
    String name = field.entry().key();
    String path = field.path().indexed();
    Finding.Builder finding =
        Finding.of(
                InputRule.UNKNOWN_FIELD.id(),
                InputRule.UNKNOWN_FIELD.severity(),
                "unknown field `" + Places.cut(name) + "`",
                field.entry().keyNode().location())
            .field(path)
            .rejection(new Rejection(path, Reason.UNKNOWN_FIELD, "unknown field \"" + path + "\""));
    NearestName near = NearestName.of(name, field.known());
    if (near.only() != null) {
      finding.label("did you mean `" + near.only() + "`?");
      finding.fix(
          "change `" + Places.cut(name) + "` to `" + near.only() + "`",
          Applicability.UNSAFE,
          field.entry().keyNode().location(),
          near.names().get(0));
    } else {
      finding.label("the schema has no such field");
    }
    return finding.note(
        "strict validation, kubectl's default, refuses the object; without it the field is dropped silently");
  }

  /** Says that a definition has more to say of its objects than was checked here. */
  static Finding unevaluated(CustomKind kind, YamlEntry expressions) {
    InputRule rule = InputRule.CUSTOM_RESOURCE_EXPRESSIONS;
    YamlNode where = expressions.keyNode();
    return Finding.of(
            rule.id(),
            rule.severity(),
            "`"
                + expressions.key()
                + "` for `"
                + kind.kind()
                + "` ("
                + kind.apiVersion()
                + ") were not evaluated",
            where.location())
        .label("only the API server evaluates these")
        .note("its objects were checked against the rest of the schema; the server may refuse more")
        .build();
  }

  /** Whether the value is filled in before it is sent, so that nobody knows whether it fits. */
  static boolean isGuess(Violation violation, YamlNode root) {
    return place(violation.path(), root).node().isPlaceholder();
  }

  static Finding.Builder of(Violation violation, YamlNode root) {
    Place place = place(violation.path(), root);
    boolean names =
        violation.keyword().equals("required")
            || violation.keyword().equals("additionalProperties");
    String path = names ? child(place.path(), violation.detail()) : place.path();
    YamlEntry extra =
        violation.keyword().equals("additionalProperties")
            ? place.node().entry(violation.detail())
            : null;
    Location at =
        extra != null ? extra.keyNode().location() : Places.of(place.node(), keyOf(place, root));
    Reason reason = reason(violation.keyword());
    InputRule rule = rule(reason);
    String message = message(violation, place);
    return Finding.of(rule.id(), rule.severity(), headline(violation, place, path), at)
        .field(path)
        .rejection(new Rejection(path, reason, message))
        .note(
            "the schema of the custom resource says so, and the API server answers: `"
                + message
                + "`");
  }

  /**
   * What stands at the top level has no key of its own: the value of {@code kind} is pointed at.
   */
  private static @Nullable YamlNode keyOf(Place place, YamlNode root) {
    if (place.key() != null) {
      return place.key();
    }
    return place.path().isEmpty() ? root.get("kind") : null;
  }

  private static Place place(List<Object> steps, YamlNode root) {
    YamlNode node = root;
    YamlNode key = null;
    StringBuilder path = new StringBuilder();
    for (Object step : steps) {
      if (step instanceof Integer index && node.isSequence() && index < node.items().size()) {
        node = node.items().get(index);
        key = node.isScalar() ? null : key;
        path.append('[').append(index).append(']');
        continue;
      }
      YamlEntry entry = node.entry(String.valueOf(step));
      if (entry == null) {
        break;
      }
      node = entry.value();
      key = entry.keyNode();
      path.append(path.isEmpty() ? "" : ".").append(entry.key());
    }
    return new Place(path.toString(), node, key);
  }

  private static String child(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static Reason reason(String keyword) {
    return switch (keyword) {
      case "required" -> Reason.REQUIRED;
      case "type" -> Reason.TYPE_INVALID;
      case "enum" -> Reason.NOT_SUPPORTED;
      case "maxLength" -> Reason.TOO_LONG;
      case "maxItems", "maxProperties" -> Reason.TOO_MANY;
      case "uniqueItems" -> Reason.DUPLICATE;
      case "additionalProperties" -> Reason.UNKNOWN_FIELD;
      default -> Reason.INVALID;
    };
  }

  private static InputRule rule(Reason reason) {
    return switch (reason) {
      case REQUIRED -> InputRule.REQUIRED_FIELD_MISSING;
      case TYPE_INVALID -> InputRule.WRONG_TYPE;
      case NOT_SUPPORTED -> InputRule.VALUE_NOT_SUPPORTED;
      case DUPLICATE -> InputRule.VALUE_DUPLICATE;
      case UNKNOWN_FIELD -> InputRule.UNKNOWN_FIELD;
      default -> InputRule.VALUE_INVALID;
    };
  }

  private static String headline(Violation violation, Place place, String path) {
    String name = "`" + Places.cut(path.isEmpty() ? "the object" : path) + "`";
    String detail = "`" + Places.cut(violation.detail()) + "`";
    return switch (violation.keyword()) {
      case "required" -> name + " is missing";
      case "additionalProperties" -> "unknown field " + name;
      case "type" ->
          name + " must be of type " + detail + ", not " + GoWords.jsonType(place.node());
      case "enum", "const" -> name + " has a value that is not supported" + shown(place);
      case "pattern" -> name + " does not match " + detail + shown(place);
      case "minimum", "exclusiveMinimum" -> name + " is below its minimum " + detail + shown(place);
      case "maximum", "exclusiveMaximum" -> name + " is above its maximum " + detail + shown(place);
      case "minLength", "minItems", "minProperties" -> name + " is shorter than " + detail;
      case "maxLength", "maxItems", "maxProperties" -> name + " is longer than " + detail;
      case "uniqueItems" -> name + " holds an item twice";
      case "anyOf", "oneOf" -> name + " fits none of the alternatives of its schema";
      default -> name + " breaks `" + violation.keyword() + "` of its schema" + shown(place);
    };
  }

  private static String shown(Place place) {
    return place.node().isScalar() ? ": `" + Places.cut(place.node().text()) + "`" : "";
  }

  private static String message(Violation violation, Place place) {
    String in = place.path().isEmpty() ? "object" : place.path();
    return switch (violation.keyword()) {
      case "required" -> "Required value";
      case "additionalProperties" ->
          "unknown field \"" + child(place.path(), violation.detail()) + "\"";
      case "type" ->
          "Invalid value: \""
              + GoWords.jsonType(place.node())
              + "\": "
              + in
              + " in body must be of type "
              + violation.detail();
      case "enum" -> "Unsupported value: \"" + place.node().text() + "\"";
      default ->
          "Invalid value: "
              + in
              + " in body breaks "
              + violation.keyword()
              + " "
              + violation.detail();
    };
  }
}
