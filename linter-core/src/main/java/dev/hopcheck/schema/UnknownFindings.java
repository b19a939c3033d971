package dev.hopcheck.schema;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Edit;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Fix;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.source.Location;
import dev.hopcheck.value.GoText;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells users of fields that no struct has, and what they may have meant. */
final class UnknownFindings {
  private UnknownFindings() {}

  /** Starts the finding; the caller adds whose it is. */
  static Finding.Builder of(UnknownField unknown) {
    String name = unknown.entry().key();
    List<String> free = freeNames(unknown.scope());
    NearestName near = NearestName.of(name, free);
    String above = FieldSearch.above(name, unknown.scope());
    String below = above == null ? FieldSearch.below(name, unknown.scope().type()) : null;
    String elsewhere =
        above == null && below == null
            ? FieldSearch.below(name, unknown.scope().outermost().type())
            : null;
    InputRule rule = InputRule.UNKNOWN_FIELD;
    Finding.Builder finding =
        Finding.of(
                rule.id(),
                rule.severity(),
                "unknown field `" + Places.cut(name) + "`",
                unknown.entry().keyNode().location())
            .field(unknown.path().indexed())
            .rejection(rejection(unknown));
    Location via = unknown.entry().keyNode().via();
    if (via != null) {
      finding.related(via, "reached through this alias");
    }
    String versions = unknown.scope().type().otherVersions(name);
    boolean spelling =
        !near.names().isEmpty() && (near.distance() <= 1 || above == null && below == null);
    if (!versions.isEmpty()) {
      finding.label(versions);
    } else if (spelling) {
      finding.label("did you mean " + listed(near.names()) + "?");
      finding.fix(rename(unknown, near));
    } else if (above != null) {
      finding.label("belongs to `" + above + "`");
    } else if (below != null) {
      finding.label("belongs to `" + prefixed(unknown.scope().path(), below) + "`");
    } else if (elsewhere != null) {
      finding.label("belongs to `" + elsewhere + "`");
    } else {
      finding.label("`" + unknown.scope().type().name() + "` has no such field");
    }
    finding.note(
        "strict validation, kubectl's default, refuses the object; without it the field is dropped silently");
    return finding;
  }

  /** What the server says of one more use of the same text. */
  static Rejection rejection(UnknownField unknown) {
    String quoted = GoText.quote(unknown.path().indexed());
    // The server writes the path quoted, and with it what cannot be seen: `\u200b`.
    String path = quoted.substring(1, quoted.length() - 1).replace("\\\"", "\"");
    return new Rejection(path, Rejection.Reason.UNKNOWN_FIELD, "unknown field " + quoted);
  }

  /** Names of the struct that the mapping does not use yet. */
  private static List<String> freeNames(Scope scope) {
    List<String> free = new ArrayList<>();
    for (String name : scope.type().fieldNames()) {
      if (scope.node().entry(name) == null) {
        free.add(name);
      }
    }
    return free;
  }

  private static Fix rename(UnknownField unknown, NearestName near) {
    @Nullable String only = near.only();
    String name = only == null ? near.names().get(0) : only;
    FieldType type = unknown.scope().type().field(name);
    boolean safe =
        only != null
            && near.distance() <= 1
            && unknown.entry().keyNode().via() == null
            && !unknown.entry().merged()
            && type != null
            && fits(unknown.entry().value(), type);
    return new Fix(
        "change `" + Places.cut(unknown.entry().key()) + "` to `" + name + "`",
        safe ? Applicability.SAFE : Applicability.UNSAFE,
        List.of(new Edit(unknown.entry().keyNode().location(), name)));
  }

  /** Whether the value has the shape that the field wants. */
  private static boolean fits(YamlNode value, FieldType type) {
    if (type instanceof FieldType.ListOf) {
      return value.isSequence();
    }
    return type instanceof FieldType.Leaf ? value.isScalar() : value.isMapping();
  }

  private static String prefixed(DecodingPath path, String below) {
    String own = path.indexed();
    return own.isEmpty() ? below : own + "." + below;
  }

  private static String listed(List<String> names) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < names.size() && i < 3; i++) {
      text.append(i == 0 ? "`" : i + 1 == Math.min(3, names.size()) ? " or `" : ", `");
      text.append(names.get(i)).append('`');
    }
    return text.toString();
  }
}
