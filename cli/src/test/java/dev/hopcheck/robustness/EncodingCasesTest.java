package dev.hopcheck.robustness;

import static dev.hopcheck.robustness.Texts.FAULTY;
import static dev.hopcheck.robustness.Texts.GOOD;
import static dev.hopcheck.robustness.Texts.config;
import static dev.hopcheck.robustness.Texts.custom;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Table 3.2: encoding and syntax. */
class EncodingCasesTest extends CaseTable {
  private static final String ERROR = "node-port-out-of-range x.yaml";
  private final List<Case> cases = new ArrayList<>();

  EncodingCasesTest() {
    super("3.2 Encoding and syntax");
  }

  @Override
  List<Case> cases() {
    nothing();
    encodings();
    characters();
    lineEnds();
    tags();
    directives();
    layout();
    separators();
    json();
    names();
    return cases;
  }

  private Case x(int number, String input, String text) {
    return one(number, input).file("x.yaml", text);
  }

  private Case one(int number, String input) {
    Case one = Case.of(number, input);
    cases.add(one);
    return one;
  }

  private void nothing() {
    for (String text :
        List.of("", "# a\n# b\n", "---\n", " \n  \n", "---\n".repeat(1000), "null\n", "~")) {
      int number = text.isEmpty() ? 1 : 2;
      x(number, "`" + text.substring(0, Math.min(8, text.length())).strip() + "`", text)
          .check(
              seen -> {
                assertThat(seen.skipped()).containsExactly("x.yaml: empty");
                assertThat(seen.count("documents")).isEqualTo(2);
              });
    }
  }

