package dev.hopcheck.promise;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a real server said of one document.
 *
 * @param stage how far the server came
 * @param causes reason and field, a blank between; a key that stands twice in YAML has its line,
 *     counted within the document
 */
record RecordedVerdict(Stage stage, Set<String> causes) {
  private static final Pattern ITEM =
      Pattern.compile("(unknown|duplicate) field \"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern LINE = Pattern.compile("line (\\d+): key .*? already set in map");
  private static final Pattern FIELD =
      Pattern.compile("Go struct field \\w+\\.([\\w.\\-/]+) of type");
  private static final String STRICT = "strict decoding error: ";
  private static final String DOUBLED = "DuplicateField line ";
  private static final Set<Integer> OF_THE_CLUSTER = Set.of(403, 404, 500);

  /** How far the server came. */
  enum Stage {
    ACCEPTED,
    /** Unknown or doubled fields, and what else is wrong. */
    STRICT,
    /** A value that does not fit its type; the server stops there. */
    DECODING,
    VALIDATION
  }

  /** Reads a record; null where the answer depends on more than the document. */
  static @Nullable RecordedVerdict of(JsonNode row) {
    JsonNode strict = row.get("strict");
    JsonNode lenient = row.get("lenient");
    String note = row.path("note").asString("");
    if (OF_THE_CLUSTER.contains(strict.get("code").asInt())
        || OF_THE_CLUSTER.contains(lenient.get("code").asInt())
        || note.equals("no-kind")
        || note.equals("other-kind")
        || row.path("artefact").asBoolean(false)) {
      return null;
    }
    if (strict.get("code").asInt() == 201) {
      return new RecordedVerdict(Stage.ACCEPTED, Set.of());
    }
    String message = strict.path("message").asString("");
    int start = message.indexOf(STRICT);
    if (start >= 0) {
      Set<String> causes = strict(message.substring(start + STRICT.length()));
      causes.addAll(causes(lenient));
      return new RecordedVerdict(Stage.STRICT, causes);
    }
    Set<String> causes = causes(strict);
    if (!causes.isEmpty()) {
      return new RecordedVerdict(Stage.VALIDATION, causes);
    }
    Matcher field = FIELD.matcher(message);
    return new RecordedVerdict(
        Stage.DECODING, Set.of("Decoding " + (field.find() ? field.group(1) : "")));
  }

  private static Set<String> strict(String text) {
    Set<String> causes = new TreeSet<>();
    Matcher items = ITEM.matcher(text);
    while (items.find()) {
      String reason = items.group(1).equals("unknown") ? "UnknownField " : "DuplicateField ";
      causes.add(reason + items.group(2).replace("\\\"", "\""));
    }
    Matcher lines = LINE.matcher(text);
    while (lines.find()) {
      causes.add(DOUBLED + lines.group(1));
    }
    return causes;
  }

  private static Set<String> causes(JsonNode verdict) {
    Set<String> causes = new TreeSet<>();
    for (JsonNode cause : verdict.path("causes")) {
      String reason = cause.path("reason").asString("");
      if (!reason.isEmpty()) {
        causes.add(reason + " " + cause.path("field").asString(""));
      }
    }
    return causes;
  }

  boolean rejected() {
    return stage != Stage.ACCEPTED;
  }

  /**
   * Whether both give the same causes.
   *
   * @param before number of lines of the file before the document
   */
  boolean agrees(Verdict ours, int before) {
    if (stage == Stage.DECODING) {
      return decodes(ours);
    }
    boolean byLine = false;
    Set<String> left = new TreeSet<>();
    for (String cause : causes) {
      if (!cause.startsWith(DOUBLED)) {
        left.add(cause);
        continue;
      }
      byLine = true;
      int line = Integer.parseInt(cause.substring(DOUBLED.length()));
      if (!ours.doubled().contains(line) && !ours.doubled().contains(line + before)) {
        return false;
      }
    }
    Set<String> said = new TreeSet<>(ours.causes());
    if (byLine) {
      said.removeIf(cause -> cause.startsWith("DuplicateField "));
    }
    return left.equals(said);
  }

  /** The server names a field without indexes, or one above it. */
  private boolean decodes(Verdict ours) {
    String field = causes.iterator().next().substring("Decoding ".length());
    boolean found = false;
    for (String cause : ours.causes()) {
      if (cause.equals("Syntax ") && field.isEmpty()) {
        return true;
      }
      if (!cause.startsWith("Decoding ")) {
        continue;
      }
      String own = plain(cause.substring("Decoding ".length()));
      boolean above = field.startsWith(own + ".") && dots(own) >= dots(field) - 1;
      found |= field.isEmpty() || own.equals(field) || own.startsWith(field + ".") || above;
    }
    return found;
  }

  /** A field path without indexes and keys. */
  static String plain(String field) {
    return field.replaceAll("\\[[^\\]]*\\]", "");
  }

  private static long dots(String path) {
    return path.chars().filter(c -> c == '.').count();
  }
}
