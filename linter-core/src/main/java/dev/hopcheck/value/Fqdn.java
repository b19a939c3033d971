package dev.hopcheck.value;

import java.util.List;

/**
 * A fully qualified domain name as EndpointSlices of address type FQDN hold it: a subdomain of at
 * least two parts, each of at most 63 bytes; one trailing dot is dropped first.
 *
 * <p>Source: apiserver.md section 3, FQDN. An empty value is {@code Required} to the server and not
 * looked at here.
 */
public final class Fqdn {
  private Fqdn() {}

  /** Returns at most one fault: the server stops at the first, and blames a bad part by itself. */
  public static List<Fault> faults(String value) {
    String name = value.endsWith(".") ? value.substring(0, value.length() - 1) : value;
    List<String> errors = Dns1123Subdomain.errors(name);
    if (!errors.isEmpty()) {
      return List.of(new Fault(name, String.join(",", errors)));
    }
    if (name.indexOf('.') < 0) {
      return List.of(
          new Fault(name, "should be a domain with at least two segments separated by dots"));
    }
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || name.charAt(i) == '.') {
        String label = name.substring(start, i);
        List<String> labelErrors = Dns1123Label.errors(label);
        if (!labelErrors.isEmpty()) {
          return List.of(new Fault(label, String.join(",", labelErrors)));
        }
        start = i + 1;
      }
    }
    return List.of();
  }
}
