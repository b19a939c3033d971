package dev.hopcheck.engine;

import dev.hopcheck.finding.RuleId;

/**
 * One known finding; it binds the file, the object, the rule and what is written there, and no line
 * number.
 *
 * @param line of the baseline where it stands, from 1; 0 where it stands in none yet
 * @param file path below the root of the baseline
 * @param object kind, namespace and name with slashes between; empty where there is none
 * @param digest of the field and the text that the finding points at
 * @param message for those who review the file; it binds nothing
 */
public record BaselineEntry(
    int line, String file, String object, RuleId rule, String digest, String message)
    implements Comparable<BaselineEntry> {
  /** What binds. */
  record Key(String file, String object, RuleId rule, String digest) {}

  /** The same with the file's path below another root. */
  BaselineEntry under(String otherFile) {
    return new BaselineEntry(line, otherFile, object, rule, digest, message);
  }

  Key key() {
    return new Key(file, object, rule, digest);
  }

  /** Which rule says something of which object, whatever it points at. */
  Key about() {
    return new Key(file, object, rule, "");
  }

  @Override
  public int compareTo(BaselineEntry other) {
    int order = file.compareTo(other.file);
    order = order != 0 ? order : object.compareTo(other.object);
    order = order != 0 ? order : rule.compareTo(other.rule);
    return order != 0 ? order : digest.compareTo(other.digest);
  }
}
