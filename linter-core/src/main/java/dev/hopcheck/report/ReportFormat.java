package dev.hopcheck.report;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.rule.Catalogue;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The formats in which a lint result can be written. */
public enum ReportFormat {
  /** For people, with source lines. */
  TEXT,
  /** For programs; a contract with a published schema. */
  JSON,
  /** SARIF 2.1.0, for code scanning. */
  SARIF,
  /** Annotations in the log of a GitHub workflow. */
  GITHUB,
  /** GitLab's code quality, for merge requests. */
  GITLAB,
  /** JUnit XML, which most CI servers show as tests. */
  JUNIT,
  /** A page for the summary of a job. */
  MARKDOWN,
  /** One page for browsers, with pictures of the routes. */
  HTML;

  /** The word that users write. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How the name of a file in this format ends, behind the dot. */
  public String extension() {
    return switch (this) {
      case TEXT, JSON, SARIF, GITHUB, HTML -> word();
      case GITLAB -> "gitlab.json";
      case JUNIT -> "xml";
      case MARKDOWN -> "md";
    };
  }

  /** The format of that word; null for none. */
  public static @Nullable ReportFormat parse(String word) {
    for (ReportFormat format : values()) {
      if (format.word().equals(word)) {
        return format;
      }
    }
    return null;
  }

  /** Whether it shows the networks of units, which the request must then ask for. */
  public boolean needsNetworks() {
    return this == HTML;
  }

  /** The report of this format. */
  public LintReport report(Options options) {
    return switch (this) {
      case TEXT -> new TextReport(options);
      case JSON -> new JsonReport();
      case SARIF -> new SarifReport(options);
      case GITHUB -> new GithubReport(options);
      case GITLAB -> new GitlabReport(options);
      case JUNIT -> new JunitReport(options);
      case MARKDOWN -> new MarkdownReport(options);
      case HTML -> new HtmlReport(options);
    };
  }

  /**
   * What reports need to know besides the result.
   *
   * @param show findings below are only counted in reports for people
   * @param colour whether to use the terminal's colours
   * @param summary whether the closing lines are wanted
   * @param failOn findings of this severity or more fail the run; null for never
   * @param folder in which the run was started, absolute: names of files below are shown from there
   * @param catalogue the rules that ran
   * @param version of the product; empty where it is not known
   */
  public record Options(
      Severity show,
      boolean colour,
      boolean summary,
      @Nullable Severity failOn,
      Path folder,
      Catalogue catalogue,
      String version) {
    ReportPath paths() {
      return new ReportPath(folder.toString().replace('\\', '/'));
    }
  }
}
