package dev.hopcheck.admission;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.value.Dns1123Subdomain;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.WildcardSubdomain;
import java.util.List;
import java.util.Locale;

/** Hosts of an Ingress, in its rules and in its certificates (ING-12, ING-13, ING-19). */
final class IngressHostRules {
  private IngressHostRules() {}

  /** The host of a rule; an empty one means every host. */
  static void ofRule(Field host, Causes causes) {
    String text = host.text();
    if (text.isEmpty()) {
      return;
    }
    // The server reads addresses as leniently as ever here: 010.1.1.1 is one.
    if (IpAddress.parse(text).isPresent()) {
      causes
          .invalid(host, "must be a DNS name, not an IP address")
          .rule(InputRule.INGRESS_HOST_INVALID)
          .headline("host `" + text + "` is an IP address, and Ingress hosts are DNS names")
          .note(IngressRules.NOT_ROUTED)
          .note("leave out `host` to take requests for any host, addresses included");
    }
    name(host, text, causes);
  }

  /** A host of a certificate; must not be empty, may look like an address. */
  static void ofTls(Field host, Causes causes) {
    name(host, host.text(), causes);
  }

  private static void name(Field host, String text, Causes causes) {
    List<String> errors =
        text.indexOf('*') >= 0 ? WildcardSubdomain.errors(text) : Dns1123Subdomain.errors(text);
    for (String error : errors) {
      Cause cause =
          causes
              .invalid(host, text, error)
              .rule(InputRule.INGRESS_HOST_INVALID)
              .headline(headline(text))
              .note(IngressRules.NOT_ROUTED);
      String advice = advice(text);
      if (!advice.isEmpty()) {
        cause.note(advice);
      }
      String lower = text.toLowerCase(Locale.ROOT);
      if (!lower.equals(text) && Dns1123Subdomain.isValid(lower)) {
        // DNS and HTTP do not tell the cases apart.
        cause.replaceValue(lower);
      }
    }
  }

  private static String headline(String text) {
    if (text.isEmpty()) {
      return "host is empty";
    }
    if (text.contains("://")) {
      return "host `" + text + "` is a URL, not a host name";
    }
    if (text.indexOf(':') >= 0) {
      return "host `" + text + "` has a port, and Ingress hosts have none";
    }
    return "host `" + text + "` is no DNS name";
  }

  private static String advice(String text) {
    if (text.indexOf(':') >= 0) {
      return "write the name alone; which ports are listened on is the controller's affair";
    }
    if (text.equals("*")) {
      return "leave out the host to mean every host";
    }
    if (text.indexOf('*') >= 0) {
      return "a star stands alone as the first label, as in `*.example.com`, and means one label";
    }
    return "lower-case letters, digits, dashes and dots make a host name";
  }
}
