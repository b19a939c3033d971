package dev.hopcheck.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.MinimalPrettyPrinter;

/** Writes one JSON text; the elements of its outer lists stand on lines of their own. */
final class Json {
  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /** Something that writes JSON. */
  interface Content {
    void writeTo(Json json);
  }

  /** Writes an object and a line end; each element of its own lists stands on a line. */
  static void write(Content content, Appendable to) throws IOException {
    write(2, content, to);
  }

  /**
   * Writes a text and a line end.
   *
   * @param depth of the innermost lists whose elements stand on lines of their own; the outermost
   *     object or list has depth 1
   */
  static void write(int depth, Content content, Appendable to) throws IOException {
    JsonFactory factory = new JsonFactory();
    try (JsonGenerator out = factory.createGenerator(new Layout(depth), new Target(to))) {
      content.writeTo(new Json(out));
      out.writeRaw('\n');
    } catch (JacksonIOException failed) {
      throw failed.getCause();
    }
  }

  void open() {
    out.writeStartObject();
  }

  void open(String name) {
    out.writeName(name);
    out.writeStartObject();
  }

  void close() {
    out.writeEndObject();
  }

  void openList(String name) {
    out.writeName(name);
    out.writeStartArray();
  }

  void openList() {
    out.writeStartArray();
  }

  void closeList() {
    out.writeEndArray();
  }

  void number(String name, int value) {
    out.writeName(name);
    out.writeNumber(value);
  }

  void numberOrNull(String name, @Nullable Integer value) {
    out.writeName(name);
    if (value == null) {
      out.writeNull();
    } else {
      out.writeNumber(value);
    }
  }

  void flag(String name, boolean value) {
    out.writeName(name);
    out.writeBoolean(value);
  }

  void text(String name, @Nullable String value) {
    out.writeName(name);
    if (value == null) {
      out.writeNull();
    } else {
      string(value);
    }
  }

  void texts(String name, List<String> values) {
    openList(name);
    for (String value : values) {
      string(value);
    }
    closeList();
  }

  private void string(String value) {
    if (needsEscapes(value)) {
      out.writeRawValue(escaped(value));
    } else {
      out.writeString(value);
    }
  }

  /**
   * Whether a text holds what a terminal or a CI runner would obey, or half of a pair, which has no
   * UTF-8 form; JSON has escapes for all of it.
   */
  private static boolean needsEscapes(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) >= ' ' && Visible.isHidden(value, i)) {
        return true;
      }
      i += Character.charCount(value.codePointAt(i)) - 1;
    }
    return false;
  }

  private static String escaped(String value) {
    StringBuilder text = new StringBuilder(value.length() + 16).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean plain = c >= ' ' && c <= '~' && c != '"' && c != '\\';
      if (plain && !Visible.isHidden(value, i)) {
        text.append(c);
      } else {
        text.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
      }
    }
    return text.append('"').toString();
  }

  private static final class Layout extends ObjectWriteContext.Base {
    private final int depth;

    Layout(int depth) {
      this.depth = depth;
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new Lines(depth);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }

  private static final class Lines extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;

    private final int depth;

    Lines(int depth) {
      this.depth = depth;
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator to) {
      super.writeObjectEntrySeparator(to);
      if (to.streamWriteContext().getNestingDepth() < depth) {
        to.writeRaw('\n');
      }
    }

    @Override
    public void beforeArrayValues(JsonGenerator to) {
      if (to.streamWriteContext().getNestingDepth() <= depth) {
        to.writeRaw('\n');
      }
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator to) {
      super.writeArrayValueSeparator(to);
      if (to.streamWriteContext().getNestingDepth() <= depth) {
        to.writeRaw('\n');
      }
    }
  }

  /** An appendable as the generator wants to see it; closing is its owner's business. */
  private static final class Target extends Writer {
    private final Appendable to;

    Target(Appendable to) {
      this.to = to;
    }

    @Override
    public void write(char[] text, int from, int count) throws IOException {
      to.append(java.nio.CharBuffer.wrap(text, from, count));
    }

    @Override
    public void write(String text, int from, int count) throws IOException {
      to.append(text, from, from + count);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
