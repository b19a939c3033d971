package dev.hopcheck.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.source.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpanTest {
  /** Each file of testdata/yaml/spans has a twin that lists its nodes as they are written. */
  @Test
  void nodesSpanWhatIsWritten() throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(Documents.testdata("spans"))) {
      files = listed.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    assertThat(files).isNotEmpty();
    boolean update = System.getProperty("golden", "").equals("update");
    for (Path file : files) {
      YamlDocument document = Documents.one(Files.readString(file));
      List<String> lines = new ArrayList<>();
      describe(document.root(), 0, lines);
      Path twin = file.resolveSibling(file.getFileName().toString().replace(".yaml", ".spans.txt"));
      String found = String.join("\n", lines) + "\n";
      String wanted = Files.exists(twin) ? Files.readString(twin) : "";
      if (update) {
        Files.writeString(twin, found);
      } else {
        assertThat(found).as(file.getFileName().toString()).isEqualTo(wanted);
      }
    }
    assertThat(update).as("goldens were rewritten; read them").isFalse();
  }

  private static void describe(YamlNode node, int depth, List<String> into) {
    String text = node.location().text().replace("\\", "\\\\").replace("\n", "\\n");
    Position start = node.location().start();
    into.add(
        "  ".repeat(depth) + start.line() + ":" + start.column() + " " + node.kind() + " " + text);
    for (YamlEntry entry : node.entries()) {
      describe(entry.keyNode(), depth + 1, into);
      describe(entry.value(), depth + 1, into);
    }
    for (YamlNode item : node.items()) {
      describe(item, depth + 1, into);
    }
  }

  @Test
  void columnsCountCodePoints() {
    YamlNode value = Documents.one("ä𝄞: 'ü' # ö\nb: c\n").root().get("ä𝄞");
    assertThat(value.location().start()).isEqualTo(new Position(1, 5));
    assertThat(value.location().text()).isEqualTo("'ü'");
    assertThat(Documents.one("ä: ü\nb: c\n").root().get("b").location().start())
        .isEqualTo(new Position(2, 4));
  }

  @Test
  void case03ByteOrderMarkOfALaterDocumentShiftsNothing() {
    YamlStream stream = Documents.read("a: b\n---\n\uFEFFc: d\n");
    assertThat(stream.problems()).isEmpty();
    assertThat(stream.documents().get(1).root().get("c").location().text()).isEqualTo("d");
  }

  @Test
  void case10LineEndsOfAllKinds() {
    for (String end : List.of("\n", "\r\n", "\r")) {
      YamlDocument document = Documents.one("a: b" + end + "c:" + end + "  d: e" + end);
      YamlNode found = document.root().get("c").get("d");
      assertThat(found.location().start()).isEqualTo(new Position(3, 6));
      assertThat(found.location().text()).isEqualTo("e");
    }
  }

  @Test
  void aliasesAreFollowedAndTellTheirWay() {
    YamlDocument document = Documents.one("a: &x {k: v}\nb: *x\nc:\n  <<: *x\n  l: w\n");
    YamlNode value = document.root().get("b").get("k");
    assertThat(value.location().start()).isEqualTo(new Position(1, 11));
    assertThat(value.via().text()).isEqualTo("*x");
    assertThat(value.via().start()).isEqualTo(new Position(2, 4));
    YamlEntry merged = document.root().get("c").entry("k");
    assertThat(merged.merged()).isTrue();
    assertThat(merged.value().via().text()).isEqualTo("<<");
    assertThat(document.root().get("a").via()).isNull();
    assertThat(document.root().get("a")).isEqualTo(document.root().get("b"));
  }

  @Test
  void commentsAreFoundBetweenScalars() {
    YamlDocument document =
        Documents.one(
            "# one\na: 'x # y' # two\nb: | # three\n  # text\nc: d#e\n  # four\nf: [g, # five\n h]\n");
    List<String> found = new ArrayList<>();
    for (Comment comment : document.comments()) {
      found.add(comment.text() + " " + comment.alone());
    }
    assertThat(found)
        .containsExactly("one true", "two false", "three false", "four true", "five false");
  }
}
