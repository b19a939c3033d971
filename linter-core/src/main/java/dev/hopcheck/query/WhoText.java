package dev.hopcheck.query;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A WHO of the command line.
 *
 * @param who null exactly where there is an error
 */
public record WhoText(@Nullable Who who, @Nullable QueryError error) {
  /**
   * Reads it.
   *
   * @param longest bytes of UTF-8 that it may have
   * @param namespaces whether a bare word means an ordinary pod of that namespace
   */
  public static WhoText read(String text, boolean namespaces, int longest) {
    if (text.getBytes(StandardCharsets.UTF_8).length > longest) {
      return new WhoText(null, FlowsFile.tooLong(1, longest));
    }
    LineParser parser = new LineParser(text, 1);
    Who who = parser.who(namespaces);
    QueryError error = parser.error();
    return error == null ? new WhoText(who, null) : new WhoText(null, error);
  }
}
