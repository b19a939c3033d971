package dev.hopcheck.config;

import dev.hopcheck.cluster.Units;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.network.ClusterFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a team has agreed on, as {@code hopcheck.yaml} says it. It chooses among built-in rules,
 * severities and facts, and names nothing outside the working directory (robustness 107).
 *
 * @param file the name shown
 * @param choices rules for everything, then those of overrides; the last that means a finding
 *     counts
 * @param unit how files are put together; null where it is not said
 * @param units folders that are one unit each, with all below them
 * @param closed whether the input is all there is
 * @param namespace of objects that name none; null where it is not said
 * @param version of the API server, as written; null where it is not said
 * @param schemas files and folders with definitions of custom resources
 * @param cluster facts of the cluster; null where none are given
 * @param exclude files that are not read
 * @param limits bounds of the run, as far as they are said
 * @param failOn {@code error}, {@code warning}, {@code info} or {@code never}; null where it is not
 *     said
 * @param show the least severity that text shows; null where it is not said
 */
public record Configuration(
    String file,
    List<Choice> choices,
    Units.@Nullable Mode unit,
    List<String> units,
    boolean closed,
    @Nullable String namespace,
    @Nullable String version,
    List<String> schemas,
    @Nullable ClusterFacts cluster,
    List<Glob> exclude,
    Limits limits,
    @Nullable String failOn,
    @Nullable Severity show) {
  /** The name by which it is found in the working directory, and nowhere else. */
  public static final String NAME = "hopcheck.yaml";

  public Configuration {
    choices = List.copyOf(choices);
    units = List.copyOf(units);
    schemas = List.copyOf(schemas);
    exclude = List.copyOf(exclude);
  }

  /** The choice that counts for a finding; null where none means it. */
  public @Nullable Choice choice(Finding finding, String path, String namespace) {
    for (int i = choices.size() - 1; i >= 0; i--) {
      if (choices.get(i).means(finding, path, namespace)) {
        return choices.get(i);
      }
    }
    return null;
  }

  /** The pattern that excludes a path; null where it is read. */
  public @Nullable Glob excluding(String path) {
    for (Glob glob : exclude) {
      if (glob.matches(path)) {
        return glob;
      }
    }
    return null;
  }

  /** The folder of {@code units} that holds a path; null where none does. */
  public @Nullable String unitOf(String path) {
    String longest = null;
    for (String folder : units) {
      boolean inside =
          folder.isEmpty()
              || path.startsWith(folder)
                  && path.length() > folder.length()
                  && path.charAt(folder.length()) == '/';
      if (inside && (longest == null || folder.length() > longest.length())) {
        longest = folder;
      }
    }
    return longest;
  }
}
