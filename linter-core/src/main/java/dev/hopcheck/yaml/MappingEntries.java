package dev.hopcheck.yaml;

import java.util.ArrayList;
import java.util.HashMap;
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
  /** Behind so many keys the others are looked up. */
  private static final int MANY = 200;

  private MappingEntries() {}

  static List<YamlEntry> of(YamlDocument document, int id, int via) {
    if (document.isSpecial(id)) {
      Map<String, YamlEntry> entries = new LinkedHashMap<>();
      fill(document, id, via, false, entries);
      return new ArrayList<>(entries.values());
    }
    int behind = document.behind(id);
    List<YamlEntry> entries = new ArrayList<>(Math.min(10, (behind - id) / 2));
    for (int key = id + 1, value; key < behind; key = document.after(value)) {
      value = document.after(key);
      entries.add(entry(document, key, value, via, false));
    }
    return entries;
  }

  static @Nullable YamlEntry find(YamlDocument document, int id, int via, String wanted) {
    if (document.isSpecial(id)) {
      Map<String, YamlEntry> entries = new LinkedHashMap<>();
      fill(document, id, via, false, entries);
      return entries.get(wanted);
    }
    int key = key(document, id, wanted);
    return key < 0 ? null : entry(document, key, document.after(key), via, false);
  }

  static @Nullable YamlNode value(YamlDocument document, int id, int via, String wanted) {
    if (document.isSpecial(id)) {
      YamlEntry entry = find(document, id, via, wanted);
      return entry == null ? null : entry.value();
    }
    int key = key(document, id, wanted);
    return key < 0 ? null : document.node(document.after(key), via);
  }

  static String text(YamlDocument document, int id, int via, String wanted) {
    if (document.isSpecial(id)) {
      YamlNode value = value(document, id, via, wanted);
      return value == null ? "" : document.value(value.id());
    }
    int key = key(document, id, wanted);
    return key < 0 ? "" : document.value(document.target(document.after(key)));
  }

  /** The node of a key; -1 where there is none. Keys and names in the code are mostly interned. */
  static int key(YamlDocument document, int id, String wanted) {
    int behind = document.behind(id);
    int walked = 0;
    for (int key = id + 1; key < behind; key = document.after(document.after(key))) {
      if (sameText(keyText(document, key), wanted)) {
        return key;
      }
      walked++;
      if (walked == MANY) {
        return document.keys(id).getOrDefault(wanted, -1);
      }
    }
    return -1;
  }

  /** All keys of a mapping, each with its node. */
  static Map<String, Integer> keys(YamlDocument document, int id) {
    Map<String, Integer> keys = new HashMap<>();
    int behind = document.behind(id);
    for (int key = id + 1; key < behind; key = document.after(document.after(key))) {
      keys.putIfAbsent(keyText(document, key), key);
    }
    return keys;
  }

  private static String keyText(YamlDocument document, int key) {
    return document.isString(key) ? document.text(key) : KeyText.of(document, document.target(key));
  }

  @SuppressWarnings("StringEquality")
  private static boolean sameText(String a, String b) {
    return a == b || a.length() == b.length() && a.equals(b);
  }

  /** What a merge key brings. */
  static List<YamlEntry> merged(YamlDocument document, int key) {
    Map<String, YamlEntry> entries = new LinkedHashMap<>();
    merge(document, key, -1, entries);
    return List.copyOf(entries.values());
  }

  private static YamlEntry entry(
      YamlDocument document, int key, int value, int via, boolean merged) {
    if (document.isString(key)) {
      YamlNode node = new YamlNode(document, key, via);
      return new YamlEntry(document.text(key), node, document.node(value, via), merged);
    }
    YamlNode node = document.node(key, via);
    return new YamlEntry(KeyText.of(document, node.id()), node, document.node(value, via), merged);
  }

  /** In order of writing, as go-yaml v2 does it: what comes later replaces, merged or not. */
  private static void fill(
      YamlDocument document, int id, int via, boolean merged, Map<String, YamlEntry> into) {
    int behind = document.behind(id);
    for (int key = id + 1, value; key < behind; key = document.after(value)) {
      value = document.after(key);
      if (document.isMergeKey(key)) {
        merge(document, key, via, into);
        continue;
      }
      YamlEntry entry = entry(document, key, value, via, merged);
      into.remove(entry.key());
      into.put(entry.key(), entry);
    }
  }

  /** Of a list of mappings the earlier wins, so the last is taken first. */
  private static void merge(YamlDocument document, int key, int via, Map<String, YamlEntry> into) {
    int from = via < 0 ? key : via;
    YamlNode source = document.node(document.after(key), from);
    if (source.isMapping()) {
      fill(document, source.id(), from, true, into);
      return;
    }
    List<YamlNode> items = source.items();
    for (int i = items.size() - 1; i >= 0; i--) {
      YamlNode item = items.get(i);
      if (item.isMapping()) {
        fill(document, item.id(), from, true, into);
      }
    }
  }
}
