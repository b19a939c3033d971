package dev.hopcheck.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceholderTest {
  @Test
  void whatSomethingElseFillsIn() {
    for (String text :
        List.of(
            "\"{{ x }}\"",
            "'{{- .Values.port }}'",
            "'a{{ b }}c'",
            "${PORT}",
            "web-${ENV}",
            "$(PORT)",
            "<your-name>",
            "__NAME__",
            "'@@NAME@@'",
            "'#@ data.values.x'",
            "{{ x }}",
            "'{% if x %}'")) {
      assertThat(Documents.one("a: " + text + "\n").root().get("a").isPlaceholder())
          .as(text)
          .isTrue();
    }
  }

  @Test
  void whatIsMeantAsWritten() {
    for (String text :
        List.of(
            "x", "$", "$x", "'{x}'", "<", "a <b>", "__", "_a_", "{a: b}", "[a]", "80", "'a@@b'")) {
      assertThat(Documents.one("a: " + text + "\n").root().get("a").isPlaceholder())
          .as(text)
          .isFalse();
    }
  }
}
