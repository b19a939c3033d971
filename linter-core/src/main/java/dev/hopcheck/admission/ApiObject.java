package dev.hopcheck.admission;

import dev.hopcheck.finding.ResourceRef;
import dev.hopcheck.schema.ObjectType;
import dev.hopcheck.source.Location;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * One object of a document: the document itself, or an item of a List (LOAD-01).
 *
 * @param document the document that holds it
 * @param root the view with defaults; paths start here, as the server gets each item alone
 * @param type the type by which it is read; null for kinds without a built-in schema. For an API
 *     version that is no longer served, the type of its successor
 */
public record ApiObject(YamlDocument document, Field root, @Nullable ObjectType type) {
  /** Views a node as an object. */
  public static ApiObject of(YamlDocument document, YamlNode node, @Nullable ObjectType type) {
    return new ApiObject(document, Field.root(node, type), type);
  }

  /** The same object under a view that remembers what it was asked, for one thread. */
  ApiObject kept() {
    YamlNode node = root.node();
    return node == null ? this : new ApiObject(document, Field.kept(node, type), type);
  }

  /** As written; empty when absent. */
  public String apiVersion() {
    return head(root.node(), "apiVersion");
  }

  /** As written; empty when absent. */
  public String kind() {
    return head(root.node(), "kind");
  }

  /** As written; empty when absent. */
  public String name() {
    return head(metadata(), "name");
  }

  /** As written; empty when absent. */
  public String namespace() {
    return head(metadata(), "namespace");
  }

  /** Who this is, for findings. */
  public ResourceRef ref() {
    return new ResourceRef(apiVersion(), kind(), namespace(), name());
  }

  private @Nullable YamlNode metadata() {
    YamlNode node = root.node();
    return node == null ? null : node.get("metadata");
  }

  private static String head(@Nullable YamlNode owner, String name) {
    return owner == null ? "" : owner.value(name);
  }

  /** Where to point at when the object as a whole is meant. */
  public Location location() {
    return root.location();
  }
}
