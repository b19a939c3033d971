package dev.hopcheck.admission;

import dev.hopcheck.finding.Rejection;

/** Plain words for a cause that its validator does not word itself. */
final class Headlines {
  private Headlines() {}

  static String of(
      Rejection.Reason reason, Field field, String path, String shown, String message) {
    String name = path.isEmpty() ? "the object" : "`" + path + "`";
    return switch (reason) {
      case REQUIRED -> name + " is missing or empty";
      case INVALID, TYPE_INVALID ->
          isComposite(shown) ? name + " is not valid" : "`" + shown + "` is not valid for " + name;
      case DUPLICATE -> "`" + shown + "` stands twice: " + name + " must be unique";
      case FORBIDDEN -> name + " is not allowed here";
      case NOT_SUPPORTED -> "`" + shown + "` is no value of " + name;
      case NOT_FOUND -> name + " names something that does not exist";
      case TOO_LONG -> name + " is too long";
      case TOO_MANY -> name + " has too many entries";
      case UNKNOWN_FIELD -> "unknown field " + name;
      case DUPLICATE_FIELD -> name + " stands twice";
      case DECODING -> name + " cannot be read";
      case NOT_SERVED -> message;
    };
  }

  /** Nothing to show: no value, or a whole list or mapping. */
  private static boolean isComposite(String shown) {
    return shown.isEmpty() || shown.startsWith("{") || shown.startsWith("[");
  }
}
