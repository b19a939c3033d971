package dev.hopcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.Suppression;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SilencingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 2);
  private static final RuleId[] RULES = {new RuleId("wrong-type"), new RuleId("other-rule")};

  /** The search must find what a look at each comment finds: the first of those that hold. */
  @Test
  void theFirstCommentThatCoversAFindingSilencesIt() {
    SourceFile file = SourceFile.of("a.yaml", "x".repeat(200));
    Random random = new Random(3);
    int silenced = 0;
    for (int round = 0; round < 200; round++) {
      List<Suppression> comments = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        int start = random.nextInt(150);
        comments.add(
            new Suppression(
                new Location(file, new Span(start, start)),
                List.of(RULES[random.nextInt(2)]),
                random.nextInt(3) == 0 ? TODAY.minusDays(1) : null,
                "reason " + i,
                new Span(start, start + random.nextInt(50))));
      }
      Silencing silencing = new Silencing(comments, Catalogue.of(), TODAY);
      for (int at = 0; at < 200; at += 7) {
        RuleId rule = RULES[random.nextInt(2)];
        Location place = new Location(file, new Span(at, at + 1));
        Finding finding = Finding.of(rule, Severity.ERROR, "found", place).build();
        String expected = null;
        for (Suppression comment : comments) {
          boolean holds = !comment.expired(TODAY) && comment.rules().contains(rule);
          if (expected == null && holds && comment.covers(finding)) {
            expected = comment.reason();
          }
        }
        int before = silencing.silenced().size();
        boolean left = !silencing.apply(List.of(finding)).isEmpty();
        assertThat(left).isEqualTo(expected == null);
        if (expected != null) {
          assertThat(silencing.silenced().get(before).reason()).isEqualTo(expected);
          silenced++;
        }
      }
    }
    assertThat(silenced).isGreaterThan(500);
  }
}
