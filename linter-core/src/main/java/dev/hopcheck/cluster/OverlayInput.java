package dev.hopcheck.cluster;

import dev.hopcheck.resource.Resource;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was read of the files of a run, for those who look at it through kustomizations. */
public interface OverlayInput {
  /** The resources of a file, in order; patches are fragments. */
  List<Resource> resources(String file);

  /** The text of a file; null where it could not be read. */
  @Nullable SourceFile text(String file);

  /** Reads a text. */
  YamlStream read(SourceFile text);

  /** The resources of documents that are patches, or parts of one. */
  List<Resource> patches(List<YamlDocument> documents);
}
