package dev.hopcheck.config;

import dev.hopcheck.schema.SchemaLimits;
import dev.hopcheck.source.SourceLimits;
import dev.hopcheck.yaml.YamlLimits;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of a run (robustness, section 3). Each keeps hostile input from costing more than it
 * may; a problem that one causes names it.
 */
public enum Limit {
  /** Bytes of one file. */
  FILE_SIZE(SourceLimits.DEFAULT.fileBytes(), "bytes of one file", "the file is not read"),
  /** Bytes of all files. */
  RUN_SIZE(
      SourceLimits.DEFAULT.runBytes(),
      Long.MAX_VALUE,
      "bytes of all files",
      "the files after that are not read"),
  /** Number of files. */
  FILES(SourceLimits.DEFAULT.files(), "files", "the files after that are not read"),
  /** Characters of one document. */
  DOCUMENT_SIZE(
      YamlLimits.DEFAULT.documentCodePoints(),
      "characters of one document",
      "the document is not read"),
  /** Nesting of one document. */
  DEPTH(
      YamlLimits.DEFAULT.depth(),
      500,
      "levels of nesting in a document",
      "the document is not read"),
  /** Nodes written in one document. */
  NODES(YamlLimits.DEFAULT.nodes(), "nodes written in a document", "the document is not read"),
  /** Nodes of one document after aliases are followed. */
  EXPANDED_NODES(
      YamlLimits.DEFAULT.expandedNodes(),
      "nodes of a document once aliases are followed",
      "the document is not read"),
  /** Seconds of processor time on one document, by one stage or one rule. */
  DOCUMENT_TIME(
      5,
      86_400,
      "seconds of work on one document, or of one rule on it; six times that where it waits",
      "the document is not checked"),
  /** Seconds of the whole run. */
  RUN_TIME(600, "seconds for all; also `--timeout`", "the rest is not checked"),
  /** Findings shown of one file. */
  FILE_FINDINGS(1_000, "findings shown of one file", "the rest is counted, not shown"),
  /** Findings shown of a run. */
  RUN_FINDINGS(25_000, "findings shown in all", "the rest is counted, not shown"),
  /** Schemas applied to the values of one custom resource. */
  SCHEMA_WORK(
      SchemaLimits.DEFAULT.work(),
      "steps of a schema on one object",
      "the object is not validated"),
  /** Findings of one custom resource. */
  SCHEMA_FINDINGS(
      SchemaLimits.DEFAULT.findings(),
      "findings by a schema in one object",
      "the rest is counted, not shown"),
  /** Characters of one pattern of a schema. */
  PATTERN_LENGTH(
      SchemaLimits.DEFAULT.patternLength(),
      "characters of a pattern of a schema",
      "the pattern is not applied"),
  /** Nesting of groups of one pattern. */
  PATTERN_DEPTH(
      SchemaLimits.DEFAULT.patternDepth(),
      "groups within groups of a pattern",
      "the pattern is not applied"),
  /** Repetitions that one pattern counts. */
  PATTERN_REPEAT(
      SchemaLimits.DEFAULT.patternRepeat(),
      SchemaLimits.MOST_REPEAT,
      "repetitions that a pattern counts",
      "the pattern is not applied"),
  /** Steps of all patterns on one object. */
  PATTERN_WORK(
      SchemaLimits.DEFAULT.patternWork(),
      "steps of all patterns on one object",
      "the object is not validated"),
  /** Bytes of one expectation, or of another question. */
  QUERY_SIZE(4_096, 1 << 20, "bytes of one expectation", "the line is not checked"),
  /** Bytes of the stack of one thread. */
  STACK_SIZE(16 << 20, 1 << 30, "bytes of each thread's stack", "the document is not checked");

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final long usual;
  private final long most;
  private final String what;
  private final String when;

  Limit(long usual, String what, String when) {
    this(usual, Integer.MAX_VALUE, what, when);
  }

  Limit(long usual, long most, String what, String when) {
    this.usual = usual;
    this.most = most;
    this.what = what;
    this.when = when;
  }

  /** The limit of that name; null where there is none. */
  public static @Nullable Limit of(String word) {
    for (Limit limit : values()) {
      if (limit.word.equals(word)) {
        return limit;
      }
    }
    return null;
  }

  /** All names, for people. */
  public static String words() {
    StringBuilder words = new StringBuilder();
    for (Limit limit : values()) {
      words.append(words.length() == 0 ? "" : ", ").append(limit.word);
    }
    return words.toString();
  }

  /** The name in options, in the configuration and in problems, such as {@code file-size}. */
  public String word() {
    return word;
  }

  /** The value that counts where none is given. */
  public long usual() {
    return usual;
  }

  /** The largest value that may be given; the least is 1. */
  public long most() {
    return most;
  }

  /** What is counted. */
  public String what() {
    return what;
  }

  /** What happens when it is exceeded. */
  public String when() {
    return when;
  }

  /**
   * Reads a value.
   *
   * @return 0 where the text is none, or not from 1 to {@link #most}
   */
  public long read(String text) {
    if (text.isEmpty() || text.length() > 19) {
      return 0;
    }
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
        return 0;
      }
      value = value * 10 + digit;
    }
    return value <= most ? value : 0;
  }

  /** What {@link #read} takes, for people. */
  public String range() {
    return "a whole number from 1" + (most == Long.MAX_VALUE ? "" : " to " + most);
  }
}
