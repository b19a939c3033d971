package dev.hopcheck.cluster;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.ResourceReader;
import dev.hopcheck.schema.KubernetesVersion;
import dev.hopcheck.schema.Schemas;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlLimits;
import dev.hopcheck.yaml.YamlNode;
import dev.hopcheck.yaml.YamlReader;
import dev.hopcheck.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds clusters from text for tests, without the engine:
 *
 * <pre>{@code
 * Cluster cluster = ResourceDsl.cluster("""
 *     apiVersion: v1
 *     kind: Service
 *     ...
 *     """);
 * }</pre>
 */
public final class ResourceDsl {
  private static final Schemas SCHEMAS = Schemas.of(KubernetesVersion.NEWEST);

  private ResourceDsl() {}

  /** A cluster of one file. */
  public static Cluster cluster(String yaml) {
    return cluster(ClusterOptions.DEFAULTS, yaml);
  }

  /** A cluster of one file, with options. */
  public static Cluster cluster(ClusterOptions options, String yaml) {
    return cluster(options, List.of(file("unit/app.yaml", yaml)));
  }

  /** A cluster of several files. */
  public static Cluster cluster(ClusterOptions options, List<SourceFile> files) {
    List<ApiObject> objects = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    for (SourceFile file : files) {
      YamlStream stream = YamlReader.read(file, YamlLimits.DEFAULT);
      if (!stream.problems().isEmpty()) {
        unread.add(file.name());
      }
      for (YamlDocument document : stream.documents()) {
        add(objects, document, document.root());
      }
    }
    Fragments fragments = Fragments.among(objects);
    List<Resource> resources = new ArrayList<>();
    for (ApiObject object : objects) {
      boolean patch = fragments.part(object) == Fragments.Part.PATCH;
      resources.add(
          ResourceReader.read(
              object, SCHEMAS.kinds().isNamespaced(object.apiVersion(), object.kind()), patch));
    }
    return Cluster.of(new Unit("unit", files, unread), resources, options);
  }

  /** The resources of a text, not put together. */
  public static List<Resource> resources(String yaml) {
    return cluster(yaml).given();
  }

  /** The first resource of a text. */
  public static <R extends Resource> R resource(Class<R> type, String yaml) {
    return type.cast(resources(yaml).get(0));
  }

  /** The objects of a text, items of Lists one by one. */
  public static List<ApiObject> objects(SourceFile file) {
    List<ApiObject> objects = new ArrayList<>();
    for (YamlDocument document : YamlReader.read(file, YamlLimits.DEFAULT).documents()) {
      add(objects, document, document.root());
    }
    return objects;
  }

  /** A file that lies nowhere. */
  public static SourceFile file(String name, String yaml) {
    return SourceFile.of(name, yaml);
  }

  private static void add(List<ApiObject> objects, YamlDocument document, YamlNode node) {
    String kind = text(node, "kind");
    YamlNode items = node.get("items");
    if (kind.endsWith("List") && items != null && items.isSequence()) {
      for (YamlNode item : items.items()) {
        add(objects, document, item);
      }
      return;
    }
    if (node.isMapping()) {
      objects.add(
          ApiObject.of(document, node, SCHEMAS.kinds().currentFor(text(node, "apiVersion"), kind)));
    }
  }

  private static String text(YamlNode node, String key) {
    YamlNode value = node.get(key);
    return value == null || !value.isScalar() ? "" : value.scalar().text();
  }
}
