package dev.hopcheck.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PlainStringTest {
  @Property(tries = 20_000)
  void whatIsSurelyAStringIsOne(@ForAll("texts") String text) {
    assertAlike(text);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("0123456789+-._eExXoObBaAfFnNyYtTrRuUsSlL~<")
        .ofMinLength(1)
        .ofMaxLength(7);
  }

  @Test
  void everyTableRowToo() {
    List<String[]> rows = Documents.table("scalars.tsv", 3);
    assertThat(rows).isNotEmpty();
    for (String[] row : rows) {
      assertAlike(row[0]);
    }
  }

  @Test
  void whatManifestsHoldMostIsSure() {
    for (String text :
        List.of("name", "type", "node", "tier", "on-call", "50m", "128Mi", "1.4.8", "10.0.0.1")) {
      assertThat(PlainString.isSure(text)).as(text).isTrue();
    }
  }

  private static void assertAlike(String text) {
    byte[] bytes = ("x: " + text + "\n").getBytes(StandardCharsets.UTF_8);
    boolean sure = PlainString.isSure(text);
    assertThat(PlainString.isSure(bytes, 3, bytes.length - 1)).as(text).isEqualTo(sure);
    if (sure) {
      assertThat(ScalarResolver.resolve(text, true, null))
          .isEqualTo(new Scalar(Scalar.Type.STRING, text));
    }
  }
}
