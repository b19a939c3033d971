package dev.hopcheck.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cases 23 to 37: input made to hurt; nothing of it is committed. */
class HostileInputTest {
  @Test
  void case23DocumentAtAndOverTheLimit() {
    String head = "a: ";
    String full = head + "x".repeat((3 << 20) - head.length());
    assertThat(Documents.read(full).problems()).isEmpty();
    assertId(full + "x", "yaml-limit-size");
  }

  @Test
  void case26DeepNesting() {
    assertId("[".repeat(1_000_000), "yaml-limit-depth");
    assertId("{".repeat(1_000_000), "yaml-limit-depth");
    assertId("- ".repeat(500_000), "yaml-limit-depth");
    assertId("? ".repeat(500_000), "yaml-limit-depth");
    assertId("{a: ".repeat(250_000), "yaml-limit-depth");
    assertId("{\"a\":".repeat(250_000), "yaml-limit-depth");
  }

  @Test
  void case27TheLimitIsExactInBothStyles() {
    for (int depth : List.of(99, 100, 101)) {
      StringBuilder block = new StringBuilder();
      for (int i = 0; i < depth; i++) {
        block.append(" ".repeat(i)).append("a:").append(i + 1 < depth ? "\n" : " b\n");
      }
      String flow = "[".repeat(depth) + "]".repeat(depth);
      String json = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
      for (String text : List.of(block.toString(), flow, json)) {
        assertThat(Documents.read(text).problems()).hasSize(depth > 100 ? 1 : 0);
      }
    }
    YamlLimits deep = new YamlLimits(3 << 20, 500, 250_000, 1_000_000);
    String json = "{\"a\":".repeat(500) + "1" + "}".repeat(500);
    assertThat(YamlReader.read(SourceFile.of("a.json", json), deep).documents()).hasSize(1);
  }

  @Test
  void case28Laughs() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      laughs.append("a").append(i).append(": &a").append(i).append(" [");
      laughs.append(("*a" + (i - 1) + ", ").repeat(8)).append("*a").append(i - 1).append("]\n");
    }
    assertId(laughs.toString(), "yaml-limit-aliases");
    for (int fan = 2; fan <= 5; fan++) {
      StringBuilder few = new StringBuilder("a0: &a0 {k: v}\n");
      for (int i = 1; i <= 48; i++) {
        few.append("a").append(i).append(": &a").append(i).append(" [");
        few.append(("*a" + (i - 1) + ",").repeat(fan)).append("]\n");
      }
      assertId(few.toString(), "yaml-limit-aliases");
    }
  }

  @Test
  void case28MergeChains() {
    StringBuilder merges = new StringBuilder("a0: &a0 {k: v}\n");
    for (int i = 1; i <= 40; i++) {
      merges.append("a").append(i).append(": &a").append(i);
      merges.append(" {<<: [*a").append(i - 1).append(", *a").append(i - 1).append("]}\n");
    }
    assertId(merges.toString(), "yaml-limit-aliases");
  }

  @Test
  void case27AliasesNestDeeperThanWritten() {
    StringBuilder chain = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i <= 120; i++) {
      chain
          .append("a")
          .append(i)
          .append(": &a")
          .append(i)
          .append(" [*a")
          .append(i - 1)
          .append("]\n");
    }
    assertId(chain.toString(), "yaml-limit-depth");
  }

  @Test
  void case30AnchorsWithoutUse() {
    StringBuilder anchors = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      anchors.append("- &a").append(i).append(" x\n");
    }
    assertThat(Documents.one(anchors.toString()).root().items()).hasSize(100_000);
  }

  @Test
  void case32LongScalars() {
    String long3 = "x".repeat(3_000_000);
    assertThat(Documents.one("a: " + long3).root().get("a").text()).hasSize(3_000_000);
    assertThat(Documents.one("a: '" + long3 + "'").root().get("a").text()).hasSize(3_000_000);
    assertThat(Documents.one("a: |\n  " + long3 + "\n").root().get("a").text()).hasSize(3_000_001);
    assertThat(Documents.one("a: b # " + long3 + "\n").root().get("a").text()).isEqualTo("b");
    assertThat(Documents.one("a: >\n" + "  x y\n".repeat(400_000)).root().get("a").text())
        .isNotEmpty();
  }

  @Test
  void case33DenseNodes() {
    assertId("[" + "[],".repeat(1_000_000) + "]", "yaml-limit-nodes");
    assertId("[" + "0,".repeat(1_500_000) + "]", "yaml-limit-nodes");
    assertId("[" + "{},".repeat(1_000_000) + "]", "yaml-limit-nodes");
    assertId("- a\n".repeat(700_000), "yaml-limit-nodes");
  }

  @Test
  void case35EmptyDocuments() {
    YamlStream stream = Documents.read("---\n".repeat(1_000_000));
    assertThat(stream.isEmpty()).isTrue();
  }

  private static void assertId(String text, String id) {
    YamlStream stream = Documents.read(text);
    assertThat(stream.problems()).hasSize(1);
    assertThat(stream.problems().get(0).id()).isEqualTo(id);
    assertThat(stream.documents()).isEmpty();
  }
}
