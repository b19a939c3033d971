package dev.hopcheck.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The one place where the clock counts: whether a suppression has ended. */
final class Today {
  private Today() {}

  /** What the user says, else SOURCE_DATE_EPOCH, else the clock; always in UTC. */
  static LocalDate of(@Nullable LocalDate given, @Nullable String sourceDateEpoch) {
    if (given != null) {
      return given;
    }
    if (sourceDateEpoch != null && !sourceDateEpoch.isBlank()) {
      try {
        long seconds = Long.parseLong(sourceDateEpoch.strip());
        return LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
      } catch (NumberFormatException | java.time.DateTimeException noNumber) {
        return LocalDate.now(ZoneOffset.UTC);
      }
    }
    return LocalDate.now(ZoneOffset.UTC);
  }
}
