package dev.hopcheck.value;

/** Reads the text of a duration as Go's time.ParseDuration does, overflows included. */
final class GoDurationReader {
  /**
   * One more than the greatest duration, as an unsigned number: the least one, without its sign.
   */
  private static final long LIMIT = Long.MIN_VALUE;

  private static final String INVALID = "invalid duration ";

  private final String text;
  private int at;

  /** Set as soon as the text turns out to be none. */
  private String error = "";

  private GoDurationReader(String text) {
    this.text = text;
  }

  static Parsed<GoDuration> read(String text) {
    return new GoDurationReader(text).read();
  }

  private Parsed<GoDuration> read() {
    boolean negative = text.startsWith("-");
    at = negative || text.startsWith("+") ? 1 : 0;
    if (text.length() == at + 1 && text.charAt(at) == '0') {
      return Parsed.of(new GoDuration(0));
    }
    if (at == text.length()) {
      fail(INVALID);
    }
    long sum = 0;
    while (error.isEmpty() && at < text.length()) {
      sum += part();
      if (exceeds(sum, LIMIT)) {
        fail(INVALID);
      }
    }
    if (!negative && sum < 0) {
      fail(INVALID);
    }
    return error.isEmpty()
        ? Parsed.of(new GoDuration(negative ? -sum : sum))
        : Parsed.failed(error);
  }

  /** Reads a number and its unit. */
  private long part() {
    int start = at;
    long whole = whole();
    boolean digits = at > start;
    long fraction = 0;
    double scale = 1;
    if (at < text.length() && text.charAt(at) == '.') {
      int first = ++at;
      for (; at < text.length() && Ascii.isDigit(text.charAt(at)); at++) {
        // Go drops the digits that no longer fit 64 bits, far below a nanosecond.
        if (fraction <= Long.MAX_VALUE / 10 - 1) {
          fraction = fraction * 10 + (text.charAt(at) - '0');
          scale *= 10;
        }
      }
      digits |= at > first;
    }
    if (!digits) {
      fail(INVALID);
    }
    long unit = unit();
    if (!error.isEmpty()) {
      return 0;
    }
    if (exceeds(whole, Long.divideUnsigned(LIMIT, unit))) {
      fail(INVALID);
    }
    return whole * unit + (long) (fraction * (unit / scale));
  }

  private long whole() {
    long whole = 0;
    for (; at < text.length() && Ascii.isDigit(text.charAt(at)); at++) {
      if (exceeds(whole, Long.divideUnsigned(LIMIT, 10))) {
        fail(INVALID);
      }
      whole = whole * 10 + (text.charAt(at) - '0');
      if (exceeds(whole, LIMIT)) {
        fail(INVALID);
      }
    }
    return whole;
  }

  private long unit() {
    int start = at;
    while (at < text.length() && text.charAt(at) != '.' && !Ascii.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      fail("missing unit in duration ");
    }
    String unit = text.substring(start, at);
    return switch (unit) {
      case "ns" -> 1;
      case "us", "\u00b5s", "\u03bcs" -> 1_000;
      case "ms" -> 1_000_000;
      case "s" -> 1_000_000_000;
      case "m" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      default -> {
        fail("unknown unit " + GoText.quoteBytes(unit) + " in duration ");
        yield 1;
      }
    };
  }

  private static boolean exceeds(long value, long limit) {
    return Long.compareUnsigned(value, limit) > 0;
  }

  private void fail(String what) {
    if (error.isEmpty()) {
      error = "time: " + what + GoText.quoteBytes(text);
    }
  }
}
