package dev.hopcheck.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping holds once merge keys are expanded: an explicit key replaces one merged before it,
 * of a list of merged mappings the earlier wins (DEC-15), and of doubled keys the last stands
 * (DEC-10).
 */
final class MappingEntries {
  private MappingEntries() {}

  static void collect(YamlDocument document, int id, int via, List<YamlEntry> into) {
    if (!document.isSpecial(id)) {
      int count = document.childCount(id);
      for (int i = 0; i < count; i += 2) {
        into.add(entry(document, id, i, via, false));
      }
      return;
    }
    Map<String, YamlEntry> entries = new LinkedHashMap<>();
    fill(document, id, via, false, entries);
    into.addAll(entries.values());
  }

  static @Nullable YamlEntry find(YamlDocument document, int id, int via, String key) {
    if (document.isSpecial(id)) {
      Map<String, YamlEntry> entries = new LinkedHashMap<>();
      fill(document, id, via, false, entries);
      return entries.get(key);
    }
    int count = document.childCount(id);
    for (int i = 0; i < count; i += 2) {
      if (KeyText.of(document, document.target(document.childId(id, i))).equals(key)) {
        return entry(document, id, i, via, false);
      }
    }
    return null;
  }

  /** What the merge key at that position brings. */
  static List<YamlEntry> merged(YamlDocument document, int id, int position) {
    Map<String, YamlEntry> entries = new LinkedHashMap<>();
    merge(document, id, position, -1, entries);
    return List.copyOf(entries.values());
  }

  private static YamlEntry entry(YamlDocument document, int id, int at, int via, boolean merged) {
    YamlNode key = document.child(id, at, via);
    return new YamlEntry(
        KeyText.of(document, key.id()), key, document.child(id, at + 1, via), merged);
  }

  /** In order of writing, as go-yaml v2 does it: what comes later replaces, merged or not. */
  private static void fill(
      YamlDocument document, int id, int via, boolean merged, Map<String, YamlEntry> into) {
    int count = document.childCount(id);
    for (int i = 0; i < count; i += 2) {
      if (document.isMergeKey(document.childId(id, i))) {
        merge(document, id, i, via, into);
        continue;
      }
      YamlEntry entry = entry(document, id, i, via, merged);
      into.remove(entry.key());
      into.put(entry.key(), entry);
    }
  }

  /** Of a list of mappings the earlier wins, so the last is taken first. */
  private static void merge(
      YamlDocument document, int id, int at, int via, Map<String, YamlEntry> into) {
    int from = via < 0 ? document.childId(id, at) : via;
    YamlNode source = document.child(id, at + 1, from);
    if (source.isMapping()) {
      fill(document, source.id(), from, true, into);
      return;
    }
    for (int i = document.childCount(source.id()) - 1; source.isSequence() && i >= 0; i--) {
      YamlNode item = document.child(source.id(), i, from);
      if (item.isMapping()) {
        fill(document, item.id(), from, true, into);
      }
    }
  }
}
