package dev.hopcheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Manifests that tests make. */
final class Manifests {
  private Manifests() {}

  /** A Service with one error. */
  static String broken(String name) {
    return """
        apiVersion: v1
        kind: Service
        metadata:
          name: NAME
        spec:
          type: NodePort
          ports:
            - port: 80
              nodePort: 99
        """
        .replace("NAME", name);
  }

  /** Writes so many Services with an error each into one file. */
  static void many(Path file, int count) throws IOException {
    String name = file.getFileName().toString().replace(".yaml", "-");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(broken(name + i)).append("---\n");
    }
    Files.writeString(file, text);
  }

  /** Writes ConfigMaps that take long to read and hold nothing wrong. */
  static void large(Path file, int documents) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int document = 0; document < documents; document++) {
      text.append("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c" + document + "}\ndata:\n");
      for (int key = 0; key < 20_000; key++) {
        text.append("  key-").append(key).append(": value-").append(key).append('\n');
      }
      text.append("---\n");
    }
    Files.writeString(file, text);
  }

  static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
