package dev.hopcheck.resource;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.admission.Field;
import dev.hopcheck.resource.Kustomization.AddedPairs;
import dev.hopcheck.resource.Kustomization.Doubt;
import dev.hopcheck.resource.Kustomization.Generated;
import dev.hopcheck.resource.Kustomization.Patch;
import dev.hopcheck.resource.Kustomization.Replicas;
import dev.hopcheck.resource.Kustomization.Target;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads kustomization files; fields that older versions had are read too. */
public final class KustomizationReader {
  /** The names of kustomizations; a folder has one of them. */
  public static final List<String> NAMES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  /** What is read here, or changes neither names nor routes. */
  private static final Set<String> KNOWN =
      Set.of(
          "apiVersion",
          "kind",
          "metadata",
          "resources",
          "bases",
          "components",
          "patches",
          "patchesStrategicMerge",
          "patchesJson6902",
          "namespace",
          "namePrefix",
          "nameSuffix",
          "labels",
          "commonLabels",
          "commonAnnotations",
          "configMapGenerator",
          "secretGenerator",
          "generatorOptions",
          "replacements",
          "replicas",
          "configurations",
          "images",
          "imageTags",
          "vars", // fill in values such as $(NAME), which count as unknown
          "crds",
          "openapi",
          "validators",
          "buildMetadata",
          "sortOptions",
          "inventory");

  private KustomizationReader() {}

  /** Whether the object is a kustomization; the file's name says it where a kind is not given. */
  public static boolean isKustomization(ApiObject object) {
    if (object.apiVersion().startsWith("kustomize.config.k8s.io/")) {
      return true;
    }
    return object.kind().isEmpty() && isNamedSo(object.document().file().name());
  }

  /** Whether a file has one of the names under which kustomize looks for it in a folder. */
  public static boolean isNamedSo(String file) {
    String base = file.substring(file.lastIndexOf('/') + 1);
    return NAMES.contains(base);
  }

  /** The paths of the patch files that a kustomization names, as it writes them. */
  public static List<String> patchPaths(Field root) {
    List<String> paths = new ArrayList<>();
    for (Patch patch : patches(root)) {
      if (patch.path() != null) {
        paths.add(patch.path().value());
      }
    }
    return paths;
  }

