package dev.hopcheck.schema.bundle;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a class file that the generator needs: names and generic types of fields and methods,
 * the JSON names in Gson's annotations, and all text constants. Reading the file instead of loading
 * the class spares the client's own dependencies.
 */
record ClassFile(String name, List<Field> fields, List<Method> methods, List<String> constants) {
  /**
   * A field.
   *
   * @param signature generic type where there is one, else the descriptor
   * @param jsonName what Gson calls it; null for constants
   */
  record Field(String name, String signature, @Nullable String jsonName) {}

  /** A method with its descriptor. */
  record Method(String name, String descriptor) {}

  private static final String SERIALIZED_NAME = "Lcom/google/gson/annotations/SerializedName;";

  static ClassFile read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new Reader(in).read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Follows the layout of chapter 4 of the Java Virtual Machine Specification. */
  private static final class Reader {
    private final DataInputStream in;
    private @Nullable String[] texts = new String[0];
    private int[] references = new int[0];

    Reader(DataInputStream in) {
      this.in = in;
    }

    ClassFile read() throws IOException {
      in.readInt();
      in.readInt();
      readConstants();
      in.readUnsignedShort();
      String name = text(references[in.readUnsignedShort()]);
      in.readUnsignedShort();
      int interfaces = in.readUnsignedShort();
      in.skipBytes(2 * interfaces);
      List<Field> fields = new ArrayList<>();
      for (int i = in.readUnsignedShort(); i > 0; i--) {
        fields.add(readField());
      }
      List<Method> methods = new ArrayList<>();
      for (int i = in.readUnsignedShort(); i > 0; i--) {
        in.readUnsignedShort();
        methods.add(new Method(text(in.readUnsignedShort()), text(in.readUnsignedShort())));
        for (int a = in.readUnsignedShort(); a > 0; a--) {
          in.readUnsignedShort();
          in.skipNBytes(in.readInt());
        }
      }
      List<String> constants = new ArrayList<>();
      for (String text : texts) {
        if (text != null) {
          constants.add(text);
        }
      }
      return new ClassFile(name, fields, methods, constants);
    }

    private void readConstants() throws IOException {
      int count = in.readUnsignedShort();
      texts = new String[count];
      references = new int[count];
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> texts[i] = in.readUTF();
          case 7, 8, 16, 19, 20 -> references[i] = in.readUnsignedShort();
          case 15 -> in.skipNBytes(3);
          case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
          case 5, 6 -> {
            in.skipNBytes(8);
            i++;
          }
          default -> throw new IOException("constant tag " + tag);
        }
      }
    }

    private Field readField() throws IOException {
      in.readUnsignedShort();
      String name = text(in.readUnsignedShort());
      String signature = text(in.readUnsignedShort());
      String jsonName = null;
      for (int a = in.readUnsignedShort(); a > 0; a--) {
        String attribute = text(in.readUnsignedShort());
        int length = in.readInt();
        switch (attribute) {
          case "Signature" -> signature = text(in.readUnsignedShort());
          case "RuntimeVisibleAnnotations" -> {
            byte[] content = new byte[length];
            in.readFully(content);
            jsonName = serializedName(content);
          }
          default -> in.skipNBytes(length);
        }
      }
      return new Field(name, signature, jsonName);
    }

    /**
     * Reads the first annotation, which is Gson's in all releases; others of text values do no
     * harm.
     */
    private @Nullable String serializedName(byte[] content) throws IOException {
      DataInputStream annotations = new DataInputStream(new ByteArrayInputStream(content));
      for (int i = annotations.readUnsignedShort(); i > 0; i--) {
        boolean gson = text(annotations.readUnsignedShort()).equals(SERIALIZED_NAME);
        for (int pair = annotations.readUnsignedShort(); pair > 0; pair--) {
          annotations.readUnsignedShort();
          char tag = (char) annotations.readUnsignedByte();
          if (tag != 's') {
            return null;
          }
          String value = text(annotations.readUnsignedShort());
          if (gson) {
            return value;
          }
        }
      }
      return null;
    }

    private String text(int index) throws IOException {
      String text = texts[index];
      if (text == null) {
        throw new IOException("constant " + index + " is no text");
      }
      return text;
    }
  }
}
