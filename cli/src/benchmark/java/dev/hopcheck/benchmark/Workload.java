package dev.hopcheck.benchmark;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Folders of generated manifests, the same on each run; one application in a hundred has a selector
 * with a typo.
 */
enum Workload {
  /** One application in one file: what a commit hook waits for. */
  ONE_FILE(1, 1, 1, false),
  /** Many folders of small files. */
  SMALL_FILES(4_000, 1, 40, false),
  /** Everything in one stream, with much text in ConfigMaps. */
  ONE_STREAM(4_000, 4_000, 4_000, true),
  /** Two thousand Services that choose among two thousand workloads of one namespace. */
  SELECTORS_2K(2_000, 50, 2_000, false),
  /** Five times as many: the time may grow fivefold, not with the square. */
  SELECTORS_10K(10_000, 50, 10_000, false);

  private final int applications;
  private final int perFile;
  private final int perFolder;
  private final boolean text;

  Workload(int applications, int perFile, int perFolder, boolean text) {
    this.applications = applications;
    this.perFile = perFile;
    this.perFolder = perFolder;
    this.text = text;
  }

  /** Documents: a Deployment, a Service and a ConfigMap for each application. */
  int documents() {
    return 3 * applications;
  }

  /** Selectors with a typo. */
  int faults() {
    return applications / 100;
  }

  /** Writes the manifests unless they are there; gives their folder. */
  Path in(Path parent) throws IOException {
    Path folder = parent.resolve(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (Files.exists(folder)) {
      return folder;
    }
    Path unfinished = parent.resolve(folder.getFileName() + ".part");
    for (int first = 0; first < applications; first += perFile) {
      Path unit = unfinished.resolve("unit-" + first / perFolder);
      Files.createDirectories(unit);
      try (Writer out = Files.newBufferedWriter(unit.resolve("app-" + first + ".yaml"))) {
        for (int i = first; i < Math.min(first + perFile, applications); i++) {
          application(i, out);
        }
      }
    }
    return Files.move(unfinished, folder);
  }

  private void application(int number, Writer out) throws IOException {
    String name = "app-" + number;
    String chosen = number % 100 == 99 ? "ap-" + number : name;
    out.write(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: NAME
          labels: {app: NAME}
        spec:
          replicas: 2
          selector:
            matchLabels:
              app: NAME
              tier: web
          template:
            metadata:
              labels:
                app: NAME
                tier: web
                version: "1.4"
            spec:
              containers:
                - name: server
                  image: registry.example.com/NAME:1.4.2
                  env:
                    - name: MODE
                      value: fast
                    - name: POD_IP
                      valueFrom:
                        fieldRef:
                          fieldPath: status.podIP
                  ports:
                    - name: http
                      containerPort: 8080
                  readinessProbe:
                    httpGet:
                      path: /ready
                      port: http
                  resources:
                    requests: {cpu: 100m, memory: 64Mi}
                    limits:
                      memory: 128Mi
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: NAME
        spec:
          selector:
            app: CHOSEN
            tier: web
          ports:
            - name: http
              port: 80
              targetPort: http
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: NAME
        data:
          mode: fast
        """
            .replace("NAME", name)
            .replace("CHOSEN", chosen));
    if (text) {
      out.write("  settings.ini: |\n");
      for (int line = 0; line < 60; line++) {
        out.write("    option-" + line + " = value of " + name + " number " + line + "\n");
      }
    }
    out.write("---\n");
  }
}
