package dev.hopcheck.value;

import java.util.ArrayList;
import java.util.List;

/**
 * A subdomain, a slash and a path, the grammar of an IngressClass' controller.
 *
 * <p>Source: apiserver.md section 3, DPP. An empty value is {@code Required} to the server, and the
 * limit of 250 belongs to the field; neither is looked at here.
 */
public final class DomainPrefixedPath {
  private static final String PATH_MISMATCH =
      ServerText.regex("Invalid path", "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+");
  private static final String PUNCTUATION = "/-._~%!$&'()*+,;=:";

  private DomainPrefixedPath() {}

  /** Returns the faults, of the domain before the path, each blaming its own part. */
  public static List<Fault> faults(String value) {
    int slash = value.indexOf('/');
    if (slash <= 0 || slash == value.length() - 1) {
      return List.of(new Fault(value, "must be a domain-prefixed path (such as \"acme.io/foo\")"));
    }
    List<Fault> faults = new ArrayList<>(0);
    String host = value.substring(0, slash);
    for (String error : Dns1123Subdomain.errors(host)) {
      faults.add(new Fault(host, error));
    }
    String path = value.substring(slash + 1);
    if (!isPath(path)) {
      faults.add(new Fault(path, PATH_MISMATCH));
    }
    return List.copyOf(faults);
  }

  private static boolean isPath(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (!Ascii.isLetterOrDigit(c) && PUNCTUATION.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
