package dev.hopcheck.yaml;

import dev.hopcheck.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Makes a document that nobody wrote: values of one document below keys and in lists that lead to
 * them. What is copied keeps its place; all else stands at one node of that document.
 */
public final class YamlFrame {
  private final YamlDocument from;
  private final Span at;
  private final DocumentBuilder builder;
  private final Deque<Integer> open = new ArrayDeque<>();

  /** Begins with a mapping; what is not copied stands at the node. */
  public YamlFrame(YamlNode at) {
    from = at.document();
    this.at = at.span();
    builder = new DocumentBuilder(from.file(), new SharedTexts());
    mapping();
  }

  /** Opens a mapping. */
  public YamlFrame mapping() {
    open.push(builder.open(true, at.start()));
    return this;
  }

  /** Opens a list. */
  public YamlFrame list() {
    open.push(builder.open(false, at.start()));
    return this;
  }

  /** Closes what was opened last. */
  public YamlFrame end() {
    builder.close(open.pop(), at.end());
    return this;
  }

  /** Adds a key, or a text that is a value. */
  public YamlFrame text(String text) {
    builder.quoted(at.start(), at.end(), text);
    return this;
  }

  /** Adds a value as it is read without quotes. */
  public YamlFrame plain(String text) {
    builder.plain(at.start(), at.end(), text);
    return this;
  }

  /** Adds a node of the same document with all that it holds; aliases are followed. */
  public YamlFrame copy(YamlNode node) {
    if (node.document() != from) {
      throw new IllegalArgumentException("a node of another document");
    }
    Span span = node.span();
    if (node.isScalar()) {
      builder.add(from.kinds(node.id()), span.start(), span.end(), 0);
      builder.texts[builder.count() - 1] = node.text();
      String tag = from.tag(node.id());
      if (tag != null) {
        builder.tag(builder.count() - 1, tag);
      }
      return this;
    }
    int id = builder.open(node.isMapping(), span.start());
    for (YamlEntry entry : node.entries()) {
      copy(entry.keyNode());
      copy(entry.value());
    }
    for (YamlNode item : node.items()) {
      copy(item);
    }
    builder.close(id, span.end());
    return this;
  }

  /** Closes all that is open. */
  public YamlDocument build() {
    while (!open.isEmpty()) {
      end();
    }
    return builder.build(from.index(), from.span());
  }
}
