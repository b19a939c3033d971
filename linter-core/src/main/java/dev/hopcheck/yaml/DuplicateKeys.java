package dev.hopcheck.yaml;

import dev.hopcheck.source.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds keys that stand twice in one mapping, compared as JSON has them; each mapping is looked at
 * once, in time linear in its size.
 */
final class DuplicateKeys {
  /** Up to so many keys, comparing each with each is cheaper than hashing. */
  private static final int FEW = 8;

  private final YamlDocument document;
  private final List<DuplicateKey> keys = new ArrayList<>(0);
  private boolean[] special = new boolean[0];
  private int @Nullable [] parents;

  private DuplicateKeys(YamlDocument document) {
    this.document = document;
  }

  static DuplicateKeys in(YamlDocument document) {
    DuplicateKeys found = new DuplicateKeys(document);
    int count = document.nodes();
    for (int id = 0; id < count; id++) {
      if (document.isMapping(id)) {
        found.look(id);
      }
    }
    if (found.keys.size() > 1) {
      found.keys.sort((a, b) -> a.second().compareTo(b.second()));
    }
    return found;
  }

  List<DuplicateKey> keys() {
    return List.copyOf(keys);
  }

  boolean[] special() {
    return special;
  }

  private void look(int mapping) {
    int[] keys = keys(mapping);
    if (keys.length < 2 && !(keys.length == 1 && document.isMergeKey(keys[0]))) {
      return;
    }
    String[] texts = new String[keys.length];
    boolean merges = false;
    for (int i = 0; i < texts.length; i++) {
      merges |= document.isMergeKey(keys[i]);
      texts[i] = KeyText.of(document, document.target(keys[i]));
    }
    if (merges) {
      mark(mapping);
      lookThroughMerges(mapping, keys);
    } else if (texts.length <= FEW) {
      compareEach(mapping, keys, texts);
    } else {
      compareHashed(mapping, keys, texts);
    }
  }

  private int[] keys(int mapping) {
    int behind = document.behind(mapping);
    int[] found = new int[4];
    int count = 0;
    for (int key = mapping + 1; key < behind; key = document.after(document.after(key))) {
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = key;
    }
    return Arrays.copyOf(found, count);
  }

  private void compareEach(int mapping, int[] keys, String[] texts) {
    for (int i = 1; i < texts.length; i++) {
      for (int j = i - 1; j >= 0; j--) {
        if (texts[i].equals(texts[j])) {
          add(mapping, texts[i], keys[j], keys[i], false);
          break;
        }
      }
    }
  }

  private void compareHashed(int mapping, int[] keys, String[] texts) {
    Map<String, Integer> seen = new HashMap<>(texts.length * 2);
    for (int i = 0; i < texts.length; i++) {
      Integer before = seen.put(texts[i], i);
      if (before != null) {
        add(mapping, texts[i], keys[before], keys[i], false);
      }
    }
  }

  /** Strict decoding takes what {@code <<} brings as if it were written there. */
  private void lookThroughMerges(int mapping, int[] keys) {
    Map<String, Integer> explicit = new HashMap<>();
    Map<String, Integer> merged = new HashMap<>();
    for (int key : keys) {
      if (document.isMergeKey(key)) {
        for (YamlEntry entry : MappingEntries.merged(document, key)) {
          Integer before = explicit.get(entry.key());
          before = before == null ? merged.get(entry.key()) : before;
          if (before != null) {
            add(mapping, entry.key(), before, key, true);
          }
          merged.put(entry.key(), key);
        }
        continue;
      }
      String text = KeyText.of(document, document.target(key));
      Integer before = explicit.put(text, key);
      if (before != null) {
        add(mapping, text, before, key, false);
      } else if (merged.containsKey(text)) {
        add(mapping, text, merged.get(text), key, true);
      }
    }
  }

  private void add(int mapping, String key, int first, int second, boolean merged) {
    mark(mapping);
    String path = path(mapping);
    keys.add(
        new DuplicateKey(
            path.isEmpty() ? key : path + "." + key,
            key,
            mapping,
            new Location(document.file(), document.span(first)),
            new Location(document.file(), document.span(second)),
            merged));
  }

  private void mark(int mapping) {
    if (special.length == 0) {
      special = new boolean[document.nodes()];
    }
    special[mapping] = true;
  }

  private String path(int node) {
    int[] known = parents == null ? parents() : parents;
    List<String> steps = new ArrayList<>();
    for (int at = node; known[2 * at] >= 0; at = known[2 * at]) {
      int parent = known[2 * at];
      int position = known[2 * at + 1];
      if (document.isSequence(parent)) {
        steps.add("[" + position + "]");
      } else {
        String key = KeyText.of(document, document.target(known[2 * at + 1]));
        steps.add("." + key);
      }
    }
    StringBuilder path = new StringBuilder();
    for (int i = steps.size() - 1; i >= 0; i--) {
      path.append(steps.get(i));
    }
    return path.length() > 0 && path.charAt(0) == '.' ? path.substring(1) : path.toString();
  }

  /** For each node its parent and, in a sequence, its position, in a mapping the key's node. */
  private int[] parents() {
    int[] made = new int[2 * document.nodes()];
    Arrays.fill(made, -1);
    for (int id = 0; id < document.nodes(); id++) {
      if (document.isLeaf(id)) {
        continue;
      }
      int position = 0;
      int key = id;
      for (int child = id + 1; child < document.behind(id); child = document.after(child)) {
        key = position % 2 == 0 ? child : key;
        made[2 * child] = id;
        made[2 * child + 1] = document.isMapping(id) ? key : position;
        position++;
      }
    }
    parents = made;
    return made;
  }
}
