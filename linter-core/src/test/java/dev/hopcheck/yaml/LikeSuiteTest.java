package dev.hopcheck.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Texts of our own for what the YAML test suite looks at, under its ids, with what the parser of
 * kubectl 1.34 and newer made of them. Here a verdict may be stricter, where the row says so, and
 * never milder.
 */
class LikeSuiteTest {
  private static final String STRICTER = "stricter";

  @Test
  void verdictsAreThoseOfKubernetes() {
    List<String> wrong = new ArrayList<>();
    int seen = 0;
    int stricter = 0;
    for (String[] row : Documents.table("like-suite.tsv", 5)) {
      String said = read(row[2].isEmpty() ? "" : unescaped(row[2]));
      boolean refused = said.startsWith("error");
      boolean fits =
          row[4].equals(STRICTER)
              ? refused && !row[3].equals("error")
              : row[3].equals(refused ? "error" : said);
      if (!fits) {
        wrong.add(row[0] + " " + row[1] + "\n  clients: " + row[3] + "\n  here: " + said);
      }
      seen++;
      stricter += row[4].equals(STRICTER) ? 1 : 0;
    }
    System.out.println(
        "like the YAML test suite: " + seen + " texts, " + stricter + " judged more strictly");
    assertThat(wrong).isEmpty();
    assertThat(seen).isGreaterThan(140);
    assertThat(stricter).isLessThan(25);
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        c = text.charAt(i) == 'n' ? '\n' : text.charAt(i) == 't' ? '\t' : text.charAt(i);
      }
      plain.append(c);
    }
    return plain.toString();
  }

  private static String read(String text) {
    YamlStream stream = YamlReader.read(SourceFile.of("a.yaml", text), YamlLimits.DEFAULT);
    if (!stream.problems().isEmpty()) {
      return "error: " + stream.problems().get(0).message();
    }
    List<String> all = new ArrayList<>();
    for (YamlDocument document : stream.documents()) {
      StringBuilder json = new StringBuilder();
      write(document.root(), json);
      all.add(json.toString());
    }
    return all.isEmpty() ? "null" : String.join(" ", all);
  }

  /** As Go writes JSON: keys in order, no blanks. */
  private static void write(YamlNode node, StringBuilder json) {
    switch (node.kind()) {
      case MAPPING -> {
        Map<String, YamlNode> sorted = new TreeMap<>();
        node.entries().forEach(entry -> sorted.put(entry.key(), entry.value()));
        char before = '{';
        for (Map.Entry<String, YamlNode> entry : sorted.entrySet()) {
          quoted(entry.getKey(), json.append(before));
          write(entry.getValue(), json.append(':'));
          before = ',';
        }
        json.append(before == '{' ? "{}" : "}");
      }
      case SEQUENCE -> {
        char before = '[';
        for (YamlNode item : node.items()) {
          write(item, json.append(before));
          before = ',';
        }
        json.append(before == '[' ? "[]" : "]");
      }
      case SCALAR -> {
        Scalar scalar = node.scalar();
        if (scalar.isString()) {
          quoted(scalar.text(), json);
        } else {
          json.append(scalar.isNull() ? "null" : scalar.text());
        }
      }
    }
  }

  private static void quoted(String text, StringBuilder json) {
    json.append('"');
    for (char c : text.toCharArray()) {
      int escape = "\"\\\n\t\r".indexOf(c);
      if (escape >= 0) {
        json.append('\\').append("\"\\ntr".charAt(escape));
      } else if ("<>&".indexOf(c) >= 0) {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
