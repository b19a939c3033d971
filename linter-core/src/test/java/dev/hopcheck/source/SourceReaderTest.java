package dev.hopcheck.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceReaderTest {
  @TempDir private Path folder;

  @Test
  void case03ByteOrderMarkIsNoCharacter() {
    SourceFile file = read("\uFEFFa: b\n".getBytes(StandardCharsets.UTF_8)).file();
    assertThat(file.text(0, 4)).isEqualTo("a: b");
    assertThat(file.position(0)).isEqualTo(new Position(1, 1));
  }

  @Test
  void case04Utf16BecomesUtf8() {
    String text = "a: ä𝄞\n---\nb: c\n";
    for (String charset : new String[] {"UTF-16LE", "UTF-16BE"}) {
      byte[] bytes = ("\uFEFF" + text).getBytes(Charset.forName(charset));
      SourceFile file = read(bytes).file();
      assertThat(file.text(0, file.length())).isEqualTo(text);
    }
  }

  @Test
  void case05OtherEncodingsAreRefused() {
    for (String charset : new String[] {"UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-16BE"}) {
      byte[] bytes = "a: b\n".getBytes(Charset.forName(charset));
      assertThat(read(bytes).unreadable().id()).as(charset).isEqualTo("yaml-encoding");
    }
    byte[] mark = "\uFEFFa".getBytes(Charset.forName("UTF-32LE"));
    assertThat(read(mark).unreadable().message()).contains("UTF-32");
    Unreadable latin = read("a: b\nc: ä\n".getBytes(StandardCharsets.ISO_8859_1)).unreadable();
    assertThat(latin.at()).isEqualTo(new Position(2, 4));
    assertThat(latin.message()).contains("0xE4").contains("offset 8");
  }

  @Test
  void case06InvalidUtf8IsShownAtItsLine() {
    int[][] invalid = {
      {0x80},
      {0xC0, 0x80},
      {0xE0, 0x80, 0x80},
      {0xED, 0xA0, 0x80},
      {0xF4, 0x90, 0x80, 0x80},
      {0xFF},
      {0xC3}
    };
    for (int[] sequence : invalid) {
      byte[] bytes = new byte[6 + sequence.length];
      byte[] head = "ä\nb: ".getBytes(StandardCharsets.UTF_8);
      System.arraycopy(head, 0, bytes, 0, 6);
      for (int i = 0; i < sequence.length; i++) {
        bytes[6 + i] = (byte) sequence[i];
      }
      Unreadable found = read(bytes).unreadable();
      assertThat(found.at()).isEqualTo(new Position(2, 4));
      assertThat(found.message()).contains("offset 6");
    }
  }

  @Test
  void case22HugeFilesAreNotRead() throws IOException {
    Path huge = folder.resolve("huge.yaml");
    try (RandomAccessFile file = new RandomAccessFile(huge.toString(), "rw")) {
      file.setLength(1L << 30);
    }
    SourceText text =
        SourceReader.read(new ListedFile("huge.yaml", huge, true), SourceLimits.DEFAULT);
    assertThat(text.unreadable().id()).isEqualTo("limit-file-size");
  }

  @Test
  void case23AndCase24LimitsAreExact() throws IOException {
    SourceLimits limits = new SourceLimits(8, 100, 10);
    Path path = folder.resolve("a.yaml");
    Files.writeString(path, "12345678");
    assertThat(SourceReader.read(new ListedFile("a", path, true), limits).file().length())
        .isEqualTo(8);
    Files.writeString(path, "123456789");
    assertThat(SourceReader.read(new ListedFile("a", path, true), limits).file()).isNull();
    assertThat(
            SourceReader.read(
                    new ByteArrayInputStream("12345678".getBytes(StandardCharsets.UTF_8)), limits)
                .unreadable())
        .isNull();
    assertThat(
            SourceReader.read(
                    new ByteArrayInputStream("123456789".getBytes(StandardCharsets.UTF_8)), limits)
                .unreadable()
                .id())
        .isEqualTo("limit-file-size");
  }

  @Test
  void case57And59FilesThatCannotBeOpened() throws IOException {
    Path gone = folder.resolve("gone.yaml");
    assertThat(
            SourceReader.read(new ListedFile("g", gone, true), SourceLimits.DEFAULT)
                .unreadable()
                .id())
        .isEqualTo("file-missing");
    Path real = Files.writeString(folder.resolve("real.yaml"), "a: b");
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), real);
    assertThat(SourceReader.read(new ListedFile("l", link, true), SourceLimits.DEFAULT).file())
        .isNull();
    assertThat(SourceReader.read(new ListedFile("d", folder, true), SourceLimits.DEFAULT).file())
        .isNull();
    assumeTrue(real.toFile().setReadable(false) && !Files.isReadable(real));
    assertThat(SourceReader.read(new ListedFile("r", real, true), SourceLimits.DEFAULT).file())
        .isNull();
  }

  private SourceText readAfter(Swap swap) throws Exception {
    Path path = Files.writeString(folder.resolve("a.yaml"), "a: b\n");
    BasicFileAttributes before = Files.readAttributes(path, BasicFileAttributes.class);
    Files.delete(path);
    swap.to(path);
    return SourceReader.readOpen(new ListedFile("a.yaml", path, true), path, before);
  }

  /** What happens to a file after it was looked at. */
  private interface Swap {
    void to(Path path) throws Exception;
  }

  /** As much as the file had, less and more; none of it is taken for the file's text. */
  @ParameterizedTest
  @ValueSource(strings = {"c: d\n", "c", "", "c: d\ne: f\n"})
  void case59AFileThatBecomesAFifoIsRefused(String text) throws Exception {
    AtomicReference<Thread> writer = new AtomicReference<>();
    SourceText read =
        readAfter(
            path -> {
              assumeTrue(new ProcessBuilder("mkfifo", path.toString()).start().waitFor() == 0);
              Thread thread = new Thread(() -> write(path, text));
              writer.set(thread);
              thread.start();
            });
    writer.get().join();
    assertThat(read.file()).isNull();
    assertThat(read.unreadable().id()).isEqualTo("file-changed");
  }

  private static void write(Path fifo, String text) {
    try {
      Files.writeString(fifo, text, StandardOpenOption.WRITE);
    } catch (IOException closed) {
      // The reader may have seen enough.
    }
  }

  @Test
  void case59AFileThatBecomesAnotherIsRefused() throws Exception {
    for (String text : new String[] {"c: d\n", "", "a: b\nc: d\n"}) {
      // Two names at once, so that no number of a file is used again.
      Path other = Files.writeString(folder.resolve("other"), text);
      SourceText read = readAfter(path -> Files.move(other, path));
      assertThat(read.unreadable().id()).as(text).isEqualTo("file-changed");
    }
    SourceText unchanged =
        SourceReader.read(
            new ListedFile("a", Files.writeString(folder.resolve("a.yaml"), "a"), true),
            SourceLimits.DEFAULT);
    assertThat(unchanged.file()).isNotNull();
  }

  @Test
  void case59ALinkThatTakesAFilesPlaceIsNotFollowed() throws Exception {
    Path target = Files.writeString(folder.resolve("target"), "c: d\n");
    assertThatThrownBy(() -> readAfter(path -> Files.createSymbolicLink(path, target)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void linesEndWithLfCrAndCrlf() {
    SourceFile file = SourceFile.of("a", "one\rtwo\r\nthree\nfour");
    assertThat(file.lines()).isEqualTo(4);
    assertThat(file.line(2)).isEqualTo("two");
    assertThat(file.position(file.length())).isEqualTo(new Position(4, 5));
  }

  private static SourceText read(byte[] bytes) {
    return SourceReader.read(new ByteArrayInputStream(bytes), SourceLimits.DEFAULT);
  }
}
