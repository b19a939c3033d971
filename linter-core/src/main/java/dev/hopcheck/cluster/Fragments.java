package dev.hopcheck.cluster;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.admission.Field;
import dev.hopcheck.resource.KustomizationReader;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells documents that are sent as they stand from those that something else completes first. Given
 * all folders of a run at once, since a kustomization names patches of other folders too.
 */
public final class Fragments {
  /** How a document gets to the server. */
  public enum Part {
    /** As it stands. */
    WHOLE,
    /** Never: it is merged into another resource, or compared with one. */
    PATCH,
    /** After a kustomization has put in the labels and the selector that it lacks. */
    COMPLETED
  }

  private final Set<String> patchFiles = new HashSet<>();
  private final Map<String, List<String>> resources = new HashMap<>();
  private final Set<String> listed = new HashSet<>();
  private final Set<String> labelled = new HashSet<>();
  private final Set<String> assertFolders = new HashSet<>();

  private Fragments() {}

  /** Learns from the kustomizations and test definitions among some objects. */
  public static Fragments among(Collection<ApiObject> objects) {
    Fragments fragments = new Fragments();
    for (ApiObject object : objects) {
      String folder = Units.folder(fileName(object));
      if (KustomizationReader.isKustomization(object)) {
        fragments.learn(folder, object.root());
      } else if (isTest(object)) {
        fragments.assertFolders.add(folder);
      }
    }
    fragments.spreadLabels();
    return fragments;
  }

  /** Whether there is something to learn from the object. */
  public static boolean learnsFrom(ApiObject object) {
    return KustomizationReader.isKustomization(object) || isTest(object);
  }

  private static boolean isTest(ApiObject object) {
    return object.apiVersion().startsWith("chainsaw.kyverno.io/");
  }

  /** How the document gets to the server. */
  public Part part(ApiObject object) {
    String file = fileName(object);
    if (patchFiles.contains(file) || isAssertion(file) || hasDirective(object)) {
      return Part.PATCH;
    }
    Shape shape = Shape.of(object);
    if (shape == Shape.PART || (shape != Shape.WHOLE && namedLikePatch(file))) {
      return Part.PATCH;
    }
    return shape == Shape.LACKS_LABELS && labelled.contains(file) ? Part.COMPLETED : Part.WHOLE;
  }

  /**
   * Whether a kustomization sends the document, so that its own namespace, or that of one above,
   * comes to the objects that it names.
   */
  public boolean getsNamespace(ApiObject object) {
    return listed.contains(fileName(object));
  }

  private void learn(String folder, Field kustomization) {
    for (String path : KustomizationReader.patchPaths(kustomization)) {
      patchFiles.add(resolve(folder, path));
    }
    List<String> listed = new ArrayList<>();
    for (String list : new String[] {"resources", "bases", "components"}) {
      for (Field item : kustomization.get(list).items()) {
        listed.add(resolve(folder, item.text()));
      }
    }
    resources.put(folder, listed);
    this.listed.addAll(listed);
    if (KustomizationReader.setsSelectors(kustomization)) {
      labelled.addAll(listed);
    }
  }

  /** Labels that a kustomization sets reach what the kustomizations it lists list in turn. */
  private void spreadLabels() {
    Deque<String> open = new ArrayDeque<>(labelled);
    while (!open.isEmpty()) {
      for (String inner : resources.getOrDefault(open.remove(), List.of())) {
        if (labelled.add(inner)) {
          open.add(inner);
        }
      }
    }
  }

  private boolean isAssertion(String file) {
    if (!file.contains("assert") && !file.contains("errors")) {
      return false;
    }
    String base = file.substring(file.lastIndexOf('/') + 1);
    int dot = base.lastIndexOf('.');
    String stem = dot < 0 ? base : base.substring(0, dot);
    boolean asserts = stem.endsWith("assert") || stem.endsWith("errors");
    if (!asserts) {
      return false;
    }
    boolean numbered = Character.isDigit(stem.charAt(0)) && stem.indexOf('-') > 0;
    return numbered || assertFolders.contains(Units.folder(file));
  }

  private static boolean namedLikePatch(String file) {
    return file.contains("patch");
  }

  /** Whether any key is a directive; an alias may stand for keys that are written elsewhere. */
  private static boolean hasDirective(ApiObject object) {
    YamlNode root = object.root().node();
    if (root == null) {
      return false;
    }
    YamlDocument document = root.document();
    int end = document.after(root.id());
    for (int id = root.id(); id < end; id++) {
      if (document.isAlias(id)) {
        return hasDirective(root, 0);
      }
      if (document.isMapping(id)) {
        int behind = document.behind(id);
        for (int key = document.first(id);
            key < behind;
            key = document.after(document.after(key))) {
          if (isDirective(document.key(key))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean hasDirective(@Nullable YamlNode node, int depth) {
    if (node == null || depth > 12) {
      return false;
    }
    for (YamlNode item : node.items()) {
      if (hasDirective(item, depth + 1)) {
        return true;
      }
    }
    for (YamlEntry entry : node.entries()) {
      if (isDirective(entry.key()) || hasDirective(entry.value(), depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDirective(String key) {
    return !key.isEmpty()
        && key.charAt(0) == '$'
        && (key.equals("$patch")
            || key.equals("$retainKeys")
            || key.startsWith("$setElementOrder/")
            || key.startsWith("$deleteFromPrimitiveList/"));
  }

  private static String fileName(ApiObject object) {
    return object.document().file().name();
  }

  /** The name of a file that is given relative to a folder. */
  static String resolve(String folder, String path) {
    String base = folder;
    String rest = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    while (true) {
      if (rest.startsWith("./")) {
        rest = rest.substring(2);
      } else if (rest.equals("..") && !base.isEmpty()) {
        return Units.folder(base);
      } else if (rest.equals(".")) {
        return base;
      } else if (rest.startsWith("../") && !base.isEmpty() && !base.endsWith("..")) {
        rest = rest.substring(3);
        base = Units.folder(base);
      } else {
        return join(base, rest);
      }
    }
  }

  private static String join(String folder, String rest) {
    return folder.isEmpty() || folder.endsWith("/") ? folder + rest : folder + "/" + rest;
  }
}
