package dev.hopcheck.robustness;

import static dev.hopcheck.robustness.Texts.custom;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/**
 * Table 3.6: schemas, definitions of custom resources, regular expressions. Nothing is ever
 * fetched, so that 68 has no case.
 */
class SchemaCasesTest extends CaseTable {
  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: things.example.com}
      spec:
        group: example.com
        scope: Namespaced
        names: {plural: things, singular: thing, kind: Thing, listKind: ThingList}
        versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              properties:
                spec:
                  type: object
                  properties:
                    size: {type: integer, maximum: 5}
                    a: @
      """;

  private final List<Case> cases = new ArrayList<>();

  SchemaCasesTest() {
    super("3.6 Schemas, definitions, regular expressions");
  }

  @Override
  List<Case> cases() {
    references();
    complexity();
    patterns();
    definitions();
    formats();
    return cases;
  }

  private Case one(int number, String input) {
    Case one = Case.of(number, input);
    cases.add(one);
    return one;
  }

  /** A definition whose field {@code a} has that schema, and an object with that spec. */
  private Case defined(int number, String input, String schema, String spec) {
    return one(number, input)
        .file("crd.yaml", DEFINITION.replace("@", schema))
        .file("x.yaml", custom("spec: " + spec + "\n"));
  }

  /** A schema of the user for the whole object, and an object with that spec. */
  private Case given(int number, String input, String members, String spec) {
    return one(number, input)
        .file(
            "../schema.json",
            "{\"x-kubernetes-group-version-kind\": [{\"group\": \"example.com\", \"version\":"
                + " \"v1\", \"kind\": \"Thing\"}], "
                + members
                + "}")
        .file("x.yaml", custom("spec: " + spec + "\n"))
        .with("--schema", "../schema.json");
  }

  private void references() {
    for (String target :
        List.of(
            "http://127.0.0.1:9/a",
            "https://example.com/a.json",
            "file:///dev/zero",
            "/dev/zero",
            "../x.yaml",
            "jar:file:/a.jar!/b",
            "ftp://example.com/a",
            "classpath:draft-07",
            "resource:draft-07",
            "//host/share/a",
            "\\\\\\\\host\\\\share\\\\a",
            "http://[::1]/a")) {
      given(
              67,
              "$ref to " + target,
              "\"properties\": {\"spec\": {\"$ref\": \"" + target + "\"}}",
              "{size: 1}")
          .problem("schema-unusable")
          .says("`$ref` is not followed");
      defined(
              67,
              "$ref to " + target + " in a definition",
              "{$ref: \"" + target + "\"}",
              "{size: 9}")
          .problem("schema-unusable crd.yaml:20:25")
          .error("value-invalid x.yaml:4:14")
          .loosely();
      given(
          67,
          "$schema and $id " + target,
          "\"$schema\": \"" + target + "\", \"$id\": \"" + target + "\"",
          "{size: 1}");
    }
  }

  private void complexity() {
    given(
            69,
            "a reference to itself",
            "\"properties\": {\"spec\": {\"$ref\": \"#/definitions/a\"}}, \"definitions\": {\"a\":"
                + " {\"$ref\": \"#/definitions/a\"}}",
            "{size: 1}")
        .problem("schema-too-complex");
    given(
            69,
            "references in a circle",
            "\"properties\": {\"spec\": {\"$ref\": \"#/definitions/a\"}}, \"definitions\": {\"a\":"
                + " {\"allOf\": [{\"$ref\": \"#/definitions/b\"}]}, \"b\": {\"anyOf\": [{\"$ref\":"
                + " \"#/definitions/a\"}]}}",
            "{size: 1}")
        .problem("schema-too-complex");
    for (String keyword : List.of("allOf", "anyOf")) {
      StringBuilder doubling = new StringBuilder("\"z\": {}");
      for (int i = 0; i < 22; i++) {
        String next = i == 21 ? "z" : "a" + (i + 1);
        doubling.append(", \"a" + i + "\": {\"" + keyword + "\": [");
        doubling.append("{\"$ref\": \"#/definitions/" + next + "\"}, ");
        doubling.append("{\"$ref\": \"#/definitions/" + next + "\"}]}");
      }
      given(
              69,
              "references that double, " + keyword,
              "\"properties\": {\"spec\": {\"$ref\": \"#/definitions/a0\"}}, \"definitions\": {"
                  + doubling
                  + "}",
              "{size: 1}")
          .problem("schema-too-complex");
    }
    given(
        69,
        "`allOf` of 10,000",
        "\"allOf\": [" + "{\"type\": \"object\"}, ".repeat(9_999) + "{}]",
        "{size: 1}");
    given(
            69,
            "10,000 errors in an object",
            "\"properties\": {\"spec\": {\"additionalProperties\": {\"type\": \"string\"}}}",
            "{" + numbered(10_000) + "}")
        .loosely()
        .exit(1)
        .says("and 9900 more in this object")
        .check(
            seen ->
                assertThat(seen.findings())
                    .filteredOn(each -> each.startsWith("error"))
                    .hasSize(100));
  }

  private static String numbered(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ", ").append('k').append(i).append(": 1");
    }
    return text.toString();
  }

  private void patterns() {
    String evil = "a".repeat(1_000) + "!";
    for (String pattern :
        List.of(
            "^(.*a){12}$",
            "^(a|b)*$",
            "^(a+)+$",
            "^((a+)*)+$",
            "^(a|a)*$",
            "^" + "(".repeat(100) + "a" + ")".repeat(100) + "$")) {
      String shown = pattern.length() > 20 ? "100 groups deep" : pattern;
      defined(70, shown, "{type: string, pattern: '" + pattern + "'}", "{a: '" + evil + "'}")
          .error("value-invalid x.yaml:4:11");
    }
    for (String pattern :
        List.of(
            "(?=a)b",
            "(?<!a)b",
            "(a)\\1",
            "(",
            "[z-a]",
            "a{2000}",
            "(".repeat(1_000) + "a" + ")".repeat(1_000),
            "a".repeat(100_000),
            "((a{1,100}){1,100}){1,100}",
            "((((a{1,1000}){1,1000}){1,1000}){1,1000}){1,1000}",
            "(".repeat(50_000) + "a" + ")".repeat(50_000),
            "(a?){1000}".repeat(10_000),
            "a".repeat(3_000_000))) {
      String shown = pattern.length() > 30 ? pattern.length() + " characters" : pattern;
      defined(
              70,
              shown,
              "{type: string, pattern: '" + pattern + "'}",
              "{size: 9, a: '" + evil + "'}")
          .problem("schema-unusable crd.yaml:20:42")
          .says("the pattern is not applied")
          .error("value-invalid x.yaml:4:14")
          .loosely();
    }
  }

  private void definitions() {
    defined(71, "a field that is not in the schema", "{type: string}", "{b: 1}")
        .error("unknown-field x.yaml:4:8");
    defined(
        71,
        "x-kubernetes-preserve-unknown-fields",
        "{type: object, x-kubernetes-preserve-unknown-fields: true}",
        "{a: {b: 1}}");
    String port = "{x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}";
    defined(71, "int-or-string, a number", port, "{a: 1}");
    defined(71, "int-or-string, a text", port, "{a: b}");
    defined(71, "int-or-string, neither", port, "{a: yes}").error("wrong-type x.yaml:4:11");
    defined(71, "nullable", "{type: string, nullable: true}", "{a: null}");
    // The server drops such a null before it looks.
    defined(71, "not nullable", "{type: string}", "{a: null}");
    defined(71, "a default for null", "{type: string, default: b}", "{a: null}");
    defined(71, "a default that breaks nothing", "{type: string, default: b}", "{}");
    one(71, "a definition without a schema")
        .file("crd.yaml", DEFINITION.substring(0, DEFINITION.indexOf("    schema:")))
        .file("x.yaml", custom("spec: {a: 1}\n"))
        .loosely()
        .exit(1)
        .check(seen -> assertThat(seen.notValidated()).containsExactly("1 example.com/v1 Thing"));
    defined(71, "a definition that is not structural", "{anyOf: [{type: string}]}", "{a: b}")
        .loosely()
        .exit(1)
        .check(seen -> assertThat(seen.findings()).anyMatch(each -> each.contains(" crd.yaml:")));
    String second =
        "  - name: v2\n    served: true\n    storage: false\n    schema:\n"
            + "      openAPIV3Schema: {type: object, properties: {spec: {type: object,"
            + " properties: {b: {type: string}}}}}\n";
    one(71, "two versions")
        .file("crd.yaml", DEFINITION.replace("@", "{type: string}") + second)
        .file("x.yaml", custom("spec: {b: c}\n"))
        .file("y.yaml", custom("spec: {b: c}\n").replace("/v1", "/v2").replace("thing", "other"))
        .error("unknown-field x.yaml:4:8");
    one(71, "two definitions of one name that conflict")
        .file("a.yaml", DEFINITION.replace("@", "{type: string}"))
        .file("b.yaml", DEFINITION.replace("@", "{type: integer}"))
        .file("x.yaml", custom("spec: {a: b}\n"))
        .info("duplicate-object b.yaml:3:18");
    for (String group : List.of("apps", "networking.k8s.io", "example.k8s.io")) {
      one(72, "a definition in group " + group)
          .file("crd.yaml", DEFINITION.replace("example.com", group).replace("@", "{}"))
          .loosely()
          .exit(1)
          .check(
              seen ->
                  assertThat(seen.findings())
                      .anyMatch(each -> each.startsWith("error") && each.contains(" crd.yaml:")));
    }
    one(72, "a definition that loosens a Service")
        .file(
            "crd.yaml",
            DEFINITION
                .replace("example.com", "apps")
                .replace("Thing", "Deployment")
                .replace("@", "{x-kubernetes-preserve-unknown-fields: true}"))
        .file(
            "x.yaml",
            "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {unknown: 1,"
                + " selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}},"
                + " spec: {containers: [{name: a, image: a}]}}}\n")
        .error("unknown-field x.yaml:4:8")
        .error("value-forbidden crd.yaml:5:10")
        .loosely();
    for (String rule :
        List.of(
            "self.a.all(x, self.a.all(y, self.a.all(z, true)))",
            "(".repeat(10_000) + "true" + ")".repeat(10_000),
            "self.a + self.a".repeat(5_000),
            "1 / 0 == 0 && self.matches('(a+)+$')")) {
      String shown = rule.substring(0, Math.min(30, rule.length()));
      defined(
              73,
              "x-kubernetes-validations " + shown,
              "{type: string, x-kubernetes-validations: [{rule: \"" + rule + "\"}]}",
              "{size: 9, a: b}")
          .error("value-invalid x.yaml:4:14")
          .loosely();
    }
  }

  private void formats() {
    for (String format :
        List.of("date-time", "email", "ipv4", "int32", "int64", "byte", "uri", "nonsense", "")) {
      String schema = "{type: string, format: '" + format + "'}";
      defined(74, "format " + format + ", a number", schema, "{a: 1}")
          .error("wrong-type x.yaml:4:11");
      defined(
          74, "format " + format + ", null", schema.replace("{", "{nullable: true, "), "{a: null}");
    }
    given(
        74,
        "a format without a type, a number",
        "\"properties\": {\"spec\": {\"properties\": {\"a\": {\"format\": \"date-time\"}}}}",
        "{a: 1}");
    given(
        74,
        "a format without a type, null",
        "\"properties\": {\"spec\": {\"properties\": {\"a\": {\"format\": \"email\"}}}}",
        "{a: null}");
  }
}
