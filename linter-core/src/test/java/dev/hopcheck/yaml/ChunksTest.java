package dev.hopcheck.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunksTest {
  private static final String STREAM =
      "a: 1\n---\n---\nb: [\n---\n# none\n--- x\nc: 1\n---\nnull\n---\nd: |\n  x\n---\n"
          + "{\"e\": 1}{\"f\": 2}\n---\ng: h\n---\n---\n";

  @Test
  void chunksGiveWhatTheFileGives() {
    for (String text : List.of(STREAM, "", "---\n", "---", STREAM.replace("\n", "\r\n"))) {
      SourceFile file = SourceFile.of("stream.yaml", text);
      YamlStream whole = YamlReader.read(file, YamlLimits.DEFAULT);
      YamlReader reader = new YamlReader(YamlLimits.DEFAULT);
      for (int bytes = 1; bytes < text.length() + 2; bytes++) {
        List<YamlStream> streams = new ArrayList<>();
        int at = 0;
        for (Span chunk : YamlReader.chunks(file, bytes)) {
          assertThat(chunk.start()).isEqualTo(at);
          at = chunk.end();
          streams.add(reader.read(file, chunk, 0));
        }
        assertThat(at).isEqualTo(file.length());
        assertThat(shown(YamlReader.merge(streams))).isEqualTo(shown(whole));
      }
    }
    assertThat(shown(YamlReader.read(SourceFile.of("a", STREAM), YamlLimits.DEFAULT))).hasSize(7);
  }

  @Test
  void indexesMayGoOnFromChunkToChunk() {
    SourceFile file = SourceFile.of("stream.yaml", STREAM);
    YamlReader reader = new YamlReader(YamlLimits.DEFAULT);
    List<String> found = new ArrayList<>();
    int index = 0;
    for (Span chunk : YamlReader.chunks(file, 10)) {
      YamlStream stream = reader.read(file, chunk, index);
      index += stream.nextIndex();
      found.addAll(shown(stream));
    }
    List<String> whole = shown(reader.read(file));
    assertThat(found).containsExactlyInAnyOrderElementsOf(whole);
  }

  private static List<String> shown(YamlStream stream) {
    List<String> lines = new ArrayList<>();
    for (YamlDocument document : stream.documents()) {
      lines.add(document.index() + " " + document.span() + " " + document.root().entries());
    }
    stream.problems().forEach(problem -> lines.add(problem.toString()));
    return lines;
  }
}
