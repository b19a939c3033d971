package dev.hopcheck.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FastReaderTest {
  /** The shares of bytes below which the reader would be of little use; they only ever rise. */
  private static final double REAL_FLOOR = 99.0;

  /** These are made to hold mistakes, tags and anchors, which are declined. */
  private static final double RECORDED_FLOOR = 85.0;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# only a comment\n",
        "a: b",
        "a: b\r\nc:\r\n- d\r\n",
        "a:\n- b\n-   c: d\n    e: f\n-\n- - g\n  - h\nlast:\n",
        "- a: |\n    b\n     c\n\n  d: >-\n    e\n    f\n\n    g\n  h: |2\n     i\n  j: |+ # k\n    l\n\n",
        "a: b\n  c\n\n  d # e\nf: g # h\n",
        "'a': \"b\"\n\"c\" : 'd''e'\nf: \"g\\n\\\"\\u00e9\\x41\\\n   h\"\ni: 'j\n  k'\n",
        "a: {b: c, \"d\":[e, -1, 'f'], g: {}, h: [],}\n",
        "{\"a\": {\"b\": [1, 2.5, true, null]},\n\t\"c\": \"d\"}\n",
        "a: :b\nc: ?d\ne: -f\ng: h#i\nj: k:l\nm:\tn\t# o\n",
        "yes: no\n0x10: 1\n1.5: ~\n<<: {a: b}\n",
        "a: 1\na: 2\nb: {c: 1, c: 2}\n'a': 3\n",
        "\u00e4: \u00fc # \u00f6\n\uD834\uDD1E: '\uD834\uDD1E'\n",
        "a: ${B}\nc: '{{ d }}'\ne: <f>\ng: __H__\ni: \"$(J)\"\n",
      })
  void takesWhatManifestsAreWrittenIn(String text) {
    ReaderTwins twins = new ReaderTwins();
    assertThat(twins.differences(text)).isEmpty();
    assertThat(twins.taken()).as(text).isEqualTo(twins.documents()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "just text",
        "a: &b c",
        "a: *b",
        "a: !!str 1",
        "? a\n: b",
        "a: b: c",
        "a:\n\tb: c",
        "a: - b",
        "a: [b",
        "a: {b: }",
        "a: [b: c]",
        "a: \"b",
        "a: \"\\/\"",
        "a: \"\\uD83D\\uDE00\"",
        "a: |\n   b\n  c\n d",
        "a: b\n...\n",
        "%YAML 1.1\na: b",
        "a: b\nc",
        " a: b\nc: d",
        "a: b\u0085c: d",
        "\uFEFFa: b",
        "a: b\u0007",
        "a: b\rc: d",
        "{a: b}: c",
        "null: a",
        "<<: a",
      })
  void leavesTheRestToTheReferenceReader(String text) {
    ReaderTwins twins = new ReaderTwins();
    twins.differences(text);
    assertThat(twins.taken()).as(text).isZero();
  }

  @Test
  void budgetsAreTheReferenceReaders() {
    ReaderTwins twins = new ReaderTwins();
    assertThat(twins.takes("[".repeat(100) + "]".repeat(100))).isTrue();
    assertThat(twins.takes("[".repeat(101) + "]".repeat(101))).isFalse();
    assertThat(twins.takes("- a\n".repeat(250_000))).isFalse();
    assertThat(twins.takes("a".repeat(1100) + ": b")).isFalse();
    assertThat(twins.takes("a: " + "b".repeat(3 << 20))).isFalse();
  }

  @Test
  void sameKeysAreTheSameString() {
    YamlStream stream = Documents.read("kind: a\n---\n{\"kind\": b}\n");
    String first = stream.documents().get(0).root().entries().get(0).key();
    String second = stream.documents().get(1).root().entries().get(0).key();
    assertThat(first).isSameAs(second).isSameAs("kind");
  }

  @Test
  void readsOurTestDataAlike() throws IOException {
    ReaderTwins twins = new ReaderTwins();
    for (String text : Manifests.own()) {
      assertThat(twins.differences(text)).as(text).isEmpty();
    }
    assertThat(twins.documents()).isGreaterThan(500);
  }

  @Test
  void readsRealManifestsAlike() throws IOException {
    List<String> texts = Manifests.real();
    if (!texts.isEmpty()) {
      assertThat(shareOf(texts, "real manifests")).isGreaterThan(REAL_FLOOR);
    }
  }

  @Test
  void readsRecordedDocumentsAlike() throws IOException {
    List<String> texts = Manifests.recorded();
    if (!texts.isEmpty()) {
      assertThat(shareOf(texts, "recorded documents")).isGreaterThan(RECORDED_FLOOR);
    }
  }

  private static double shareOf(List<String> texts, String what) {
    ReaderTwins twins = new ReaderTwins();
    for (String text : texts) {
      assertThat(twins.differences(text)).as(text).isEmpty();
    }
    assertThat(twins.documents()).isGreaterThan(1000);
    System.out.println(
        what
            + ": the fast reader takes "
            + twins.share()
            + " % of the bytes, "
            + twins.taken()
            + " of "
            + twins.documents()
            + " documents");
    return twins.share();
  }
}
