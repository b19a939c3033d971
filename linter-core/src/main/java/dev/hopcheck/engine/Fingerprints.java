package dev.hopcheck.engine;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.ResourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Digests by which a finding is known again after its lines have moved: of its rule, file,
 * resource, field and the text it points at, never of line numbers, places in lists or words of the
 * message.
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

  /** A digest of the field and the text that a finding points at, whatever file it lies in. */
  static String ofContent(Finding finding) {
    return hex(mix(add(addField(BASIS, finding.field()), finding.location().text())));
  }

  /** The digest of the same content for the second and later findings that are alike. */
  static String numbered(String digest, int earlier) {
    return earlier == 0 ? digest : hex(mix(add(add(BASIS, digest), Integer.toString(earlier))));
  }

  private static long digest(Finding finding) {
    ResourceRef resource = finding.resource();
    long digest = add(BASIS, finding.rule().value());
    digest = add(digest, path(finding.location().name()));
    digest = add(digest, resource.apiVersion());
    digest = add(digest, resource.kind());
    digest = add(digest, resource.namespace());
    digest = add(digest, resource.name());
    digest = addField(digest, finding.field());
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

  /** The field's path without the numbers of list items, which move when another is put before. */
  private static long addField(long digest, String field) {
    long sum = digest;
    int at = 0;
    while (at < field.length()) {
      char c = field.charAt(at);
      sum = (sum ^ c) * PRIME;
      at++;
      while (c == '[' && at < field.length() && Character.isDigit(field.charAt(at))) {
        at++;
      }
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
