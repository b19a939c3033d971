package dev.hopcheck.engine;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Objects in a list that is a document by itself: clients and server refuse it (DEC-07). */
final class BareList {
  private static final String ANSWER =
      "couldn't get version/kind; json parse error: json: cannot unmarshal array";

  private BareList() {}

  /** Says that the document is a list of objects; null where it is anything else. */
  static @Nullable Finding finding(YamlDocument document) {
    for (YamlNode item : document.root().items()) {
      YamlEntry version = item.entry("apiVersion");
      if (version != null && item.entry("kind") != null) {
        return Finding.of(
                InputRule.LIST_WHERE_MAP_NEEDED.id(),
                InputRule.LIST_WHERE_MAP_NEEDED.severity(),
                "a list of objects is no object: `apiVersion` stands in an item",
                version.keyNode().location())
            .rejection(new Rejection("", Rejection.Reason.DECODING, ANSWER))
            .note("no object of the list is applied, and none is checked here")
            .note("separate the objects by `---`, or put them into `items` of a `kind: List`")
            .build();
      }
    }
    return null;
  }
}
