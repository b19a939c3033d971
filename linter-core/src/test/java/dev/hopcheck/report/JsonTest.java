package dev.hopcheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it is laid out and escaped. */
class JsonTest {
  private static String write(int depth, Json.Content content) throws IOException {
    StringBuilder out = new StringBuilder();
    Json.write(depth, content, out);
    return out.toString();
  }

  private static void nested(Json json) {
    json.open();
    json.number("one", 1);
    json.numberOrNull("none", null);
    json.numberOrNull("two", 2);
    json.flag("yes", true);
    json.flag("no", false);
    json.text("text", "a");
    json.text("null", null);
    json.open("inner");
    json.number("x", 1);
    json.number("y", 2);
    json.close();
    json.texts("texts", List.of("a", "b"));
    json.openList("lists");
    json.openList();
    json.closeList();
    json.open();
    json.texts("deep", List.of("c", "d"));
    json.close();
    json.closeList();
    json.close();
  }

  @Test
  void elementsOfOuterListsStandOnLines() throws IOException {
    assertThat(write(2, JsonTest::nested))
        .isEqualTo(
            """
            {"one":1,
            "none":null,
            "two":2,
            "yes":true,
            "no":false,
            "text":"a",
            "null":null,
            "inner":{"x":1,"y":2},
            "texts":[
            "a",
            "b"],
            "lists":[
            [],
            {"deep":["c","d"]}]}
            """);
    StringBuilder usual = new StringBuilder();
    Json.write(JsonTest::nested, usual);
    assertThat(usual).hasToString(write(2, JsonTest::nested));
  }

  @Test
  void depthOneLeavesAllOnOneLine() throws IOException {
    assertThat(write(1, JsonTest::nested).lines()).hasSize(1);
    assertThat(write(3, JsonTest::nested)).contains("\"inner\":{\"x\":1,\n\"y\":2}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u007f",
        "\u0085",
        "\u009f",
        "\u00ad",
        "\u2028",
        "\u202e",
        "\ufeff",
        "\ud800",
        "a\udfff",
        "##[x",
        "\udb40\udc41",
      })
  void whatATerminalObeysIsEscapedAndComesBack(String text) throws IOException {
    for (String each : List.of(text, "\"\\\u001b\n\u00e9 ~" + text + "z")) {
      String json =
          write(
              2,
              to -> {
                to.open();
                to.text("t", each);
                to.close();
              });
      assertThat(json).matches("[ -~]+\n").doesNotContain("##[");
      assertThat(JsonMapper.shared().readTree(json).get("t").stringValue()).isEqualTo(each);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"caf\u00e9", "\u00a0", "a\"b\\c\nd\u001b", "\ud83d\ude00", "~ }", "\u007e"})
  void theRestIsWrittenAsItIs(String text) throws IOException {
    String json =
        write(
            2,
            to -> {
              to.open();
              to.texts("t", List.of(text));
              to.close();
            });
    String kept = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    assertThat(json)
        .isEqualToIgnoringCase("{\"t\":[\n\"" + kept.replace("\u001b", "\\u001b") + "\"]}\n");
  }

  @Test
  void onlyWhatIsNotPlainIsEscaped() throws IOException {
    String json =
        write(
            2,
            to -> {
              to.open();
              to.text("t", "a ~\"\\\u2028");
              to.close();
            });
    assertThat(json).isEqualTo("{\"t\":\"a ~\\u0022\\u005c\\u2028\"}\n");
  }

  @Test
  void aFailureOfTheTargetIsItsOwn() {
    IOException full = new IOException("full");
    Appendable target =
        new Appendable() {
          @Override
          public Appendable append(CharSequence text) throws IOException {
            throw full;
          }

          @Override
          public Appendable append(CharSequence text, int start, int end) throws IOException {
            throw full;
          }

          @Override
          public Appendable append(char c) throws IOException {
            throw full;
          }
        };
    assertThatThrownBy(() -> Json.write(JsonTest::nested, target)).isSameAs(full);
  }
}
