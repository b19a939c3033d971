package dev.hopcheck.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A place in an object as the server's decoder names it. Ordered as that decoder meets the places:
 * it reads JSON made from the YAML text, in which keys stand in alphabetical order.
 */
final class DecodingPath implements Comparable<DecodingPath> {
  private enum Kind {
    FIELD,
    KEY,
    INDEX
  }

  static final DecodingPath ROOT = new DecodingPath(null, Kind.FIELD, "", 0, "");

  private final @Nullable DecodingPath parent;
  private final Kind kind;
  private final String name;
  private final int index;
  private final String embedded;

  private DecodingPath(
      @Nullable DecodingPath parent, Kind kind, String name, int index, String embedded) {
    this.parent = parent;
    this.kind = kind;
    this.name = name;
    this.index = index;
    this.embedded = embedded;
  }

  /**
   * A field of the struct at this place; {@code embedded} names the Go struct in it that holds the
   * field.
   */
  DecodingPath field(String field, String embedded) {
    return new DecodingPath(this, Kind.FIELD, field, 0, embedded);
  }

  /** A value of the map at this place. */
  DecodingPath key(String key) {
    return new DecodingPath(this, Kind.KEY, key, 0, "");
  }

  /** An item of the list at this place. */
  DecodingPath item(int position) {
    return new DecodingPath(this, Kind.INDEX, "", position, "");
  }

  /** The last field's name or key; an index has none of its own and gives its list's. */
  String name() {
    DecodingPath at = this;
    while (at.kind == Kind.INDEX && at.parent != null) {
      at = at.parent;
    }
    return at.name;
  }

  /** Whether the place is a value that a user-chosen key leads to. */
  boolean isKey() {
    return kind == Kind.KEY;
  }

  /** Whether the place is an item of a list. */
  boolean isItem() {
    return kind == Kind.INDEX;
  }

  /** The place that holds this one; the outermost holds itself. */
  DecodingPath parent() {
    return parent == null ? this : parent;
  }

  /** With indexes and keys, as unknown fields are named: {@code spec.ports[0].targetport}. */
  String indexed() {
    StringBuilder text = new StringBuilder();
    for (DecodingPath step : steps()) {
      if (step.kind == Kind.INDEX) {
        text.append('[').append(step.index).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(step.name);
      }
    }
    return text.toString();
  }

  /**
   * Without indexes and keys, as type errors are named: {@code spec.ports.port} (DEC-23), with
   * embedded Go structs: {@code spec.rules.IngressRuleValue.http}.
   */
  String plain() {
    StringBuilder text = new StringBuilder();
    for (DecodingPath step : steps()) {
      if (step.kind == Kind.FIELD) {
        text.append(text.isEmpty() ? "" : ".");
        text.append(step.embedded).append(step.embedded.isEmpty() ? "" : ".").append(step.name);
      }
    }
    return text.toString();
  }

  private Deque<DecodingPath> steps() {
    Deque<DecodingPath> steps = new ArrayDeque<>();
    DecodingPath at = this;
    while (at.parent != null) {
      steps.addFirst(at);
      at = at.parent;
    }
    return steps;
  }

  @Override
  public int compareTo(DecodingPath other) {
    Deque<DecodingPath> ours = steps();
    Deque<DecodingPath> theirs = other.steps();
    while (!ours.isEmpty() && !theirs.isEmpty()) {
      DecodingPath a = ours.removeFirst();
      DecodingPath b = theirs.removeFirst();
      int order = a.name.compareTo(b.name);
      if (order == 0) {
        order = Integer.compare(a.index, b.index);
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(ours.size(), theirs.size());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DecodingPath that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return indexed().hashCode();
  }

  @Override
  public String toString() {
    return indexed();
  }
}
