package dev.hopcheck.admission;

import dev.hopcheck.value.Dns1123Subdomain;
import dev.hopcheck.value.Port;

/** How the server reaches a webhook: by URL or by Service. */
final class WebhookClientRules {
  private static final String FORM = "; desired format: https://host[/path]";

  private WebhookClientRules() {}

  /** Checks a client that the server calls by a name of its own. */
  static void validate(Field client, String path, Causes causes) {
    Field url = client.get("url");
    Field service = client.get("service");
    if (url.written() == service.written()) {
      causes.required(client, "exactly one of url or service is required").path(path);
    } else if (url.written()) {
      url(url, path + ".url", causes);
    } else {
      service(service, path + ".service", causes);
    }
  }

  private static void url(Field url, String path, Causes causes) {
    String text = url.text();
    int scheme = text.indexOf("://");
    String shown = scheme < 0 ? "" : text.substring(0, scheme);
    if (!shown.equalsIgnoreCase("https")) {
      causes.invalid(url, shown, "'https' is the only allowed URL scheme" + FORM).path(path);
    }
    int hash = text.indexOf('#');
    String main = hash < 0 ? text : text.substring(0, hash);
    int query = main.indexOf('?');
    int end = query < 0 ? main.length() : query;
    int start = scheme < 0 ? end : Math.min(end, scheme + 3);
    int slash = main.indexOf('/', start);
    String authority = main.substring(start, slash < 0 || slash > end ? end : slash);
    int at = authority.lastIndexOf('@');
    if (authority.substring(at + 1).isEmpty()) {
      causes.invalid(url, "", "host must be specified" + FORM).path(path);
    }
    if (at >= 0) {
      causes
          .invalid(url, authority.substring(0, at), "user information is not permitted in the URL")
          .path(path);
    }
    if (hash >= 0 && hash + 1 < text.length()) {
      causes
          .invalid(url, text.substring(hash + 1), "fragments are not permitted in the URL")
          .path(path);
    }
    if (query >= 0 && query + 1 < main.length()) {
      causes
          .invalid(url, main.substring(query + 1), "query parameters are not permitted in the URL")
          .path(path);
    }
  }

  private static void service(Field service, String path, Causes causes) {
    // The server takes the one for the other: it blames the name where the namespace is missing.
    if (service.text("namespace").isEmpty()) {
      causes
          .required(service.get("namespace"), "")
          .path(path + ".name")
          .headline("webhook's Service has no namespace");
    }
    if (service.text("name").isEmpty()) {
      causes
          .required(service.get("name"), "")
          .path(path + ".namespace")
          .headline("webhook's Service has no name");
    }
    Field port = service.get("port");
    for (String error : Port.errors(port.number())) {
      causes.invalidNumber(port, port.number(), "port is not valid: " + error).path(path + ".port");
    }
    segments(service.get("path"), path + ".path", causes);
  }

  /** Every part of the path is a name; a slash at the end is fine. */
  private static void segments(Field field, String path, Causes causes) {
    String text = field.text();
    if (text.isEmpty() || text.equals("/")) {
      return;
    }
    if (text.equals("//")) {
      causes.invalid(field, "segment[0] may not be empty").path(path);
      return;
    }
    if (!text.startsWith("/")) {
      causes.invalid(field, "must start with a '/'").path(path);
    }
    // The server cuts the first character off, whether it is the slash or not.
    int end = text.endsWith("/") && text.length() > 1 ? text.length() - 1 : text.length();
    int start = 1;
    for (int index = 0; start <= end; index++) {
      int slash = text.indexOf('/', start);
      int stop = slash < 0 || slash > end ? end : slash;
      String segment = text.substring(start, stop);
      if (segment.isEmpty()) {
        causes.invalid(field, "segment[" + index + "] may not be empty").path(path);
      } else {
        for (String error : Dns1123Subdomain.errors(segment)) {
          causes.invalid(field, "segment[" + index + "]: " + error).path(path);
        }
      }
      start = stop + 1;
    }
  }
}
