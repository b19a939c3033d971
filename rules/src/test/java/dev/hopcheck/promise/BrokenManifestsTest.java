package dev.hopcheck.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Linter;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.SourceFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever is broken in a manifest: the run ends, says only what it can answer for, and says of the
 * documents beside the broken ones what it says without them. {@code -Dhopcheck.long=true} breaks a
 * million manifests, real ones where they are here.
 */
class BrokenManifestsTest {
  /** Characters of a manifest that is broken; longer ones take part with their beginning. */
  private static final int LONGEST = 4000;

  /** Failures that are shown; one more would teach nothing. */
  private static final int MOST = 20;

  private static final byte[] FIRST = untouched("first");
  private static final byte[] LAST = untouched("last");
  private static final byte[] SEPARATOR = "\n---\n".getBytes(StandardCharsets.UTF_8);

  private final Linter linter = Linter.installed();
  private final ResultCheck check = new ResultCheck(linter.catalogue());

  @Test
  void brokenManifestsDrawOurOwnWordsOnly() {
    boolean patient = Boolean.getBoolean("hopcheck.long");
    int inputs = Integer.getInteger("hopcheck.inputs", patient ? 1_000_000 : 1_500);
    long seed = Long.getLong("hopcheck.seed", patient ? System.nanoTime() : 7);
    List<String> texts = texts(patient);
    assertThat(texts).hasSizeGreaterThan(400);
    List<String> failures = new ArrayList<>();
    long slowest = 0;
    for (int i = 0; i < inputs && failures.size() < MOST; i++) {
      long started = System.nanoTime();
      Random random = new Random(seed + i);
      String text = texts.get(random.nextInt(texts.size()));
      Damage damage = new Damage(random.nextLong(), texts);
      byte[] broken = damage.bytes(damage.to(text));
      List<String> wrong =
          random.nextInt(4) == 0
              ? besideOthers(broken, texts.get(random.nextInt(texts.size())))
              : inAStream(broken);
      if (!wrong.isEmpty()) {
        failures.add("-Dhopcheck.seed=" + (seed + i) + ": " + wrong + "\n" + utf8(broken));
      }
      slowest = Math.max(slowest, System.nanoTime() - started);
    }
    assertThat(failures).isEmpty();
    System.out.println(
        "broken manifests: "
            + inputs
            + " from seed "
            + seed
            + ", "
            + check.findings()
            + " findings, "
            + check.problems()
            + " problems; the slowest took "
            + slowest / 1_000_000
            + " ms");
    assertThat(check.findings()).isGreaterThan(inputs);
    assertThat(check.problems()).isGreaterThan(inputs / 10);
    assertThat(check.kept()).isGreaterThan(inputs / 2);
  }

  /** Between two documents that are not touched, as bytes of a stream. */
  private List<String> inAStream(byte[] broken) {
    byte[] stream = joined(FIRST, SEPARATOR, broken, SEPARATOR, LAST);
    LintResult result =
        linter.lint(
            LintRequest.of(List.of("-"))
                .standardInput(new ByteArrayInputStream(stream))
                .jobs(1)
                .build());
    List<String> wrong = new ArrayList<>();
    check.sound(result, wrong);
    check.kept(result, FIRST, 0, wrong);
    check.kept(result, LAST, stream.length - LAST.length, wrong);
    return wrong;
  }

  /** As a file among others, from which rules take what they compare with. */
  private List<String> besideOthers(byte[] broken, String other) {
    String text = utf8(broken);
    LintResult result =
        linter.lint(
            LintRequest.ofTexts(
                    List.of(
                        file("a.yaml", text), file("b.yaml", other), file("c.yaml", utf8(FIRST))))
                .closed(text.length() % 2 == 0)
                .failOn(Severity.WARNING)
                .jobs(1)
                .build());
    List<String> wrong = new ArrayList<>();
    check.sound(result, wrong);
    check.shown(result, wrong);
    return wrong;
  }

  /** With a path, though nothing lies there: what lies nowhere would not be mended. */
  private static SourceFile file(String name, String text) {
    return SourceFile.of(name, Path.of(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> texts(boolean patient) {
    List<Path> files = new ArrayList<>(Shared.manifests(Shared.testdata(".")));
    Path corpus = Path.of(System.getProperty("hopcheck.shared", "absent"), "corpus");
    if (patient && corpus.toFile().isDirectory()) {
      files.addAll(Shared.manifests(corpus));
    }
    List<String> texts = new ArrayList<>();
    for (Path file : files) {
      String text = utf8(Shared.bytes(file));
      texts.add(text.substring(0, Math.min(LONGEST, text.length())));
    }
    return texts;
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  /** A document with findings of the reader, of the server and of rules, in a namespace alone. */
  private static byte[] untouched(String name) {
    return """
        apiVersion: v1
        kind: Service
        metadata: {name: untouched-NAME, namespace: untouched-NAME}
        spec:
          slector: {app: untouched}
          type: ClusterIP
          type: ExternalName
          externalName: Not_A_Name
          ports:
          - {port: 80, name: a}
          - {port: 99999, name: b}
        """
        .replace("NAME", name)
        .getBytes(StandardCharsets.UTF_8);
  }
}
