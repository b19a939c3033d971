package dev.hopcheck.schema;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hopcheck.fuzz.Claims;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlLimits;
import dev.hopcheck.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any schema in a definition judges any object within its budget, or says that it cannot. */
class CustomSchemaFuzz {
  private static final YamlLimits LIMITS = new YamlLimits(1 << 14, 20, 2000, 4000);
  private static final Schemas SCHEMAS = Schemas.of(KubernetesVersion.NEWEST);
  private static final String HEAD =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: crons.example.com}
      spec:
        group: example.com
        scope: Namespaced
        names: {plural: crons, kind: Cron}
        versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
      """;
  private static final String OBJECT =
      "apiVersion: example.com/v1\nkind: Cron\nmetadata: {name: a}\nspec:\n";

  /** A schema, a line of equal signs, the object's specification. */
  static Stream<byte[]> seeds() {
    return Stream.of(
            "{type: object, required: [spec], properties: {spec: {type: object, properties: {size:"
                + " {type: integer, minimum: 1, maximum: 5, exclusiveMaximum: true}, mode: {type:"
                + " string, enum: [Fast, Slow]}}}}}\n=\n{size: 7, mode: Slaw, nam: x}",
            "{type: object, properties: {spec: {type: object, properties: {name: {type: string,"
                + " pattern: '^[a-z]+$', maxLength: 5, format: date-time}}}}}\n=\n{name: A}",
            "{type: object, properties: {spec: {x-kubernetes-int-or-string: true, anyOf: [{type:"
                + " integer}, {type: string}]}}}\n=\n[1]",
            "{type: object, properties: {spec: {type: array, uniqueItems: true, minItems: 2, items:"
                + " {type: object, additionalProperties: {type: string, nullable: true}}}}}\n=\n"
                + "- {a: b}\n- {a: 1}",
            "{type: object, x-kubernetes-preserve-unknown-fields: true, oneOf: [{required: [spec]},"
                + " {not: {required: [spec]}}], allOf: [{}]}\n=\n{multipleOf: 1}",
            "{properties: {spec: {$ref: '#/properties/spec'}}}\n=\na",
            "{properties: {spec: {$ref: 'file:///x', $schema: 'http://x.example', $id: a}}}\n=\na",
            "{type: object, properties: {spec: {x-kubernetes-list-type: map,"
                + " x-kubernetes-list-map-keys: [a], type: array, items: {type: object}}},"
                + " x-kubernetes-validations: [{rule: 'self.a > 1'}]}\n=\n- a: 1\n- a: 1")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @DictionaryEntries(
      value = {
        "type: ",
        "properties: ",
        "items: ",
        "$ref: ",
        "'#'",
        "anyOf: [",
        "pattern: ",
        "format: ",
        "enum: [",
        "multipleOf: ",
        "not: {",
        "additionalProperties: ",
        "\\x0A=\\x0A",
        "nullable: true",
        "x-kubernetes-embedded-resource: true",
        "patternProperties: ",
        "dependencies: ",
        "default: "
      })
  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10m")
  void judged(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int line = text.indexOf("\n=\n");
    if (line < 0) {
      return;
    }
    List<YamlDocument> schema = documents("crd.yaml", HEAD + text.substring(0, line + 1).indent(8));
    List<YamlDocument> alone = documents("schema.json", text.substring(0, line));
    List<YamlDocument> object = documents("cron.yaml", OBJECT + text.substring(line + 3).indent(2));
    if (schema.isEmpty() || object.isEmpty()) {
      return;
    }
    YamlDocument definition = schema.get(0);
    CustomSchemas custom =
        CustomSchemas.of(
            SCHEMAS,
            List.of(new CustomSchemas.Definition(definition, definition.root(), "")),
            alone,
            SchemaLimits.DEFAULT);
    Claims.inFile(custom.findings());
    Claims.ours(custom.problems(), alone.isEmpty() ? definition.file() : alone.get(0).file());
    CustomSchemas.Verdict verdict = custom.validate(object.get(0), object.get(0).root());
    Claims.inFile(verdict.findings());
    Claims.ours(verdict.problems(), definition.file());
    Claims.hold(verdict.findings().size() <= 100, "too many findings");
  }

  private static List<YamlDocument> documents(String name, String text) {
    return YamlReader.read(SourceFile.of(name, text), LIMITS).documents();
  }
}
