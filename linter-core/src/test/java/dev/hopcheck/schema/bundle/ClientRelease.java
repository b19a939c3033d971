package dev.hopcheck.schema.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * One release of the Java client and the Kubernetes version it was generated from. There is none
 * for 1.29: release 20 is 1.28 and release 21 is 1.30.
 */
record ClientRelease(String release, int minor) {
  private static final String MODELS = "io/kubernetes/client/openapi/models/";
  private static final String APIS = "io/kubernetes/client/openapi/apis/";

  static final List<ClientRelease> ALL =
      List.of(
          new ClientRelease("20.0.1", 28),
          new ClientRelease("21.0.2", 30),
          new ClientRelease("22.0.1", 31),
          new ClientRelease("23.0.0", 32),
          new ClientRelease("24.0.0", 33),
          new ClientRelease("25.0.0", 34),
          new ClientRelease("26.0.0", 35),
          new ClientRelease("27.0.0", 36));

  /**
   * What a jar says.
   *
   * @param structs fields with their type codes, by struct and JSON name
   * @param kinds struct and scope, by {@code apiVersion kind}
   */
  record Content(Map<String, Map<String, String>> structs, Map<String, Served> kinds) {}

  /** A kind that clients may create. */
  record Served(String struct, boolean namespaced) {}

  Content read(Path folder) {
    Map<String, Map<String, String>> structs = new TreeMap<>();
    Map<String, Served> kinds = new TreeMap<>();
    try (JarFile jar =
        new JarFile(folder.resolve("client-java-api-" + release + ".jar").toFile())) {
      Enumeration<JarEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        String path = entry.getName();
        if (!path.endsWith(".class") || path.contains("$")) {
          continue;
        }
        if (path.startsWith(MODELS)) {
          ClassFile model = ClassFile.read(bytes(jar, entry));
          structs.put(simpleName(model.name()), fields(model));
        } else if (path.startsWith(APIS)) {
          addKinds(ClassFile.read(bytes(jar, entry)), kinds);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Content(structs, kinds);
  }

  private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private static Map<String, String> fields(ClassFile model) {
    Map<String, String> fields = new TreeMap<>();
    String struct = simpleName(model.name());
    for (ClassFile.Field field : model.fields()) {
      if (field.jsonName() != null) {
        fields.put(
            field.jsonName(),
            LostTypes.recover(struct, field.jsonName(), TypeCode.of(field.signature())));
      }
    }
    if (fields.containsKey("metadata") && fields.containsKey("kind")) {
      fields.put("apiVersion", "s^TypeMeta");
      fields.put("kind", "s^TypeMeta");
    }
    return fields;
  }

  /**
   * A kind is what a method {@code createKind} or {@code createNamespacedKind} takes; methods for
   * subresources carry a longer name.
   */
  private static void addKinds(ClassFile api, Map<String, Served> kinds) {
    String version = apiVersion(api.constants());
    if (version.isEmpty()) {
      return;
    }
    for (ClassFile.Method method : api.methods()) {
      if (!method.name().startsWith("create") || method.name().contains("_")) {
        continue;
      }
      boolean namespaced = method.name().startsWith("createNamespaced");
      String kind =
          method.name().substring(namespaced ? "createNamespaced".length() : "create".length());
      for (String struct : structsIn(method.descriptor())) {
        if (LostTypes.goName(struct).equals(kind)) {
          kinds.put(version + " " + kind, new Served(struct, namespaced));
        }
      }
    }
  }

  private static List<String> structsIn(String descriptor) {
    List<String> found = new ArrayList<>();
    int at = descriptor.indexOf("L" + MODELS);
    while (at >= 0) {
      int end = descriptor.indexOf(';', at);
      found.add(descriptor.substring(at + 1 + MODELS.length(), end));
      at = descriptor.indexOf("L" + MODELS, end);
    }
    return found;
  }

  private static String apiVersion(List<String> constants) {
    for (String constant : constants) {
      String[] parts = constant.split("/", -1);
      if (constant.startsWith("/apis/") && parts.length > 4) {
        return parts[2] + "/" + parts[3];
      }
      if (constant.startsWith("/api/") && parts.length > 3) {
        return parts[2];
      }
    }
    return "";
  }

  private static String simpleName(String internal) {
    return internal.substring(internal.lastIndexOf('/') + 1);
  }
}
