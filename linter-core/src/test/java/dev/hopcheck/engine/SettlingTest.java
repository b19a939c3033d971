package dev.hopcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Assumed;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlingTest {
  private static final SourceFile FILE = SourceFile.of("a.yaml", "abcdefgh\nabcdefgh\n");

  private static Finding.Builder at(int start) {
    return Finding.of(
        new RuleId("a-rule"),
        Severity.ERROR,
        "`x` is bad",
        new Location(FILE, new Span(start, start + 1)));
  }

  private static Rejection rejection(String field) {
    return new Rejection(field, Rejection.Reason.INVALID, "Invalid value");
  }

  @Test
  void laterUsesOfOneScalarBecomeConsequences() {
    List<Finding> settled =
        Settling.settle(
            List.of(
                at(3).field("a").rejection(rejection("a")).build(),
                at(1).build(),
                at(3).field("b").rejection(rejection("b")).build()));
    assertThat(settled).hasSize(2);
    assertThat(settled.get(0).location().span().start()).isEqualTo(1);
    assertThat(settled.get(1).field()).isEqualTo("a");
    assertThat(settled.get(1).consequences()).containsExactly(rejection("b"));
  }

  @Test
  void aFixOfASharedScalarIsNotSafe() {
    Location place = at(3).build().location();
    List<Finding> settled =
        Settling.settle(
            List.of(
                at(3).field("a").fix("change it", Applicability.SAFE, place, "y").build(),
                at(3).field("b").fix("change it", Applicability.SAFE, place, "y").build()));
    assertThat(settled.get(0).fixes().get(0).applicability()).isEqualTo(Applicability.UNSAFE);
  }

  @Test
  void whatIsAssumedIsInfo() {
    List<Finding> settled = Settling.settle(List.of(at(1).assumed(Assumed.PATCH).build()));
    assertThat(settled.get(0).severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void fingerprintsSurviveMovedLines() {
    SourceFile moved = SourceFile.of("./a.yaml", "# a line more\nabcdefgh\n");
    Finding there =
        Finding.of(
                new RuleId("a-rule"),
                Severity.WARNING,
                "other words",
                new Location(moved, new Span(17, 18)))
            .build();
    assertThat(Fingerprints.of(List.of(there))).isEqualTo(Fingerprints.of(List.of(at(3).build())));
  }

  @Test
  void fingerprintsOfAlikeFindingsDiffer() {
    assertThat(Fingerprints.of(List.of(at(3).build(), at(12).build(), at(4).build())))
        .doesNotHaveDuplicates()
        .allMatch(text -> text.matches("[0-9a-f]{16}"));
  }

  @Test
  void robustness99TheClockCountsLast() {
    LocalDate given = LocalDate.of(2026, 5, 1);
    assertThat(Today.of(given, "0")).isEqualTo(given);
    assertThat(Today.of(null, "0")).isEqualTo(LocalDate.of(1970, 1, 1));
    assertThat(Today.of(null, "4102444800")).isEqualTo(LocalDate.of(2100, 1, 1));
    assertThat(Today.of(null, "no number")).isAfter(LocalDate.of(2020, 1, 1));
  }
}
