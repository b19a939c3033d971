package dev.hopcheck.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.source.Position;
import dev.hopcheck.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language of expectations: what it takes, and how it says what it does not take. */
class FlowsFileTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "from deployment/web to http://api.shop:8080 succeeds",
        "from pod/debug in tools to db.shop.svc.cluster.local:5432/tcp fails with NXDOMAIN",
        "from outside to node:32410 reaches deployment/web port 8080",
        "from outside via node1 to node/node2:32410 fails with no-local-endpoints",
        "from node node1 to 10.0.0.1:53 over udp succeeds",
        "from pod -l app=web,tier!=be in shop to api:80 fails",
        "from pod -l \"app in (web, api)\" to api:80 fails with timeout",
        "from shop/web-0 to www.example.com:443 leaves the cluster",
        "from sts/db to db-0.db:5432 reaches shop/db-0, shop/db-1 # comment",
        "resolve api from shop gives clusterip",
        "resolve api from deployment/web in shop gives NODATA",
        "resolve api from shop/web-0 gives 10.96.0.10",
        "resolve api from shop gives alias of www.example.com",
        "resolve api from shop gives 2 addresses",
        "resolve api from shop gives 1 address",
        "resolve api from shop gives an address",
        "resolve api from shop gives no address",
        "resolve db from shop gives pods of statefulset/db",
        "service api selects exactly deployment/api",
        "service api in shop selects at least deployment/api, deployment/worker in other",
        "service api selects deployment/api",
        "service api selects nothing",
        "service api has endpoints",
        "service api has 2 endpoints",
        "service api in shop has no endpoints",
        "every service in shop has endpoints",
        "every service has endpoints",
        // Words of the language are names as well.
        "from deployment/from in to to from:80 succeeds",
        "resolve service from in gives clusterip",
        "service has has endpoints",
        "service in in in has endpoints"
      })
  void takes(String line) {
    FlowsFile file = read(line);
    assertThat(file.errors()).isEmpty();
    assertThat(file.expectations()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "form deployment/web to api:80 succeeds | 1 | did you mean `from`?",
        "from deployment/web too api:80 succeeds | 21 | expected `to` or `in`, but found `too`",
        "from deployment/web to api:80 suceeds | 31 | did you mean `succeeds`?",
        "from deployment/web to api:80 | 30 | but the line ends here",
        "from | 5 | expected somebody such as `deployment/NAME`",
        "from web to api:80 succeeds | 6 | `web` is nobody",
        "from deployment/ to api:80 succeeds | 6 | `deployment/` is nobody",
        "from deployment/web to api:80 fails with NXDOMIAN | 42 | did you mean `NXDOMAIN`?",
        "from deployment/web to api:80 over http succeeds | 36 | expected `tcp`, `udp` or `sctp`",
        "from pod -l a==b=c to api:80 succeeds | 13 | is no label selector",
        "from outside to node:80 reaches deployment/web port http | 53 | expected a port from 1",
        "from deployment/web to api:80 succeeds always | 40 | expected the end of the line",
        "from \"web to api:80 succeeds | 6 | found `\"`",
        "resolve api from shop gives clusterpi | 29 | did you mean `clusterip`?",
        "resolve api from shop gives 2 adresses | 31 | did you mean `addresses`?",
        "service api has many endpoints | 17 | expected a number or `no`",
        "service api selects | 20 | `nothing`, `exactly`",
        "service api slects deployment/api | 13 | did you mean `selects`?",
        "every services has endpoints | 7 | did you mean `service`?",
        "'' | 1 | expected"
      })
  void saysWhatWasExpected(String line, int column, String message) {
    FlowsFile file = read("\n" + line);
    assertThat(file.expectations()).isEmpty();
    assertThat(file.errors()).hasSize(1);
    QueryError error = file.errors().get(0);
    assertThat(error.message()).contains(message);
    assertThat(error.at()).isEqualTo(new Position(2, column));
  }

  @Test
  void oneWrongLineHidesNoOther() {
    FlowsFile file =
        read(
            "# what must work\r\n\r\nfrom a/b to c:80 succeds\r\n"
                + "namespace shop\r\nservice api has endpoints\r\n");
    assertThat(file.errors()).hasSize(1);
    assertThat(file.expectations()).hasSize(1);
    Expectation.Stated stated = file.expectations().get(0);
    assertThat(stated.at()).isEqualTo(new Position(5, 1));
    assertThat(stated.namespace()).isEqualTo("shop");
    assertThat(stated.text()).isEqualTo("service api has endpoints");
  }

  @Test
  void columnsCountCodePoints() {
    FlowsFile file = read("resolve \uD83D\uDE00 form shop gives clusterip");
    assertThat(file.errors().get(0).at()).isEqualTo(new Position(1, 11));
  }

  /** Robustness 76 and 78. */
  @Test
  void garbageGivesFewErrorsAndNoOutput() {
    String pairs = "a/b, ".repeat(800);
    List<String> hostile =
        List.of(
            "x".repeat(1 << 20),
            "(\n".repeat(10_000),
            "!".repeat(10_000),
            "||".repeat(100_000),
            "from ".repeat(800),
            "in ".repeat(1300),
            "service api selects " + pairs,
            "\"",
            "\uD800",
            "from \uDC00\uD800 to x:1 succeeds",
            "\u0000\u0001\u001b[2J",
            ("from pod -l " + "a in (".repeat(600)) + "\n");
    PrintStream err = System.err;
    PrintStream out = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream captured = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setErr(captured);
    System.setOut(captured);
    try {
      for (String text : hostile) {
        FlowsFile file = read(text);
        assertThat(file.errors()).hasSizeBetween(1, FlowsFile.MOST_ERRORS);
        assertThat(WhoText.read(text, false, 4096).error()).isNotNull();
        for (QueryError error : file.errors()) {
          assertThat(error.message()).hasSizeLessThan(1000);
        }
      }
    } finally {
      System.setErr(err);
      System.setOut(out);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void whoMayBeANamespaceForNamesOnly() {
    assertThat(WhoText.read("shop", true, 4096).who()).isInstanceOf(Who.InNamespace.class);
    assertThat(WhoText.read("shop", false, 4096).error()).isNotNull();
    assertThat(WhoText.read("deploy/web in shop", false, 4096).who())
        .isEqualTo(
            new Who.OfWorkload(
                "deployment", "web", "shop", "deploy/web in shop", new Position(1, 1)));
  }

  private static FlowsFile read(String text) {
    return FlowsFile.read(SourceFile.of("test.flows", text), 4096);
  }
}
