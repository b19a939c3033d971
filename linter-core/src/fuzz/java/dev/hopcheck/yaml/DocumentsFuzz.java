package dev.hopcheck.yaml;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.fuzz.Claims;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.SourceLimits;
import dev.hopcheck.source.SourceReader;
import dev.hopcheck.source.SourceText;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes give documents or problems, and each node lies where it says. */
class DocumentsFuzz {
  private static final SourceLimits FILES = new SourceLimits(1 << 16, 1 << 20, 10);
  private static final YamlLimits LIMITS = new YamlLimits(1 << 14, 20, 2000, 4000);

  @DictionaryEntries(
      value = {
        "---\\x0A",
        "...\\x0A",
        "%YAML 1.1\\x0A",
        "<<: *a",
        "&a ",
        "? ",
        "!!binary ",
        ">+2\\x0A",
        "|-\\x0A"
      })
  @MethodSource("dev.hopcheck.fuzz.Seeds#manifests")
  @FuzzTest(maxDuration = "10m")
  void documents(byte[] bytes) {
    SourceText text = SourceReader.read(new ByteArrayInputStream(bytes), FILES);
    SourceFile file = text.file();
    if (file == null) {
      Claims.hold(text.unreadable() != null, "neither text nor reason");
      return;
    }
    YamlStream stream = YamlReader.read(file, LIMITS);
    Claims.ours(stream.problems(), file);
    List<Problem> problems = stream.problems();
    Claims.hold(problems.isEmpty() == (stream.failedDocuments() == 0), "lost: " + problems);
    for (YamlDocument document : stream.documents()) {
      visit(document);
    }
    inChunks(file, stream);
  }

  private static void visit(YamlDocument document) {
    for (int id = 0; id < document.nodes(); id++) {
      YamlNode node = document.node(id, -1);
      Claims.inFile(new Location(document.file(), node.span()));
      Claims.hold(document.span().contains(node.span()), "outside of its document: " + node);
      Claims.hold(node.scalar().text() != null, "no value");
      for (YamlEntry entry : node.entries()) {
        Claims.hold(node.entry(entry.key()) != null, "lost key " + entry.key());
      }
    }
    document.duplicates().forEach(twice -> Claims.inFile(twice.second()));
  }

  /** A long file is read in parts at the same time; that must not show. */
  private static void inChunks(SourceFile file, YamlStream whole) {
    List<YamlStream> parts =
        YamlReader.chunks(file, 64).stream()
            .map(span -> new YamlReader(LIMITS).read(file, span, 0))
            .toList();
    YamlStream merged = YamlReader.merge(parts);
    Claims.hold(merged.problems().equals(whole.problems()), "in parts: " + merged.problems());
    Claims.hold(
        merged.documents().size() == whole.documents().size(),
        "in parts: " + merged.documents().size());
  }
}
