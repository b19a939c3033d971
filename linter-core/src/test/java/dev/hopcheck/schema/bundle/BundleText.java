package dev.hopcheck.schema.bundle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Merges the releases into the two resources of the bundle. Structs that no kind reaches are left
 * out. A version without a release of its own has what either neighbour has.
 */
final class BundleText {
  private static final int FIRST = 28;
  private static final int LAST = 36;

  /** The bit of 1.29, which has no release of its own. */
  private static final int BETWEEN = 1 << 1;

  /** Kinds of 1.30 that 1.29 did not serve yet. */
  private static final Set<String> NOT_YET =
      Set.of(
          "admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy",
          "admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding",
          "resource.k8s.io/v1alpha2 ResourceClaimParameters",
          "resource.k8s.io/v1alpha2 ResourceClassParameters",
          "resource.k8s.io/v1alpha2 ResourceSlice",
          "storagemigration.k8s.io/v1alpha1 StorageVersionMigration");

  /** Kinds of 1.28 that 1.29 did not serve any more. */
  private static final Set<String> NO_MORE =
      Set.of(
          "flowcontrol.apiserver.k8s.io/v1beta2 FlowSchema",
          "flowcontrol.apiserver.k8s.io/v1beta2 PriorityLevelConfiguration",
          "networking.k8s.io/v1alpha1 ClusterCIDR");

  private final Map<String, Map<String, Map<String, Integer>>> structs = new TreeMap<>();
  private final Map<String, Integer> kinds = new TreeMap<>();

  /** The text of {@code types.tsv} and {@code kinds.tsv}. */
  record Text(String types, String kinds) {}

  static Text of(Path folder) {
    BundleText bundle = new BundleText();
    for (ClientRelease release : ClientRelease.ALL) {
      bundle.add(release.read(folder), bits(release.minor()));
    }
    return new Text(withDigest(bundle.types()), withDigest(bundle.kindLines()));
  }

  /** Puts a checksum in front, by which the reader sees damage. */
  private static String withDigest(String lines) {
    CRC32 crc = new CRC32();
    crc.update(lines.getBytes(StandardCharsets.UTF_8));
    return "#\t" + Long.toHexString(crc.getValue()) + "\n" + lines;
  }

  /** One bit a version; 1.29 goes with both neighbours. */
  private static int bits(int minor) {
    int own = 1 << (minor - FIRST);
    return minor == 28 || minor == 30 ? own | 1 << (29 - FIRST) : own;
  }

  private void add(ClientRelease.Content content, int bits) {
    Set<String> reached = new TreeSet<>();
    for (Map.Entry<String, ClientRelease.Served> kind : content.kinds().entrySet()) {
      boolean before = (bits & 1) == 0 && NOT_YET.contains(kind.getKey());
      boolean after = (bits & 1) == 1 && NO_MORE.contains(kind.getKey());
      int served = before || after ? bits & ~BETWEEN : bits;
      String line =
          kind.getKey()
              + "\t"
              + kind.getValue().struct()
              + "\t"
              + (kind.getValue().namespaced() ? "namespaced" : "cluster");
      kinds.merge(line, served, (a, b) -> a | b);
      reach(kind.getValue().struct(), content.structs(), reached);
    }
    for (String struct : reached) {
      for (Map.Entry<String, String> field : fields(struct, content.structs()).entrySet()) {
        structs
            .computeIfAbsent(struct, key -> new TreeMap<>())
            .computeIfAbsent(field.getKey(), key -> new TreeMap<>())
            .merge(field.getValue(), bits, (a, b) -> a | b);
      }
      structs.computeIfAbsent(struct, key -> new TreeMap<>());
    }
  }

  private static Map<String, String> fields(String struct, Map<String, Map<String, String>> all) {
    Map<String, String> fields = all.get(struct);
    if (fields == null) {
      throw new IllegalStateException("no struct " + struct);
    }
    return fields;
  }

  private static void reach(
      String first, Map<String, Map<String, String>> all, Set<String> reached) {
    Deque<String> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      String struct = open.pop();
      if (reached.add(struct)) {
        for (String code : fields(struct, all).values()) {
          int at = code.indexOf('@');
          if (at >= 0) {
            int hat = code.indexOf('^');
            open.push(code.substring(at + 1, hat < 0 ? code.length() : hat));
          }
        }
      }
    }
  }

  private String types() {
    StringBuilder out = new StringBuilder();
    structs.forEach(
        (struct, fields) -> {
          out.append(struct);
          int whole = 0;
          for (Map<String, Integer> types : fields.values()) {
            for (int bits : types.values()) {
              whole |= bits;
            }
          }
          int present = whole;
          fields.forEach(
              (name, types) ->
                  types.forEach(
                      (code, bits) -> {
                        // A field that is there whenever its struct is needs no bounds.
                        for (String range : bits == present ? List.of("") : ranges(bits)) {
                          out.append('\t')
                              .append(name)
                              .append(':')
                              .append(code)
                              .append(range.isEmpty() ? "" : ";" + range);
                        }
                      }));
          out.append('\n');
        });
    return out.toString();
  }

  private String kindLines() {
    StringBuilder out = new StringBuilder();
    kinds.forEach(
        (line, bits) -> {
          List<String> ranges = ranges(bits);
          if (ranges.size() != 1) {
            throw new IllegalStateException("kind comes and goes: " + line);
          }
          out.append(line).append('\t').append(ranges.get(0)).append('\n');
        });
    return out.toString();
  }

  private static List<String> ranges(int bits) {
    List<String> ranges = new ArrayList<>();
    int start = -1;
    for (int minor = FIRST; minor <= LAST + 1; minor++) {
      boolean in = minor <= LAST && (bits >> (minor - FIRST) & 1) == 1;
      if (in && start < 0) {
        start = minor;
      } else if (!in && start >= 0) {
        ranges.add(start + "-" + (minor - 1));
        start = -1;
      }
    }
    return ranges;
  }
}
