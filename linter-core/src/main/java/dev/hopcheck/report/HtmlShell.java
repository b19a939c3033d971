package dev.hopcheck.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What is the same in every page: its style, its script, and the policy by which a browser runs
 * just this script and loads nothing.
 *
 * @param style the text between the tags
 * @param script the text between the tags
 */
record HtmlShell(String style, String script) {
  static HtmlShell load() throws IOException {
    return new HtmlShell(read("report.css"), read("report.js"));
  }

  private static String read(String name) throws IOException {
    try (InputStream in = HtmlShell.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the resource `" + name + "` is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Writes all before the page's body. */
  void open(Html html, String title) throws IOException {
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy() + "\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
        .raw("<meta name=\"color-scheme\" content=\"light dark\">\n<title>Hopcheck: ")
        .text(title)
        .raw("</title>\n<style>" + style + "</style>\n</head>\n<body>\n");
  }

  /** Writes all behind the page's content. */
  void close(Html html) throws IOException {
    html.raw("<script>" + script + "</script>\n</body>\n</html>\n");
  }

  private String policy() {
    return "default-src 'none'; style-src '"
        + hash(style)
        + "'; script-src '"
        + hash(script)
        + "'; base-uri 'none'; form-action 'none'";
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
