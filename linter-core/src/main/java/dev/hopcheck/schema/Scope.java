package dev.hopcheck.schema;

import dev.hopcheck.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * A mapping that is read as a struct, and the struct around it.
 *
 * @param parent null for the object itself
 */
record Scope(ObjectType type, YamlNode node, DecodingPath path, @Nullable Scope parent) {
  /** The scope of the whole object. */
  Scope outermost() {
    Scope at = this;
    while (at.parent != null) {
      at = at.parent;
    }
    return at;
  }
}
