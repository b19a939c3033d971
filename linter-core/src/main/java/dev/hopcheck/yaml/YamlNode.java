package dev.hopcheck.yaml;

import dev.hopcheck.source.Location;
import dev.hopcheck.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A light handle on one node of a document. Aliases are followed: the node is the anchor's, and
 * {@link #via()} tells through which alias it was reached.
 */
public final class YamlNode {
  /** The shapes a node can have. */
  public enum Kind {
    MAPPING,
    SEQUENCE,
    SCALAR
  }

  private final YamlDocument document;
  private final int id;
  private final int via;

  YamlNode(YamlDocument document, int id, int via) {
    this.document = document;
    this.id = id;
    this.via = via;
  }

  /** The document that holds the node. */
  public YamlDocument document() {
    return document;
  }

  /** The node's number in its document's store; the same for all uses of an anchor. */
  public int id() {
    return id;
  }

  /** The number of the alias or merge key through which the node was reached; -1 for none. */
  public int viaId() {
    return via;
  }

  /** The shape. */
  public Kind kind() {
    return document.kind(id);
  }

  /** Whether this is a mapping. */
  public boolean isMapping() {
    return document.isMapping(id);
  }

  /** Whether this is a sequence. */
  public boolean isSequence() {
    return document.isSequence(id);
  }

  /** Whether this is a scalar. */
  public boolean isScalar() {
    return document.isLeaf(id);
  }

  /** Whether this is a scalar without quotes that is no block either. */
  public boolean isPlain() {
    return document.isPlain(id);
  }

  /** Whether this is a scalar that means null. */
  public boolean isNull() {
    return document.isNull(id);
  }

  /**
   * Whether a template engine or a shell fills in this scalar, or this node is what an unquoted
   * {@code {{ }}} parses to: then its type, range and name are unknown.
   */
  public boolean isPlaceholder() {
    return document.isPlaceholder(id);
  }

  /**
   * The bytes of the node: a scalar with its quotes; a collection from its first to its last token.
   */
  public Span span() {
    return document.span(id);
  }

  /** Where the node is written. */
  public Location location() {
    return document.location(id);
  }

  /** The alias or {@code <<} through which the node was reached; null where it stands itself. */
  public @Nullable Location via() {
    return via < 0 ? null : document.location(via);
  }

  /** A scalar's text after unquoting, unresolved; empty for collections. */
  public String text() {
    return document.text(id);
  }

  /** A scalar as Kubernetes reads it; a string of empty text for collections. */
  public Scalar scalar() {
    return document.scalar(id);
  }

  /**
   * A mapping's entries in order of writing, merge keys expanded; of a doubled key only the last
   * stands. Empty for other nodes.
   */
  public List<YamlEntry> entries() {
    return document.isMapping(id) ? MappingEntries.of(document, id, via) : List.of();
  }

  /** Number of a mapping's entries or a sequence's items; 0 for scalars. */
  public int size() {
    return Children.size(document, id, via);
  }

  /** A mapping's entry of that key; null where there is none. */
  public @Nullable YamlEntry entry(String key) {
    return document.isMapping(id) ? MappingEntries.find(document, id, via, key) : null;
  }

  /** The value of a key, null values included; null where there is no such entry. */
  public @Nullable YamlNode get(String key) {
    return document.isMapping(id) ? MappingEntries.value(document, id, via, key) : null;
  }

  /** The value of a key that is a scalar, as Kubernetes reads it; empty where there is none. */
  public String value(String key) {
    return document.isMapping(id) ? MappingEntries.text(document, id, via, key) : "";
  }

  /** A sequence's items; empty for other nodes. */
  public List<YamlNode> items() {
    return Children.items(document, id, via);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof YamlNode that && that.document == document && that.id == id;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(document) * 31 + id;
  }

  @Override
  public String toString() {
    return document.file().name() + "#" + id + " " + kind();
  }
}
