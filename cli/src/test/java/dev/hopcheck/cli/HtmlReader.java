package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads a page with a parser that is not ours, and holds that it has our tags and no others. */
final class HtmlReader {
  private static final Set<String> TAGS =
      Set.of(
          ("html head meta title style body script a header footer main section article form"
                  + " label input fieldset legend select option button output p div span h1 h2 h3"
                  + " figure figcaption pre code b i mark dl dt dd details summary ol ul li table"
                  + " thead tbody tr th td kbd svg g path rect circle text")
              .split(" "));

  private static final Set<String> ATTRIBUTES =
      Set.of(
          ("lang charset http-equiv content name class href id role aria-label aria-labelledby"
                  + " aria-keyshortcuts aria-live hidden type autocomplete spellcheck value checked"
                  + " tabindex data-severity data-rule data-namespace data-hop data-arrow viewBox width"
                  + " height d x y rx cx cy r")
              .split(" "));

  private HtmlReader() {}

  /** Reads the output of a run. */
  static void read(String output) throws Exception {
    OutputReader.lines(output);
    page(output);
  }

  /** The page, after all has been held that holds for each. */
  static Document page(String output) throws Exception {
    Parser parser = Parser.htmlParser().setTrackErrors(20);
    Document page = Jsoup.parse(output, "", parser);
    assertThat(parser.getErrors()).isEmpty();
    Set<String> ids = new HashSet<>();
    for (Element element : page.getAllElements()) {
      if (element == page) {
        continue;
      }
      assertThat(element.tagName()).isIn(TAGS);
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey()).isIn(ATTRIBUTES);
      }
      assertThat(element.id().isEmpty() || ids.add(element.id())).as(element.id()).isTrue();
    }
    for (Element link : page.select("[href]")) {
      assertThat(link.attr("href")).startsWith("#");
      assertThat(ids).contains(link.attr("href").substring(1));
    }
    policy(page);
    return page;
  }

  /** One script and one style, which are what the policy names; nothing else is allowed. */
  private static void policy(Document page) throws Exception {
    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select("style")).hasSize(1);
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src '"
                + hash(page.select("style").first())
                + "'; script-src '"
                + hash(page.select("script").first())
                + "'; base-uri 'none'; form-action 'none'");
  }

  private static String hash(Element element) throws Exception {
    byte[] text = element.data().getBytes(StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
