package dev.hopcheck.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/**
 * What the fast reader takes, it reads as the reference reader does. {@code -Dhopcheck.long=true}
 * tries some millions of texts.
 */
class ReaderTwinsTest {
  private static final int LONGEST = 1500;

  @Property(tries = 2000)
  void generatedTextsAreReadAlike(@ForAll("texts") String text) {
    assertThat(new ReaderTwins().differences(text)).as(text).isEmpty();
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> indents = Arbitraries.of("", "  ", "  ", "    ", "      ", " ", "- ", "  - ");
    Arbitrary<String> keys =
        Arbitraries.of(
            "a: ", "b: ", "c:\n", "'d': ", "\"e\" : ", "f:", "- ", "", "# ", "1: ", "g: |");
    Arbitrary<String> values =
        Arbitraries.of(
            "x",
            "x y",
            "'q'",
            "\"q\\n\"",
            "[x, {y: z}]",
            "{x: 'y'}",
            "|",
            ">-",
            "|+",
            "1",
            "~",
            "# c",
            "x # c",
            "",
            "",
            "\u00e9",
            "\t x",
            "{{ x }}",
            "&a x",
            "*a",
            "\"q",
            "- x");
    Arbitrary<String> lines =
        Combinators.combine(indents, keys, values, Arbitraries.of("\n", "\n", "\n", "\n\n", "\r\n"))
            .as((indent, key, value, end) -> indent + key + value + end);
    return lines.list().ofMinSize(1).ofMaxSize(14).map(all -> String.join("", all));
  }

  @Test
  void mutatedTextsAreReadAlike() throws IOException {
    boolean patient = Boolean.getBoolean("hopcheck.long");
    long seed = patient ? System.nanoTime() : 20;
    List<String> texts = new ArrayList<>();
    for (String text : Manifests.own()) {
      pieces(text, texts);
    }
    for (String text : patient ? Manifests.real() : List.<String>of()) {
      pieces(text, texts);
    }
    assertThat(texts).hasSizeGreaterThan(500);
    Random random = new Random(seed);
    Mutator mutator = new Mutator(seed);
    ReaderTwins twins = new ReaderTwins();
    for (int i = Integer.getInteger("hopcheck.inputs", patient ? 5_000_000 : 20_000); i > 0; i--) {
      String text = mutator.mutate(texts.get(random.nextInt(texts.size())));
      assertThat(twins.differences(text)).as("seed " + seed + "\n" + text).isEmpty();
    }
    assertThat(twins.taken()).isGreaterThan(twins.documents() / 10);
  }

  /** Documents, large ones in parts. */
  private static void pieces(String text, List<String> into) {
    String document = text.substring(0, Math.min(LONGEST, text.length()));
    into.add(document.substring(0, document.lastIndexOf('\n') + 1));
    for (int at = LONGEST; at < text.length() && at < 20 * LONGEST; at += LONGEST) {
      int line = text.indexOf('\n', at) + 1;
      into.add(text.substring(line, Math.min(text.length(), line + LONGEST)).stripIndent());
    }
  }
}
