package dev.hopcheck.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/**
 * Table 3.7: lines of expectations, selectors and names on the command line. There is no language
 * of expressions, so that 75 has no case; rules that misbehave (79) are held where rules are run.
 */
class QueryCasesTest extends CaseTable {
  private static final String APP =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {selector: {app: web}, ports: [{port: 80}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, labels: {app: web}}
      spec: {containers: [{name: a, image: a, ports: [{containerPort: 80}]}]}
      """;

  private static final String GOOD = "from pod/web to http://web succeeds\n";

  private final List<Case> cases = new ArrayList<>();

  QueryCasesTest() {
    super("3.7 Expectations and selectors");
  }

  @Override
  List<Case> cases() {
    large();
    wrong();
    garbage();
    return cases;
  }

  private Case app(int number, String input) {
    Case one = Case.of(number, input).file("app.yaml", APP);
    cases.add(one);
    return one;
  }

  /** Lines beside a good one, which is held whatever stands beside it. */
  private Case lines(int number, String input, String lines) {
    return app(number, input)
        .file("x.flows", lines + "\n" + GOOD)
        .run("test", "--format", "json", ".")
        .exit(2)
        .says("\"ok\":1,")
        .check(seen -> assertThat(seen.err()).isEmpty());
  }

  private void large() {
    lines(76, "a line of 100 KB", "from " + "x".repeat(100_000) + " to a succeeds")
        .problem("expectation-syntax ./x.flows:1:1")
        .says("longer than 4096 bytes");
    lines(76, "4,000 parentheses", "from pod -l " + "(".repeat(4_000) + " to a succeeds")
        .problem("expectation-syntax");
    lines(76, "4,000 `!`", "from pod -l " + "!".repeat(4_000) + "a to a succeeds")
        .problem("expectation-syntax");
    lines(76, "901 requirements", "from pod -l " + "a=b,".repeat(900) + "a to web:80 succeeds")
        .loosely()
        .exit(1);
    for (String who :
        List.of(
            "pod -l " + "x".repeat(100_000),
            "pod -l " + "(".repeat(10_000),
            "pod -l " + "!".repeat(10_000),
            "pod -l a=b" + " || a=b".repeat(100_000))) {
      String shown = who.substring(0, 12) + "..., " + who.length() + " characters";
      app(76, "--from " + shown)
          .run("trace", "--from", who, "--to", "http://web", ".")
          .exit(3)
          .says("longer than 4096 bytes")
          .check(QueryCasesTest::isShort);
    }
    app(76, "--to of 100 KB")
        .run("trace", "--from", "pod/web", "--to", "x".repeat(100_000), ".")
        .loosely()
        .check(QueryCasesTest::isShort)
        .exit(3);
    app(76, "a name of 100 KB")
        .run("resolve", "x".repeat(100_000), ".")
        .check(seen -> assertThat(seen.out().length()).isLessThan(5_000));
  }

  private static void isShort(Seen seen) {
    assertThat(seen.out().length() + seen.err().length()).isLessThan(2_000);
  }

  private void wrong() {
    for (String line :
        List.of(
            "from pod/web to http://web divides",
            "from pod/web to http://web fails with sqrt",
            "from pod/web to http://web:0 succeeds",
            "from pod/web to http://web:99999999999999999999 succeeds",
            "service web has 99999999999999999999 endpoints",
            "service web has -1 endpoints",
            "resolve web from default is 1.2.3.400",
            "from pod -l a>b to web:80 succeeds")) {
      lines(77, line, line).problem("expectation-syntax");
    }
    lines(77, "somebody who is not there", "from pod/gone to http://web succeeds").exit(1);
    lines(77, "a namespace that is not there", "from unit/web to http://web succeeds");
  }

  private void garbage() {
    lines(78, "a megabyte of signs", "(=!)".repeat(250_000))
        .problem("expectation-syntax ./x.flows:1:1");
    lines(78, "a quote that does not end", "from pod/web to \"http://web succeeds")
        .problem("expectation-syntax");
    lines(78, "`,` again and again", "service web selects " + "pod/web, ".repeat(400))
        .problem("expectation-syntax");
    app(78, "a megabyte of short lines")
        .file("x.flows", "(=!)\n".repeat(200_000))
        .run("test", "--format", "json", ".")
        .loosely()
        .exit(2)
        .check(seen -> assertThat(seen.problems()).hasSizeBetween(1, 21))
        .check(seen -> assertThat(seen.err()).isEmpty());
    app(78, "NUL and bytes that are no text")
        .file("x.flows", new byte[] {'f', 0, (byte) 0xFF, (byte) 0xC3, '\n'})
        .run("test", "--format", "json", ".")
        .loosely()
        .exit(2)
        .check(seen -> assertThat(seen.problems()).isNotEmpty());
    app(78, "a lone surrogate")
        .run("trace", "--from", "pod/\uD800", "--to", "http://web", ".")
        .loosely()
        .exit(3)
        .check(QueryCasesTest::isShort);
  }
}
