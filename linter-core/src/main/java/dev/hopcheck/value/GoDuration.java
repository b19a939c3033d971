package dev.hopcheck.value;

/**
 * A length of time as Go writes it, {@code 1h30m} or {@code -1.5s}.
 *
 * <p>Source: Go's time.ParseDuration, through metav1.Duration and cron's {@code @every}.
 *
 * @param nanos the length in nanoseconds, so at most some 292 years; may be negative
 */
public record GoDuration(long nanos) {
  private static final long SECOND = 1_000_000_000;

  /** Reads a duration; the error is Go's. */
  public static Parsed<GoDuration> parse(String text) {
    return GoDurationReader.read(text);
  }

  /** Returns Go's text, {@code 1h30m0s}; below a second in the greatest unit that has a whole. */
  @Override
  public String toString() {
    if (nanos == 0) {
      return "0s";
    }
    String sign = nanos < 0 ? "-" : "";
    // The least number stays itself when negated, which is right as an unsigned number.
    long rest = Math.abs(nanos);
    if (Long.compareUnsigned(rest, SECOND) < 0) {
      return sign + belowSecond(rest);
    }
    long minutes = Long.divideUnsigned(rest, 60 * SECOND);
    String seconds = decimal(Long.remainderUnsigned(rest, 60 * SECOND), SECOND) + "s";
    if (minutes == 0) {
      return sign + seconds;
    }
    String belowHour = minutes % 60 + "m" + seconds;
    return minutes < 60 ? sign + belowHour : sign + minutes / 60 + "h" + belowHour;
  }

  private static String belowSecond(long rest) {
    if (rest < 1_000) {
      return rest + "ns";
    }
    return rest < 1_000_000 ? decimal(rest, 1_000) + "\u00b5s" : decimal(rest, 1_000_000) + "ms";
  }

  private static String decimal(long value, long unit) {
    StringBuilder text = new StringBuilder().append(value / unit);
    long rest = value % unit;
    if (rest == 0) {
      return text.toString();
    }
    text.append('.');
    for (long place = unit / 10; rest > 0; place /= 10) {
      text.append(rest / place);
      rest %= place;
    }
    return text.toString();
  }
}
