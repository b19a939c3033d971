package dev.hopcheck.cluster;

import dev.hopcheck.resource.Resource;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds resources that are given more than once; the last one wins (LOAD-05). */
final class Duplicates {
  private final List<Resource> winners = new ArrayList<>();
  private final List<Duplicate> duplicates = new ArrayList<>();

  Duplicates(List<Resource> given) {
    Map<Identity, List<Resource>> byIdentity = new LinkedHashMap<>();
    @Nullable Identity[] identities = new @Nullable Identity[given.size()];
    for (int i = 0; i < identities.length; i++) {
      Resource resource = given.get(i);
      Identity identity = identity(resource);
      identities[i] = identity;
      if (identity != null) {
        byIdentity.computeIfAbsent(identity, unused -> new ArrayList<>(1)).add(resource);
      }
    }
    for (List<Resource> same : byIdentity.values()) {
      if (same.size() > 1) {
        duplicates.add(duplicate(same));
      }
    }
    if (duplicates.isEmpty()) {
      winners.addAll(given);
    } else {
      keepLast(given, identities, byIdentity);
    }
  }

  /** What remains, in input order. */
  List<Resource> winners() {
    return winners;
  }

  /** Resources given more than once, in order of their first place. */
  List<Duplicate> duplicates() {
    return duplicates;
  }

  private void keepLast(
      List<Resource> given,
      @Nullable Identity[] identities,
      Map<Identity, List<Resource>> byIdentity) {
    for (int i = 0; i < identities.length; i++) {
      Resource resource = given.get(i);
      Identity identity = identities[i];
      List<Resource> same = identity == null ? null : byIdentity.get(identity);
      if (same == null || same.get(same.size() - 1) == resource) {
        winners.add(resource);
      }
    }
  }

  /** Null where the name is not known. Versions of one kind are one object; so are old groups. */
  private static @Nullable Identity identity(Resource resource) {
    if (resource.name().isEmpty() || resource.head().name().unknown()) {
      return null;
    }
    String kind = resource.head().kind();
    return new Identity(
        resource.custom() ? resource.head().group() + "/" + kind : kind,
        resource.namespace(),
        resource.name());
  }

  private static Duplicate duplicate(List<Resource> same) {
    Resource last = same.get(same.size() - 1);
    List<Resource> lost = same.subList(0, same.size() - 1);
    boolean identical = true;
    for (Resource other : lost) {
      identical &= sameContent(node(last), node(other));
    }
    return new Duplicate(last, lost, identical);
  }

  private static @Nullable YamlNode node(Resource resource) {
    return resource.head().object().root().node();
  }

  private static boolean sameContent(@Nullable YamlNode left, @Nullable YamlNode right) {
    if (left == null || right == null) {
      return left == right;
    }
    if (left.kind() != right.kind()) {
      return false;
    }
    if (left.isScalar()) {
      return left.scalar().equals(right.scalar());
    }
    return left.isSequence() ? sameItems(left, right) : sameEntries(left, right);
  }

  private static boolean sameItems(YamlNode left, YamlNode right) {
    List<YamlNode> leftItems = left.items();
    List<YamlNode> rightItems = right.items();
    if (leftItems.size() != rightItems.size()) {
      return false;
    }
    for (int i = 0; i < leftItems.size(); i++) {
      if (!sameContent(leftItems.get(i), rightItems.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameEntries(YamlNode left, YamlNode right) {
    List<YamlEntry> entries = left.entries();
    if (entries.size() != right.entries().size()) {
      return false;
    }
    for (YamlEntry entry : entries) {
      if (!sameContent(entry.value(), right.get(entry.key()))) {
        return false;
      }
    }
    return true;
  }
}
