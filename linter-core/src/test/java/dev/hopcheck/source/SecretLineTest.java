package dev.hopcheck.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "  password: hunter2;  password: ***",
        "  token: |-;  token: ***",
        "    aGVsbG8=;    ***",
        "kind: Secret;kind: Secret",
        "  name: db;  name: db",
        "data:;data:",
        "data: {password: x};data: ***",
        "{\"kind\": \"Secret\", \"data\": 1};{\"kind\": ***",
        "metadata: {name: x, annotations: {a: b}};metadata: ***",
      })
  void robustness113ValuesOfSecretsAreNotShown(String line, String shown) {
    assertThat(SecretLine.masked(line)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "a: http://me:hunter2@db:80/x, a: http://me:*******@db:80/x",
    "a: http://me@db:80/x, a: http://me@db:80/x",
    "a: http://db:80/x?a=b@c, a: http://db:80/x?a=b@c",
    "a: x://u:p@h y://v:qq@i, a: x://u:*@h y://v:**@i",
    "a: http://, a: http://",
  })
  void robustness113PasswordsInAddressesAreNotShown(String line, String shown) {
    assertThat(SecretLine.plain(line)).isEqualTo(shown);
  }

  @Test
  void robustness113OnlyLinesOfTheSpanAreHidden() {
    SourceFile file = SourceFile.of("a.yaml", "a: 1\nb:\n  - c: 2\n    d: 3\ne: 4\n");
    file.keepSecret(new Span(12, 23));
    assertThat(file.shown(1)).isEqualTo("a: 1");
    assertThat(file.shown(3)).isEqualTo("  - c: ***");
    assertThat(file.shown(4)).isEqualTo("    d: ***");
    assertThat(file.shown(5)).isEqualTo("e: 4");
    assertThat(file.line(4)).isEqualTo("    d: 3");
  }
}
