package dev.hopcheck.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlLimits;
import dev.hopcheck.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomSchemasTest {
  private static final Schemas SCHEMAS = Schemas.of(KubernetesVersion.NEWEST);

  private static final SourceFile FILE = SourceFile.of("a.yaml", "");

  private static final String CRD =
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
              type: object
              required: [spec]
              properties:
                spec:
                  type: object
                  required: [size]
                  properties:
                    size: {type: integer, minimum: 1, maximum: 5, exclusiveMaximum: true}
                    mode: {type: string, enum: [Fast, Slow]}
                    name: {type: string, pattern: '^[a-z]+$', maxLength: 5}
                    port: {x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}
                    note: {type: string, nullable: true}
                    tags: {type: array, items: {type: string}, x-kubernetes-list-type: set}
                    free: {type: object, x-kubernetes-preserve-unknown-fields: true}
                    labels: {type: object, additionalProperties: {type: string}}
                    nested:
                      type: array
                      items:
                        type: object
                        properties:
                          host: {type: string}
      """;

  private static YamlDocument document(String name, String text) {
    return YamlReader.read(SourceFile.of(name, text), YamlLimits.DEFAULT).documents().get(0);
  }

  private static CustomSchemas of(String crd, String... files) {
    YamlDocument definition = document("crd.yaml", crd);
    List<YamlDocument> user = new ArrayList<>();
    for (String file : files) {
      user.add(document("schema.json", file));
    }
    return CustomSchemas.of(
        SCHEMAS,
        List.of(new CustomSchemas.Definition(definition, definition.root(), "")),
        user,
        SchemaLimits.DEFAULT);
  }

  private static List<String> said(CustomSchemas schemas, String spec) {
    YamlDocument object =
        document(
            "cron.yaml",
            "apiVersion: example.com/v1\nkind: Cron\nmetadata: {name: a}\nspec: " + spec);
    CustomSchemas.Verdict verdict = schemas.validate(object, object.root());
    assertThat(verdict.validated()).isTrue();
    List<String> said = new ArrayList<>();
    for (Finding finding : verdict.findings()) {
      assertThat(finding.rejection()).isNotNull();
      said.add(
          finding.rejection().reason().word()
              + " "
              + finding.rejection().field()
              + " @"
              + finding.location().text());
    }
    return said;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{size: 1}",
        "{size: 4, mode: Fast, name: abc, port: 80, note: null, tags: [a]}",
        "{size: 4, port: http, free: {any: {thing: 1}}, labels: {a: b}}",
        "{size: 4, nested: [{host: a}]}",
        "{size: 1, mode: null, labels: {a: null}, nested: [{host: null}]}",
        "{size: '{{ .Values.size }}'}",
      })
  void takesWhatTheDefinitionAllows(String spec) {
    assertThat(said(of(CRD), spec)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{} | FieldValueRequired spec.size @spec",
        "{size: '1'} | FieldValueTypeInvalid spec.size @'1'",
        "{size: 5} | FieldValueInvalid spec.size @5",
        "{size: 0} | FieldValueInvalid spec.size @0",
        "{size: 1, mode: fast} | FieldValueNotSupported spec.mode @fast",
        "{size: 1, name: A1} | FieldValueInvalid spec.name @A1",
        "{size: 1, name: abcdef} | FieldValueTooLong spec.name @abcdef",
        "{size: 1, port: true} | FieldValueTypeInvalid spec.port @true",
        "{size: null} | FieldValueRequired spec.size @spec",
        "{size: 1, tags: {a: b}} | FieldValueTypeInvalid spec.tags @tags",
        "{size: 1, labels: {a: 1}} | FieldValueTypeInvalid spec.labels.a @1",
        "{size: 1, nested: [{}, {hots: a}]} | UnknownField spec.nested[1].hots @hots",
        "{size: 1, sizes: 2} | UnknownField spec.sizes @sizes",
      })
  void refusesWhatItDoesNot(String spec, String expected) {
    List<String> said = said(of(CRD), spec);
    assertThat(said).contains(expected);
    assertThat(said.get(0)).isEqualTo(expected);
  }

  @Test
  void tellsOfExpressionsOnceAnObjectIsJudged() {
    String crd =
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: ranges.example.com}
        spec:
          group: example.com
          names: {plural: ranges, kind: Range}
          versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  items:
                    type: array
                    items:
                      type: object
                      x-kubernetes-validations: [{rule: self.a < self.b}]
        """;
    CustomSchemas schemas = of(crd);
    assertThat(schemas.findings()).isEmpty();
    YamlDocument object =
        document("b.yaml", "apiVersion: example.com/v1\nkind: Range\nmetadata: {name: a}\n");
    assertThat(schemas.validate(object, object.root()).findings()).isEmpty();
    assertThat(schemas.validate(object, object.root()).validated()).isTrue();
    assertThat(schemas.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule().value()).isEqualTo("custom-resource-expressions");
              assertThat(finding.location().start().line()).isEqualTo(19);
            });
  }

  @Test
  void fillsInDefaultsBeforeItLooks() {
    CustomSchemas schemas = of(CRD.replace("{type: integer, ", "{type: integer, default: 3, "));
    assertThat(said(schemas, "{}")).isEmpty();
    assertThat(said(schemas, "{size: null}")).isEmpty();
    assertThat(said(schemas, "{size: 7}")).hasSize(1);
  }

  @Test
  void readsMetadataAsOfAnyKind() {
    YamlDocument object =
        document(
            "cron.yaml",
            "apiVersion: example.com/v1\nkind: Cron\nmetadata: {name: a, labels: {v: 1}}\nspec: {}");
    List<Finding> findings = of(CRD).validate(object, object.root()).findings();
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).rule().toString()).contains("string-needed");
  }

  @Test
  void knowsOnlyWhatIsDefined() {
    CustomSchemas schemas = of(CRD);
    assertThat(schemas.knows(FILE, "example.com/v1", "Cron")).isTrue();
    assertThat(schemas.knows(FILE, "example.com/v2", "Cron")).isFalse();
    assertThat(schemas.isNamespaced("example.com/v1", "Cron")).isTrue();
    assertThat(schemas.isNamespaced("example.com/v2", "Cron")).isNull();
  }

  @Test
  void judgesOnlyBelowTheFolderOfADefinition() {
    YamlDocument definition = document("shop/crds/crd.yaml", CRD);
    CustomSchemas schemas =
        CustomSchemas.of(
            SCHEMAS,
            List.of(new CustomSchemas.Definition(definition, definition.root(), "shop")),
            List.of(),
            SchemaLimits.DEFAULT);
    assertThat(schemas.knows(SourceFile.of("shop/a/b.yaml", ""), "example.com/v1", "Cron"))
        .isTrue();
    assertThat(schemas.knows(SourceFile.of("shop2/b.yaml", ""), "example.com/v1", "Cron"))
        .isFalse();
  }

  @Test
  void robustness72RefusesDefinitionsOfBuiltInGroups() {
    CustomSchemas schemas = of(CRD.replace("example.com", "apps"));
    assertThat(schemas.knows(FILE, "apps/v1", "Cron")).isFalse();
    assertThat(schemas.findings()).hasSize(1);
  }

  @Test
  void takesAnObjectThatOneOfTwoDefinitionsTakes() {
    YamlDocument strict = document("a.yaml", CRD);
    YamlDocument loose = document("b.yaml", CRD.replace("minimum: 1, ", ""));
    CustomSchemas schemas =
        CustomSchemas.of(
            SCHEMAS,
            List.of(
                new CustomSchemas.Definition(strict, strict.root(), ""),
                new CustomSchemas.Definition(loose, loose.root(), "")),
            List.of(),
            SchemaLimits.DEFAULT);
    assertThat(said(schemas, "{size: 0}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/a.json",
        "https://127.0.0.1/a",
        "file:///etc/passwd",
        "jar:file:/a.jar!/b",
        "ftp://example.com/a",
        "classpath:draft/2020-12/schema",
        "resource:a.json",
        "//host/share/a",
        "other.json#/definitions/a"
      })
  void robustness67FollowsNoReferenceOutOfTheSchema(String reference) {
    String schema =
        "{\"$id\": \"http://127.0.0.1:9/x\", \"$schema\": \"http://127.0.0.1:9/meta\","
            + " \"properties\": {\"apiVersion\": {\"const\": \"example.com/v1\"}, \"kind\":"
            + " {\"const\": \"Cron\"}, \"spec\": {\"$ref\": \""
            + reference
            + "\"}}}";
    YamlDocument file = document("schema.json", schema);
    CustomSchemas schemas =
        CustomSchemas.of(SCHEMAS, List.of(), List.of(file), SchemaLimits.DEFAULT);
    YamlDocument object =
        document("a.yaml", "apiVersion: example.com/v1\nkind: Cron\nspec: {a: 1}");
    CustomSchemas.Verdict verdict = schemas.validate(object, object.root());
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.problems()).hasSize(1);
    assertThat(verdict.problems().get(0).id()).isEqualTo("schema-unusable");
  }

  private static List<Problem> problemsOf(String definitions, String object) {
    String schema =
        "properties: {apiVersion: {const: example.com/v1}, kind: {const: Cron}, spec: {$ref:"
            + " '#/definitions/a0'}}\ndefinitions:\n"
            + definitions;
    CustomSchemas schemas =
        CustomSchemas.of(
            SCHEMAS, List.of(), List.of(document("schema.yaml", schema)), SchemaLimits.DEFAULT);
    YamlDocument document =
        document("a.yaml", "apiVersion: example.com/v1\nkind: Cron\nspec: " + object);
    return schemas.validate(document, document.root()).problems();
  }

  @Test
  void robustness69StopsAtReferencesThatDouble() {
    StringBuilder doubling = new StringBuilder();
    for (int i = 0; i < 22; i++) {
      String next = "{$ref: '#/definitions/a" + (i + 1) + "'}";
      doubling.append("  a" + i + ": {allOf: [" + next + ", " + next + "]}\n");
    }
    assertThat(problemsOf(doubling + "  a22: {type: string}\n", "{a: 1}"))
        .extracting(Problem::id)
        .containsExactly("schema-too-complex");
  }

  @Test
  void robustness69StopsAtReferencesInACircle() {
    assertThat(problemsOf("  a0: {$ref: '#/definitions/a0'}\n", "{a: 1}"))
        .extracting(Problem::id)
        .containsExactly("schema-too-complex");
    assertThat(
            problemsOf(
                "  a0: {allOf: [{$ref: '#/definitions/a1'}]}\n  a1: {$ref: '#/definitions/a0'}\n",
                "{a: 1}"))
        .extracting(Problem::id)
        .containsExactly("schema-too-complex");
  }

  @Test
  void followsReferencesThatGoDownTheValue() {
    assertThat(
            problemsOf(
                "  a0: {properties: {a: {$ref: '#/definitions/a0'}}}\n", "{a: {a: {a: {a: 1}}}}"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?=a)b", "(", "a{2000}"})
  void robustness70LeavesOutPatternsThatAreNotLinear(String pattern) {
    CustomSchemas schemas = of(CRD.replace("^[a-z]+$", pattern));
    YamlDocument object =
        document("a.yaml", "apiVersion: example.com/v1\nkind: Cron\nspec: {size: 9, name: A1}");
    CustomSchemas.Verdict verdict = schemas.validate(object, object.root());
    assertThat(verdict.problems()).extracting(Problem::id).containsExactly("schema-unusable");
    assertThat(verdict.findings()).extracting(Finding::field).containsExactly("spec.size");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a{1000} | true",
        "a{1001} | false",
        "(a{10}b{100}){10} | true",
        "(a{10}b{101}){10} | false",
        "((a{1,100}){1,100}){1,100} | false",
        "(a{1,1000}){1,} | true",
        "a{2,3}{4} | true",
        "[{}a{9999}]b{2} | true",
        "\\({9}\\{9999} | true",
        "{{{a{x}{} | true",
      })
  void robustness70NestedRepeatsMultiply(String pattern, boolean fine) {
    assertThat(PatternRepeats.refusal(pattern) == null).isEqualTo(fine);
  }

  @Test
  void robustness70LargePatternsAreNotCompiled() {
    String deep = "(".repeat(50_000) + "a" + ")".repeat(50_000);
    assertThat(PatternRepeats.refusal(deep)).contains("too deeply");
    assertThat(PatternRepeats.refusal("(a?){1000}".repeat(10_000))).contains("too large");
    assertThat(PatternRepeats.isBearable("(a?){1000}".repeat(200))).isFalse();
    assertThat(PatternRepeats.refusal("(a?){1000}".repeat(200))).isNull();
    assertThat(PatternRepeats.isBearable("{".repeat(10_000))).isTrue();
  }

  @Test
  void robustness70AnswersEvilPatternsInLinearTime() {
    CustomSchemas schemas =
        of(CRD.replace("^[a-z]+$", "^(.*a){12}$").replace(", maxLength: 5", ""));
    assertThat(said(schemas, "{size: 1, name: " + "a".repeat(10) + "b".repeat(500) + "}"))
        .hasSize(1);
  }

  @Test
  void robustness69KeepsAHundredFindingsOfAnObject() {
    StringBuilder labels = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      labels.append(i == 0 ? "" : ", ").append("k").append(i).append(": 1");
    }
    YamlDocument object =
        document(
            "a.yaml",
            "apiVersion: example.com/v1\nkind: Cron\nspec: {size: 1, labels: {" + labels + "}}");
    List<Finding> findings = of(CRD).validate(object, object.root()).findings();
    assertThat(findings).hasSize(100);
    assertThat(findings.get(99).notes()).anyMatch(note -> note.contains("200 more"));
  }

  @Test
  void findsTheKindOfACatalogueFileByItsPath() {
    YamlDocument file =
        document(
            "schemas/example.com/cron_v1.json",
            "{\"properties\": {\"spec\": {\"additionalProperties\": false, \"properties\": {\"a\":"
                + " {}}}}}");
    CustomSchemas schemas =
        CustomSchemas.of(SCHEMAS, List.of(), List.of(file), SchemaLimits.DEFAULT);
    assertThat(said(schemas, "{b: 1}")).containsExactly("UnknownField spec.b @b");
  }

  @Test
  void saysWhichFilesItCannotUse() {
    CustomSchemas schemas =
        CustomSchemas.of(
            SCHEMAS,
            List.of(),
            List.of(document("odd.json", "{\"type\": \"object\"}")),
            SchemaLimits.DEFAULT);
    assertThat(schemas.problems()).extracting(Problem::file).containsExactly("odd.json");
  }

  /** What a keyword cannot have for a value is left out and said; the rest still judges. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "minimum: 1 | minimum: many",
        "maxLength: 5 | maxLength: -1",
        "maxLength: 5 | maxLength: 9999999999",
        "minimum: 1 | multipleOf: 0",
        "{type: object, additionalProperties: {type: string}} | {type: map}",
        "enum: [Fast, Slow] | enum: Fast",
        "required: [size] | required: size",
        "{type: string, nullable: true} | text",
        "{type: string, nullable: true} | [a]",
      })
  void leavesOutWhatIsNoSchema(String from, String to) {
    String broken = CRD.replace(from, to);
    assertThat(broken).isNotEqualTo(CRD);
    YamlDocument object =
        document("a.yaml", "apiVersion: example.com/v1\nkind: Cron\nspec: {size: 9}");
    CustomSchemas.Verdict verdict = of(broken).validate(object, object.root());
    assertThat(verdict.problems()).extracting(Problem::id).containsExactly("schema-unusable");
    assertThat(verdict.findings()).extracting(Finding::field).containsExactly("spec.size");
  }

  /** The server takes null for an empty schema and for a keyword that is not there. */
  @Test
  void nullInADefinitionIsAsIfItWereNotWritten() {
    String crd =
        CRD.replace("{type: string, nullable: true}", "null")
            .replace("maxLength: 5", "maxLength: ~");
    assertThat(said(of(crd), "{size: 1, note: [a], name: abcdefgh}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#/definitions/none", "#/definitions/a1/required", "#/properties"})
  void saysThatAReferenceLeadsToNoSchema(String reference) {
    List<Problem> problems =
        problemsOf("  a0: {$ref: '" + reference + "'}\n  a1: {required: [a]}\n", "{a: 1}");
    if (reference.equals("#/properties")) {
      assertThat(problems).isEmpty();
    } else {
      assertThat(problems).extracting(Problem::id).containsExactly("schema-unusable");
    }
  }
}
