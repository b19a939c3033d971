package dev.hopcheck.report;

import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Linter;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Inputs whose reports show all that can be said, and hostile names. */
final class Reported {
  /** A name full of what CI servers, XML, URIs, Markdown and HTML take for something else. */
  static final String HOSTILE_NAME =
      "a b#%?:,|`*_<b>@team ![i](http://x.example)\n::error::\u001b[31m\u202e\uFFFE]]>&amp;\u00e9.yaml";

  private static final String MANIFESTS =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: "%s"
      spec:
        type: NodePort
        slector: {a: b}
        ports:
          - port: 80
            nodePort: 99 # hopcheck: ignore node-port-out-of-range until 2027-01-31 -- %s
          - port: 99999
      ---
      apiVersion: example.com/v1
      kind: Thing
      metadata: {name: x}
      ---
      a: [
      """;

  private Reported() {}

  /** A file with findings, silenced ones included, a broken document and a custom resource. */
  static SourceFile file(String name, String resource) {
    return SourceFile.of(name, MANIFESTS.formatted(resource, resource));
  }

  static LintResult lint(SourceFile... files) throws Exception {
    return new Linter(Catalogue.of())
        .lint(LintRequest.ofTexts(List.of(files)).today("2026-12-24").build());
  }

  /** Everything at once, under hostile names. */
  static LintResult hostile() throws Exception {
    return lint(
        file(
            HOSTILE_NAME,
            HOSTILE_NAME
                .replace("\n", "\\n")
                .replace("\u001b", "\\e")
                .replace("\uFFFE", "\\uFFFE")),
        SourceFile.of("empty|`.yaml", ""),
        SourceFile.of("clean.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n"),
        SourceFile.of("half\uD800.yaml", "a: [\n"),
        SourceFile.of("../../above/x.yaml", "{apiVersion: v1, kind: Pod, spec: 1}\n"),
        SourceFile.of("/tree/k8s/x.yaml", "{apiVersion: v1, kind: Pod, spec: 1}\n"),
        SourceFile.of("/elsewhere/../x.yaml", "{apiVersion: v1, kind: Pod, spec: 1}\n"));
  }

  static String write(ReportFormat format, LintResult result) throws IOException {
    return write(format, result, Severity.WARNING);
  }

  static String write(ReportFormat format, LintResult result, Severity show) throws IOException {
    StringBuilder text = new StringBuilder();
    format
        .report(
            new ReportFormat.Options(
                show, false, true, Severity.ERROR, Path.of("/tree"), Catalogue.of(), "1.0"))
        .write(result, text);
    return text.toString();
  }
}