  /** Whether a kustomization adds labels to selectors and templates of its resources. */
  public static boolean setsSelectors(Field root) {
    for (AddedPairs added : labels(root)) {
      if ((added.selectors() || added.templates()) && !added.pairs().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  static Kustomization read(ResourceHead head, Field root) {
    List<Located<String>> resources = new ArrayList<>(Read.strings(root, "resources"));
    resources.addAll(Read.strings(root, "bases"));
    List<Generated> generated = new ArrayList<>();
    generated(root, "configMapGenerator", generated);
    generated(root, "secretGenerator", generated);
    return new Kustomization(
        head,
        head.kind().equals("Component"),
        resources,
        Read.strings(root, "components"),
        patches(root),
        Read.text(root, "namespace"),
        Read.text(root, "namePrefix"),
        Read.text(root, "nameSuffix"),
        labels(root),
        Read.labels(root, "commonAnnotations"),
        generated,
        replicas(root),
        Read.strings(root, "configurations"),
        doubts(root));
  }

  /** In the order in which kustomize works: merges first, operations last. */
  private static List<Patch> patches(Field root) {
    List<Patch> patches = new ArrayList<>();
    for (Located<String> patch : Read.strings(root, "patchesStrategicMerge")) {
      boolean path = isPath(patch.value());
      patches.add(new Patch(path ? patch : null, path ? null : patch, null, false));
    }
    for (String list : new String[] {"patches", "patchesJson6902"}) {
      for (Field item : root.get(list).items()) {
        Located<String> path = Read.text(item, "path");
        Located<String> text = Read.text(item, "patch");
        if (path == null && text == null && !item.text().isEmpty()) {
          path = Read.string(item);
        }
        if (path != null || text != null) {
          patches.add(
              new Patch(
                  path,
                  path == null ? text : null,
                  target(item.get("target")),
                  list.equals("patchesJson6902")));
        }
      }
    }
    return patches;
  }

  private static @Nullable Target target(Field target) {
    return target.written() ? selected(target) : null;
  }

  /** What a target or source selects by. */
  public static Target selected(Field target) {
    return new Target(
        target.get("group").text(),
        target.get("version").text(),
        target.get("kind").text(),
        target.get("namespace").text(),
        target.get("name").text(),
        target.get("labelSelector").text(),
        target.get("annotationSelector").text());
  }

  /** The older {@code commonLabels} come last and win. */
  private static List<AddedPairs> labels(Field root) {
    List<AddedPairs> labels = new ArrayList<>();
    for (Field item : root.get("labels").items()) {
      Labels pairs = Read.labels(item, "pairs");
      if (!pairs.isEmpty()) {
        boolean selectors = item.get("includeSelectors").flag();
        labels.add(new AddedPairs(pairs, selectors, item.get("includeTemplates").flag()));
      }
    }
    Labels common = Read.labels(root, "commonLabels");
    if (!common.isEmpty()) {
      labels.add(new AddedPairs(common, true, true));
    }
    return labels;
  }

  private static void generated(Field root, String generator, List<Generated> generated) {
    boolean secret = generator.equals("secretGenerator");
    for (Field item : root.get(generator).items()) {
      Located<String> name = Read.text(item, "name");
      if (name != null) {
        String behavior = item.get("behavior").text();
        boolean change = behavior.equals("merge") || behavior.equals("replace");
        generated.add(
            new Generated(secret, name, Read.text(item, "namespace"), data(item, secret), change));
      }
    }
  }

  /** Keys of files have values that are not known; those of {@code envs} are not known at all. */
  private static Labels data(Field item, boolean secret) {
    Map<String, Located<String>> pairs = new LinkedHashMap<>();
    for (Located<String> literal : Read.strings(item, "literals")) {
      int equals = literal.value().indexOf('=');
      if (equals > 0) {
        String value = secret ? "" : literal.value().substring(equals + 1);
        pairs.put(literal.value().substring(0, equals), literal.with(value));
      }
    }
    for (Located<String> file : Read.strings(item, "files")) {
      int equals = file.value().indexOf('=');
      String path = file.value();
      String key =
          equals > 0 ? path.substring(0, equals) : path.substring(path.lastIndexOf('/') + 1);
      pairs.put(key, new Located<>("", file.place(), true, !secret));
    }
    return Labels.of(pairs, item);
  }

  private static List<Replicas> replicas(Field root) {
    List<Replicas> replicas = new ArrayList<>(0);
    for (Field item : root.get("replicas").items()) {
      Located<Integer> count = Read.number(item, "count");
      if (count != null) {
        replicas.add(new Replicas(item.get("name").text(), count));
      }
    }
    return replicas;
  }

  private static List<Doubt> doubts(Field root) {
    List<Doubt> doubts = new ArrayList<>(0);
    YamlNode node = root.node();
    if (node == null) {
      return doubts;
    }
    for (Field member : root.entries()) {
      if (!KNOWN.contains(member.name()) && member.present()) {
        doubts.add(new Doubt(member.keyLocation(), "`" + member.name() + "` is not followed here"));
      }
    }
    for (Field item : root.get("labels").items()) {
      if (item.get("fields").written()) {
        doubts.add(
            new Doubt(
                item.get("fields").keyLocation(), "labels go to `fields` that it names itself"));
      }
    }
    if (node.isPlaceholder()) {
      doubts.add(new Doubt(root.location(), "it is filled in later"));
    }
    return doubts;
  }

  private static boolean isPath(String text) {
    return text.indexOf('\n') < 0 && !text.isEmpty();
  }
}
