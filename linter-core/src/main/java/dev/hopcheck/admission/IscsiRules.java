package dev.hopcheck.admission;

/** Volumes over iSCSI. */
final class IscsiRules {
  private static final int NAME_LENGTH = 16;

  private IscsiRules() {}

  static void validate(Field source, Causes causes) {
    if (source.text("targetPortal").isEmpty()) {
      causes.required(source.get("targetPortal"), "");
    }
    Field target = source.get("iqn");
    if (target.text().isEmpty()) {
      causes.required(target, "");
    } else {
      name(target, target.path(), causes);
    }
    Field lun = source.get("lun");
    if (lun.number() < 0 || lun.number() > 255) {
      causes.invalidNumber(lun, lun.number(), "must be between 0 and 255, inclusive");
    }
    boolean chap = source.flag("chapAuthDiscovery") || source.flag("chapAuthSession");
    if (chap && !source.present("secretRef")) {
      causes.required(source.get("secretRef"), "");
    }
    Field initiator = source.get("initiatorName");
    if (initiator.present()) {
      name(initiator, source.path() + ".initiatorname", causes);
    }
  }

  private static void name(Field field, String path, Causes causes) {
    String text = field.text();
    boolean fine;
    if (text.startsWith("iqn")) {
      fine = isQualified(text);
    } else if (text.startsWith("eui")) {
      fine = isNumbered(text, NAME_LENGTH);
    } else if (text.startsWith("naa")) {
      fine = isNumbered(text, NAME_LENGTH * 2);
    } else {
      causes.invalid(field, "must be valid format starting with iqn, eui, or naa").path(path);
      return;
    }
    if (!fine) {
      causes.invalid(field, "must be valid format").path(path);
    }
  }

  /** {@code eui.} or {@code naa.} and so many letters or digits; the dot may be any character. */
  private static boolean isNumbered(String text, int length) {
    return text.length() == 4 + length && alphanumericEnd(text, 4, false) == text.length();
  }

  /** {@code iqn.yyyy-mm.domain:name}. */
  private static boolean isQualified(String text) {
    boolean dated =
        text.length() > 12
            && text.charAt(3) == '.'
            && areDigits(text, 4, 8)
            && text.charAt(8) == '-'
            && areDigits(text, 9, 11)
            && text.charAt(11) == '.';
    if (!dated) {
      return false;
    }
    int colon = alphanumericEnd(text, 12, true);
    if (colon == 12 || colon >= text.length() - 1 || text.charAt(colon) != ':') {
      return false;
    }
    for (int i = colon + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (",;*&$|".indexOf(c) >= 0 || Character.isWhitespace(c)) {
        return false;
      }
    }
    return true;
  }

  private static int alphanumericEnd(String text, int from, boolean dashesAndDots) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && !(dashesAndDots && (c == '-' || c == '.'))) {
        return i;
      }
      i++;
    }
    return i;
  }

  private static boolean areDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