  private void encodings() {
    x(3, "byte order mark of UTF-8", "\uFEFF" + FAULTY).error(ERROR + ":7:26");
    x(3, "byte order mark and nothing", "\uFEFF");
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      one(4, charset + ", two documents")
          .file("x.yaml", ("\uFEFF# \uD83D\uDE00\n" + GOOD + "---\n" + FAULTY).getBytes(charset))
          .error(ERROR + ":13:26")
          .check(seen -> assertThat(seen.count("documents")).isEqualTo(4));
      one(5, charset + " without a mark")
          .file("x.yaml", GOOD.getBytes(charset))
          .problem("yaml-encoding x.yaml:1:1")
          .says("at offset " + (charset == StandardCharsets.UTF_16BE ? 0 : 1));
    }
    for (String name : List.of("UTF-32LE", "UTF-32BE")) {
      one(5, name)
          .file("x.yaml", GOOD.getBytes(Charset.forName(name)))
          .problem("yaml-encoding x.yaml:1:1");
      one(5, name + " with a mark")
          .file("x.yaml", ("\uFEFF" + GOOD).getBytes(Charset.forName(name)))
          .problem("yaml-encoding x.yaml:1:1")
          .says("UTF-32");
    }
    one(5, "Latin-1")
        .file("x.yaml", (GOOD + "# caf\u00E9\n").getBytes(ISO_8859_1))
        .problem("yaml-encoding x.yaml:5:6")
        .says("at offset " + (GOOD.length() + 5));
    invalid("a byte without a lead", 0x80);
    invalid("an overlong form", 0xC0, 0xAF);
    invalid("an overlong form of three bytes", 0xE0, 0x80, 0xAF);
    invalid("an encoded surrogate", 0xED, 0xA0, 0x80);
    invalid("beyond U+10FFFF", 0xF4, 0x90, 0x80, 0x80);
    invalid("half a sequence", 0xE2, 0x82);
  }

  private void invalid(String what, int... bytes) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes((GOOD + "data:\n  a: ").getBytes(UTF_8));
    for (int b : bytes) {
      text.write(b);
    }
    text.writeBytes("\n".getBytes(UTF_8));
    one(6, what).file("x.yaml", text.toByteArray()).problem("yaml-encoding x.yaml:6:6");
  }

  private void characters() {
    for (char c : new char[] {0, 7, 8, 0x1B, 0x7F, 0x80, 0x9F, 0xFFFE, 0xFFFF}) {
      String shown = String.format("U+%04X", (int) c);
      x(c < 0xFFFE ? 7 : 9, shown + " in a value", GOOD + "data: {a: 'b" + c + "'}\n---\n" + FAULTY)
          .problem("yaml-encoding x.yaml:5:13")
          .says(shown)
          .error(ERROR + ":13:26");
    }
    x(7, "U+0007 in a comment", "# \u0007\n" + GOOD).problem("yaml-encoding x.yaml:1:3");
    for (String escape : List.of("\\uD800", "\\uDC00", "\\uD83D\\uDE00", "\\U0000D800")) {
      x(8, escape, GOOD + "data: {a: \"" + escape + "\"}\n---\n" + FAULTY)
          .problem("yaml-syntax x.yaml:5:11")
          .error(ERROR + ":13:26");
    }
    x(8, "a lone surrogate in JSON", "{\"apiVersion\": \"v1\", \"kind\": \"\\uD800\"}")
        .problem("yaml-syntax x.yaml:1:30");
    x(9, "a mark within a value", config("a", "data: {a: 'b\uFEFFc'}\n"))
        .warning("yaml-byte-order-mark x.yaml:4:13");
    x(9, "a mark within a comment", GOOD + "# a\uFEFF\n")
        .warning("yaml-byte-order-mark x.yaml:5:4");
    x(9, "a mark before the second document", GOOD + "---\n\uFEFF" + FAULTY)
        .warning("yaml-byte-order-mark x.yaml:6:1")
        .error(ERROR + ":12:26");
    x(9, "a mark before a key", "kind: ConfigMap\n\uFEFFapiVersion: v1\nmetadata: {name: a}\n")
        .warning("yaml-byte-order-mark x.yaml:2:1")
        .error("required-field-missing x.yaml:1:1");
  }

  private void lineEnds() {
    String two = GOOD + "---\n" + FAULTY;
    x(10, "CRLF", two.replace("\n", "\r\n")).error(ERROR + ":12:26");
    x(10, "CRLF and LF mixed", two.replace("kind: ConfigMap\n", "kind: ConfigMap\r\n"))
        .error(ERROR + ":12:26");
    x(10, "CR only, one document", FAULTY.replace('\n', '\r')).error(ERROR + ":7:26");
    x(10, "CR only, with separators", two.replace('\n', '\r')).problem("yaml-syntax x.yaml:5:1");
    x(10, "U+0085 as a line end", config("a", "data: {a: b}\u0085immutable: maybe\n"))
        .error("wrong-type x.yaml:4:25");
    x(10, "U+2028 as a line end", config("a", "data: {a: b}\u2028immutable: maybe\n"))
        .error("wrong-type x.yaml:4:25");
    x(10, "U+2028 and U+2029 in quotes", config("a", "data: {a: 'b\u2028\u2029c'}\n"));
    x(11, "`\"\\x` at the end", "a: \"\\x").problem("yaml-syntax x.yaml:1:2");
    String full =
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: \"a\\x61\", labels: {x: 'y'}}\n"
            + "data: &a\n  b: |\n    text\n  ? d\n  : !!str e\n";
    one(11, "every truncation by a byte")
        .made(
            folder -> {
              for (int i = 0; i <= full.length(); i++) {
                Files.writeString(folder.resolve(i + ".yaml"), full.substring(0, i));
              }
            })
        .loosely()
        .check(EncodingCasesTest::endsWell)
        .exit(2);
  }

  /** Each is skipped, failed or analysed, and nothing broke. */
  private static void endsWell(Seen seen) {
    assertThat(seen.problems()).isNotEmpty().noneMatch(each -> each.startsWith("internal-error"));
    for (String finding : seen.findings()) {
      assertThat(finding)
          .containsPattern(
              "required-field|duplicate-object|api-version|headless|tag-ignored|value-invalid|wrong-type|string-needed|unknown-field");
    }
  }

  private void tags() {
    for (String bad :
        List.of("!!int abc", "!!binary \"@@\"", "!!bool 12", "!!null x", "!!float x")) {
      x(12, bad, custom("a: " + bad + "\n---\n" + FAULTY))
          .problem("yaml-syntax x.yaml:4:4")
          .error(ERROR + ":12:26");
    }
    for (String bad : List.of("!%zz a", "!e!x a", "!<a b")) {
      x(12, bad, custom("a: " + bad + "\n---\n" + FAULTY))
          .problem("yaml-syntax")
          .error(ERROR + ":12:26");
    }
    // kubectl takes these, and what it takes counts.
    for (String odd : List.of("!!str [a]", "!!seq {a: b}", "!!int [1]", "!%20 a")) {
      x(12, odd, custom("a: " + odd + "\n")).warning("yaml-tag-ignored x.yaml:4:4");
    }
    for (String odd : List.of("!foo b", "!!timestamp 2001-01-01", "!!java.io.File /etc/passwd")) {
      x(13, odd, config("a", "data:\n  a: " + odd + "\n")).warning("yaml-tag-ignored x.yaml:5:6");
    }
    x(13, "`!foo` before `labels`", GOOD + "  labels: !foo &x # !no\n    a: 'b'\n")
        .warning("yaml-tag-ignored x.yaml:5:11");
    x(13, "`!foo` before an error", FAULTY.replace("99", "!foo 99"))
        .warning("yaml-tag-ignored x.yaml:7:26")
        .error("wrong-type x.yaml:7:31");
    x(13, "tags that say what is so", config("a", "data: !!map {!!str a: !!str 1, b: ! c}\n"));
  }

  private void directives() {
    x(14, "%YAML 1.1", "%YAML 1.1\n---\n" + FAULTY)
        .problem("yaml-syntax x.yaml:2:1")
        .error(ERROR + ":9:26");
    for (String directive :
        List.of(
            "%YAML 1.3",
            "%YAML 3.0",
            "%YAML 99999999999999999999.1",
            "%YAML 1.1\n%YAML 1.1",
            "%TAG ! tag:a,2000:\n%TAG ! tag:b,2000:",
            "%TAG !! tag:example.com,2000:")) {
      x(14, directive, directive + "\n---\n" + FAULTY)
          .problem("yaml-syntax")
          .error(ERROR + ":" + (8 + directive.lines().count()) + ":26");
    }
  }

  private void layout() {
    x(15, "tab as indentation", GOOD + "data:\n\ta: b\n")
        .problem("yaml-syntax x.yaml:6:1")
        .says("indent with spaces");
    x(15, "tab after `-`", "a:\n-\tb: c\n").problem("yaml-syntax x.yaml:2:2").says("tab");
    x(15, "trailing `:`", "a: b:\n").problem("yaml-syntax x.yaml:1:5").says("quote the value");
    String template = GOOD + "data:\n{{- if .Values.x }}\n  a: b\n{{- end }}\n";
    one(16, "templates of a chart")
        .file("c/Chart.yaml", "name: c\nversion: 1.0.0\n")
        .file("c/templates/x.yaml", template)
        .file("c/templates/y.yaml", FAULTY)
        .check(
            seen ->
                assertThat(seen.skipped())
                    .contains(
                        "c/templates/x.yaml: chart template",
                        "c/templates/y.yaml: chart template"));
    x(16, "a template outside of a chart", template).problem("yaml-syntax").says("template");
    x(16, "a template that parses", FAULTY.replace("99", "'{{ .Values.port }}'"))
        .info("wrong-type x.yaml:7:26");
  }

  private void separators() {
    x(17, "text after `---`", GOOD + "--- !foo\n" + FAULTY)
        .problem("yaml-syntax x.yaml:5:5")
        .says("separator");
    x(17, "a mapping after `---`", GOOD + "--- {a: b}\n").problem("yaml-syntax x.yaml:5:5");
    x(17, "`...` and another document", GOOD + "...\n" + FAULTY).problem("yaml-syntax x.yaml:6:1");
    x(17, "`...` and a separator", GOOD + "...\n---\n" + FAULTY).error(ERROR + ":13:26");
    x(18, "a broken document before others", "a: [\n---\n" + GOOD + "---\n" + FAULTY)
        .problem("yaml-syntax")
        .error(ERROR + ":14:26")
        .check(seen -> assertThat(seen.count("documents")).isEqualTo(4))
        .check(seen -> assertThat(seen.count("failedDocuments")).isEqualTo(1));
  }

  private void json() {
    String object =
        "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"a\"}";
    json("duplicate names", object + ", \"data\": {\"a\": \"b\", \"a\": \"c\"}}")
        .error("yaml-duplicate-key x.json:1:89");
    json("trailing comma", object + ",}");
    json("trailing data", object + "} x").problem("yaml-syntax");
    json("`{}{}`", object + "}" + object.replace("\"a\"", "\"b\"") + ", \"x\": 1}")
        .error("unknown-field x.json:1:138");
    json("NaN", object + ", \"data\": {\"a\": NaN}}");
    json("1e400", object + ", \"data\": {\"a\": 1e400}}").problem("yaml-syntax x.json:1:84");
    json("1e400 in a text", object + ", \"data\": {\"a\": \"1e400\"}}");
    // Behind a separator clients read YAML, where it is a text.
    json("1e400 behind a separator", "---\n" + object + ", \"data\": {\"a\": 1e400}}");
    json("comments of JavaScript", "// a\n" + object + "}").problem("yaml-syntax");
    json("comment of YAML", "# a\n" + object + "}");
  }

  private Case json(String input, String text) {
    return one(19, input).file("x.json", text);
  }

  private void names() {
    one(20, "YAML in x.json").file("x.json", FAULTY).error("node-port-out-of-range x.json:7:26");
    one(20, "JSON in X.YAML")
        .file("X.YAML", "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"x\": 1}")
        .error("unknown-field X.YAML:1:43")
        .error("required-field-missing");
    one(20, "no extension, named")
        .file("manifest", FAULTY)
        .run("lint", "--format", "json", "manifest")
        .error("node-port-out-of-range manifest:7:26");
    byte[] image = new byte[50_000];
    new Random(21).nextBytes(image);
    System.arraycopy("\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1), 0, image, 0, 8);
    one(21, "an image").file("x.yaml", image.clone()).problem("yaml-encoding x.yaml:1:1");
    image[0] = 'P';
    one(21, "another binary").file("x.yaml", image).problem("yaml-encoding");
  }
}
