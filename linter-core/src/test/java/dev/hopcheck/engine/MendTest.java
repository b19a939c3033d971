package dev.hopcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Edit;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Fix;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MendTest {
  @TempDir Path folder;

  private SourceFile file(String text) throws IOException {
    return file(text, text.getBytes(StandardCharsets.UTF_8));
  }

  private SourceFile file(String text, byte[] raw) throws IOException {
    Path path = folder.resolve("a.yaml");
    Files.write(path, raw);
    return SourceFile.of("a.yaml", path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Finding finding(
      SourceFile file, String part, String replacement, Applicability applicability) {
    int start = file.text(0, file.length()).indexOf(part);
    Location at = new Location(file, new Span(start, start + part.length()));
    return Finding.of(new RuleId("a-rule"), Severity.ERROR, "`" + part + "`", at)
        .fix(new Fix("change it", applicability, List.of(new Edit(at, replacement))))
        .build();
  }

  private static Finding safe(SourceFile file, String part, String replacement) {
    return finding(file, part, replacement, Applicability.SAFE);
  }

  private String text(Charset charset) throws IOException {
    return Files.readString(folder.resolve("a.yaml"), charset);
  }

  @Test
  void appliesSafeEditsOnly() throws IOException {
    SourceFile file = file("one: 1\ntwo: 2\n");
    List<Finding> findings =
        List.of(safe(file, "1", "11"), finding(file, "2", "22", Applicability.UNSAFE));
    Mend mend = Mend.of(findings, false);
    assertThat(mend.apply()).isEmpty();
    assertThat(mend.fixed()).isEqualTo(1);
    assertThat(text(StandardCharsets.UTF_8)).isEqualTo("one: 11\ntwo: 2\n");
  }

  @Test
  void appliesUnsafeEditsWhenAsked() throws IOException {
    SourceFile file = file("one: 1\ntwo: 2\n");
    Mend mend = Mend.of(List.of(finding(file, "2", "22", Applicability.UNSAFE)), true);
    assertThat(mend.apply()).isEmpty();
    assertThat(text(StandardCharsets.UTF_8)).isEqualTo("one: 1\ntwo: 22\n");
  }

  @Test
  void refusesWhatOverlaps() throws IOException {
    SourceFile file = file("one: 123\n");
    Mend mend = Mend.of(List.of(safe(file, "123", "4"), safe(file, "23", "5")), false);
    assertThat(mend.apply()).isEmpty();
    assertThat(mend.fixed()).isEqualTo(1);
    assertThat(mend.refused()).isEqualTo(1);
    assertThat(text(StandardCharsets.UTF_8)).isEqualTo("one: 4\n");
  }

  @Test
  void theSameEditTwiceIsOne() throws IOException {
    SourceFile file = file("one: 123\n");
    Mend mend = Mend.of(List.of(safe(file, "123", "4"), safe(file, "123", "4")), false);
    assertThat(mend.apply()).isEmpty();
    assertThat(mend.refused()).isZero();
    assertThat(text(StandardCharsets.UTF_8)).isEqualTo("one: 4\n");
  }

  @Test
  void keepsByteOrderMarkAndLineEnds() throws IOException {
    String text = "one: 1\r\ntwo: \u4f60\r\n";
    SourceFile file = file(text, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
    assertThat(Mend.of(List.of(safe(file, "1", "1\nmore: 2")), false).apply()).isEmpty();
    assertThat(text(StandardCharsets.UTF_8))
        .isEqualTo("\uFEFFone: 1\r\nmore: 2\r\ntwo: \u4f60\r\n");
  }

  @Test
  void keepsUtf16() throws IOException {
    String text = "one: 1\ntwo: \u4f60\n";
    SourceFile file = file(text, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
    assertThat(Mend.of(List.of(safe(file, "1", "3")), false).apply()).isEmpty();
    assertThat(text(StandardCharsets.UTF_16LE)).isEqualTo("\uFEFFone: 3\ntwo: \u4f60\n");
  }

  @Test
  void keepsPermissions() throws IOException {
    SourceFile file = file("one: 1\n");
    Path path = folder.resolve("a.yaml");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw----"));
    assertThat(Mend.of(List.of(safe(file, "1", "2")), false).apply()).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-rw----");
  }

  @Test
  void leavesAFileThatChangedMeanwhile() throws IOException {
    SourceFile file = file("one: 1\n");
    Files.writeString(folder.resolve("a.yaml"), "other: 1\n");
    assertThat(Mend.of(List.of(safe(file, "1", "2")), false).apply())
        .singleElement()
        .satisfies(problem -> assertThat(problem.id()).isEqualTo("file-unwritten"));
    assertThat(text(StandardCharsets.UTF_8)).isEqualTo("other: 1\n");
  }

  @Test
  void showsADiff() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 20; i++) {
      text.append("k").append(i).append(": v").append(i).append("x\n");
    }
    SourceFile file = file(text.toString());
    Mend mend =
        Mend.of(
            List.of(safe(file, "v2x", "w"), safe(file, "v4x", "a\n  - b"), safe(file, "v19x", "z")),
            false);
    assertThat(mend.diff())
        .isEqualTo(
            """
            --- a.yaml
            +++ a.yaml
            @@ -1,7 +1,8 @@
             k1: v1x
            -k2: v2x
            +k2: w
             k3: v3x
            -k4: v4x
            +k4: a
            +  - b
             k5: v5x
             k6: v6x
             k7: v7x
            @@ -16,5 +17,5 @@
             k16: v16x
             k17: v17x
             k18: v18x
            -k19: v19x
            +k19: z
             k20: v20x
            """);
    assertThat(text(StandardCharsets.UTF_8)).isEqualTo(text.toString());
  }
}
