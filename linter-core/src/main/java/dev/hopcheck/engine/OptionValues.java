package dev.hopcheck.engine;

import dev.hopcheck.cluster.Units;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.schema.KubernetesVersion;
import dev.hopcheck.source.SourceLimits;
import dev.hopcheck.yaml.YamlLimits;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of options as all shells understand them. */
public final class OptionValues {
  private static final String SIZES =
      "file-size, run-size, files, document-size, depth, nodes, expanded-nodes";

  /**
   * The deepest nesting that {@code --limit depth} may ask for; deeper ones need a larger stack.
   */
  private static final int DEEPEST = 500;

  private OptionValues() {}

  /** A severity. */
  public static Severity severity(String option, String word) throws UsageException {
    for (Severity severity : Severity.values()) {
      if (severity.word().equals(word)) {
        return severity;
      }
    }
    throw unknown(option, word, "error, warning, info");
  }

  /** A threshold; null for {@code never}. */
  public static @Nullable Severity failOn(String word) throws UsageException {
    if (word.equals("never")) {
      return null;
    }
    for (Severity severity : Severity.values()) {
      if (severity.word().equals(word)) {
        return severity;
      }
    }
    throw unknown("--fail-on", word, "error, warning, info, never");
  }

  static Units.Mode unit(String word) throws UsageException {
    for (Units.Mode mode : Units.Mode.values()) {
      if (mode.name().toLowerCase(Locale.ROOT).equals(word)) {
        return mode;
      }
    }
    throw unknown("--unit", word, "folder, file, all");
  }

  static KubernetesVersion version(String text) throws UsageException {
    KubernetesVersion version = KubernetesVersion.parse(text);
    if (version == null) {
      throw unknown(
          "--kubernetes-version",
          text,
          KubernetesVersion.OLDEST + " to " + KubernetesVersion.NEWEST);
    }
    return version;
  }

  static LocalDate date(String text) throws UsageException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noDate) {
      throw unknown("--today", text, "a date such as 2027-01-31");
    }
  }

  /** A whole number of at least 1. */
  public static int number(String option, String text) throws UsageException {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      throw unknown(option, text, "a whole number from 1");
    }
    throw unknown(option, text, "a whole number from 1");
  }

  /** Sets limits given as {@code NAME=VALUE}. */
  static void limits(List<String> texts, LintRequest.Builder request) throws UsageException {
    SourceLimits files = SourceLimits.DEFAULT;
    YamlLimits documents = YamlLimits.DEFAULT;
    for (String text : texts) {
      int equals = text.indexOf('=');
      String name = equals < 0 ? text : text.substring(0, equals);
      String option = "--limit " + name;
      int value = number(option, equals < 0 ? "" : text.substring(equals + 1));
      switch (name) {
        case "file-size" -> files = new SourceLimits(value, files.runBytes(), files.files());
        case "run-size" -> files = new SourceLimits(files.fileBytes(), value, files.files());
        case "files" -> files = new SourceLimits(files.fileBytes(), files.runBytes(), value);
        case "document-size", "depth", "nodes", "expanded-nodes" ->
            documents = documents(documents, name, value);
        default -> throw unknown("--limit", name, SIZES);
      }
    }
    request.limits(files, documents);
  }

  private static YamlLimits documents(YamlLimits old, String name, int value)
      throws UsageException {
    if (name.equals("depth") && value > DEEPEST) {
      throw unknown("--limit depth", Integer.toString(value), "at most " + DEEPEST);
    }
    return new YamlLimits(
        name.equals("document-size") ? value : old.documentCodePoints(),
        name.equals("depth") ? value : old.depth(),
        name.equals("nodes") ? value : old.nodes(),
        name.equals("expanded-nodes") ? value : old.expandedNodes());
  }

  private static UsageException unknown(String option, String word, String allowed) {
    return new UsageException(option + " is not `" + word + "`; possible: " + allowed);
  }
}
