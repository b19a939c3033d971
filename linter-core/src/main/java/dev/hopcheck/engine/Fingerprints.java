package dev.hopcheck.engine;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.ResourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Digests by which a finding is known again after its lines have moved: of its rule, file,
 * resource, field and the text it points at, never of line numbers or words of the message.
 */
public final class Fingerprints {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Fingerprints() {}

  /**
   * One fingerprint for each finding, in the same order; those that would be alike are numbered.
   */
  public static List<String> of(List<Finding> findings) {
    Map<Long, Integer> seen = new HashMap<>();
    List<String> made = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      long digest = digest(finding);
      int earlier = seen.merge(digest, 1, Integer::sum) - 1;
      made.add(hex(earlier == 0 ? digest : add(digest, Integer.toString(earlier))));
    }
    return made;
  }

  private static long digest(Finding finding) {
    ResourceRef resource = finding.resource();
    long digest = add(BASIS, finding.rule().value());
    digest = add(digest, path(finding.location().file().name()));
    digest = add(digest, resource.apiVersion());
    digest = add(digest, resource.kind());
    digest = add(digest, resource.namespace());
    digest = add(digest, resource.name());
    digest = add(digest, finding.field());
    return mix(add(digest, finding.location().text()));
  }

  private static String path(String name) {
    return name.startsWith("./") ? name.substring(2) : name;
  }

  /** FNV-1a over the text and an end mark; fast, and no provider has to be loaded for it. */
  private static long add(long digest, String text) {
    long sum = digest;
    for (int i = 0; i < text.length(); i++) {
      sum = (sum ^ text.charAt(i)) * PRIME;
    }
    return (sum ^ 0x1F) * PRIME;
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    return mixed ^ (mixed >>> 33);
  }

  private static String hex(long value) {
    String digits = Long.toHexString(value);
    return "0".repeat(16 - digits.length()) + digits;
  }
}
