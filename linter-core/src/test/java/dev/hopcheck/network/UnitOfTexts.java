package dev.hopcheck.network;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.admission.ApiObjects;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.ClusterOptions;
import dev.hopcheck.cluster.Unit;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.ResourceReader;
import dev.hopcheck.schema.KubernetesVersion;
import dev.hopcheck.schema.Schemas;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlLimits;
import dev.hopcheck.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds clusters from texts. */
public final class UnitOfTexts {
  private static final Schemas SCHEMAS = Schemas.of(KubernetesVersion.NEWEST);

  private UnitOfTexts() {}

  /** The cluster of files by name. */
  public static Cluster cluster(Map<String, String> texts) {
    List<SourceFile> files = new ArrayList<>();
    List<Resource> resources = new ArrayList<>();
    texts.forEach(
        (name, text) -> {
          SourceFile file = SourceFile.of(name, text);
          files.add(file);
          for (YamlDocument document : YamlReader.read(file, YamlLimits.DEFAULT).documents()) {
            for (ApiObject object : ApiObjects.in(document, SCHEMAS)) {
              resources.add(
                  ResourceReader.read(
                      object,
                      SCHEMAS.kinds().isNamespaced(object.apiVersion(), object.kind()),
                      false));
            }
          }
        });
    return Cluster.of(new Unit("", files, List.of()), resources, ClusterOptions.DEFAULTS);
  }
}
