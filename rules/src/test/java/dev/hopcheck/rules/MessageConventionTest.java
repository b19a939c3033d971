package dev.hopcheck.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.RuleDoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages read alike: lower case, no full stop, names in backticks, nothing that Java printed. */
class MessageConventionTest {
  @Test
  void goldensReadAlike() throws IOException {
    int seen = 0;
    List<String> wrong = new ArrayList<>();
    for (RuleCase one : RuleCase.all()) {
      Path golden = one.golden();
      if (Files.exists(golden)) {
        for (String line : Files.readAllLines(golden)) {
          String message = message(line);
          if (message != null) {
            seen++;
            complain(one.rule() + " " + one.name(), message, wrong);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(seen).isGreaterThan(10);
  }

  @Test
  void summariesReadAlike() {
    List<String> wrong = new ArrayList<>();
    for (RuleDoc doc : Catalogue.installed().docs()) {
      complain(doc.id().value(), doc.summary(), wrong);
    }
    assertThat(wrong).isEmpty();
  }

  /** The text of a headline, note or fix; null for other lines. */
  private static String message(String line) {
    String trimmed = line.strip();
    for (String severity : List.of("error[", "warning[", "info[")) {
      if (line.startsWith(severity)) {
        return line.substring(line.indexOf("]: ") + 3);
      }
    }
    if (trimmed.startsWith("= note: ") || trimmed.startsWith("= fix")) {
      return trimmed.substring(trimmed.indexOf(": ") + 2);
    }
    return null;
  }

  private static void complain(String where, String message, List<String> wrong) {
    String plain = outsideBackticks(message);
    boolean capital =
        Character.isUpperCase(message.charAt(0))
            && !(message.length() > 1 && Character.isUpperCase(message.charAt(1)))
            && !startsWithKind(message);
    if (capital
        || plain.endsWith(".")
        || plain.endsWith("!")
        || plain.contains("null")
        || plain.contains("{")
        || plain.contains("_")
        || message.chars().filter(c -> c == '`').count() % 2 != 0) {
      wrong.add(where + ": " + message);
    }
  }

  /** Kinds are spelled as the API spells them. */
  private static boolean startsWithKind(String message) {
    int end = message.indexOf(' ');
    String word = end < 0 ? message : message.substring(0, end);
    return List.of(
                "Service",
                "Services",
                "Ingress",
                "Endpoints",
                "Kubernetes",
                "Deployment",
                "Job",
                "Jobs")
            .contains(word)
        || word.chars().filter(Character::isUpperCase).count() > 1;
  }

  private static String outsideBackticks(String message) {
    StringBuilder plain = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < message.length(); i++) {
      char c = message.charAt(i);
      if (c == '`') {
        quoted = !quoted;
      } else if (!quoted) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
