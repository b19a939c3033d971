package dev.hopcheck.admission;

/**
 * A list of indexes such as {@code 1,3-5,7}.
 *
 * @param count how many indexes it names; 0 where there is an error
 * @param error why it cannot be read, in the server's words; empty where it can
 */
record JobIndexes(long count, String error) {
  static JobIndexes parse(String text, long completions) {
    if (text.isEmpty()) {
      return new JobIndexes(0, "");
    }
    long total = 0;
    long last = -1;
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      String part = text.substring(start, end);
      int dash = part.indexOf('-');
      if (dash >= 0 && part.indexOf('-', dash + 1) >= 0) {
        return failed(
            "the fragment \""
                + part
                + "\" violates the requirement that an index interval can have at most two parts"
                + " separated by '-'");
      }
      String firstText = dash < 0 ? part : part.substring(0, dash);
      String lastText = dash < 0 ? firstText : part.substring(dash + 1);
      for (String number : new String[] {firstText, lastText}) {
        String error = numberError(number, completions);
        if (!error.isEmpty()) {
          return failed(error);
        }
      }
      long from = Long.parseLong(firstText);
      long to = Long.parseLong(lastText);
      if (dash >= 0 && from >= to) {
        return failed("non-increasing order, previous: " + from + ", current: " + to);
      }
      if (last >= from) {
        return failed("non-increasing order, previous: " + last + ", current: " + from);
      }
      total += to - from + 1;
      last = to;
      start = end + 1;
    }
    return new JobIndexes(total, "");
  }

  private static JobIndexes failed(String error) {
    return new JobIndexes(0, error);
  }

  private static String numberError(String text, long completions) {
    boolean digits = !text.isEmpty() && text.length() <= 18;
    for (int i = 0; i < text.length(); i++) {
      digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    if (!digits) {
      return "cannot convert string to integer for index: \"" + text + "\"";
    }
    return Long.parseLong(text) >= completions ? "too large index: \"" + text + "\"" : "";
  }
}
