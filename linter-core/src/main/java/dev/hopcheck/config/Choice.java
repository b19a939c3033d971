package dev.hopcheck.config;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.finding.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule as a configuration sets it.
 *
 * @param line where it stands, from 1
 * @param severity what the rule's usual severity becomes; null for off
 * @param paths which files are meant; empty for all
 * @param objects which objects are meant; empty for all
 * @param reason why; empty only where everything is meant
 */
public record Choice(
    int line,
    RuleId rule,
    @Nullable Severity severity,
    List<Glob> paths,
    List<ObjectPattern> objects,
    String reason) {
  public Choice {
    paths = List.copyOf(paths);
    objects = List.copyOf(objects);
  }

  /**
   * Whether a finding is meant.
   *
   * @param path of its file, below the working directory
   * @param namespace of objects that name none
   */
  public boolean means(Finding finding, String path, String namespace) {
    return finding.rule().equals(rule) && meansPath(path) && meansObject(finding, namespace);
  }

  private boolean meansPath(String path) {
    for (Glob glob : paths) {
      if (glob.matches(path)) {
        return true;
      }
    }
    return paths.isEmpty();
  }

  private boolean meansObject(Finding finding, String namespace) {
    for (ObjectPattern object : objects) {
      if (object.matches(finding.resource(), namespace)) {
        return true;
      }
    }
    return objects.isEmpty();
  }

  /** What is meant, in words; empty for everything. */
  public String scope() {
    StringBuilder scope = new StringBuilder();
    for (Glob glob : paths) {
      scope.append(scope.length() == 0 ? "" : ", ").append(glob.text());
    }
    String and = paths.isEmpty() ? "" : " and ";
    for (ObjectPattern object : objects) {
      scope.append(and).append(object);
      and = ", ";
    }
    return scope.toString();
  }
}
