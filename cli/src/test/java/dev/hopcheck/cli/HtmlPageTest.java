package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page as a real Chromium shows it; skipped where there is none. */
class HtmlPageTest {
  private static final Path CASE =
      Path.of(System.getProperty("hopcheck.testdata", "../testdata"), "cli/lint-html/input");

  /** The articles that are seen, by their ids. */
  private static final String SEEN =
      "Array.from(document.querySelectorAll('article.finding')).filter(f => f.checkVisibility())"
          + ".map(f => f.id)";

  private static final String FOCUS = "document.activeElement.id";

  @TempDir private static Path temporary;
  private static @Nullable Browser started;

  @BeforeAll
  static void start() throws IOException {
    Path program = Browser.find();
    assumeTrue(
        program != null,
        "there is no Chromium in PATH (package chromium), and HOPCHECK_CHROMIUM names none");
    started = Browser.start(program, Files.createDirectories(temporary.resolve("profile")));
  }

  @AfterAll
  static void stop() {
    if (started != null) {
      started.close();
    }
  }

  private static Browser browser() {
    assertThat(started).isNotNull();
    return started;
  }

  /** Writes the report of a folder and opens it. */
  private static Path open(Path folder) throws Exception {
    Path page = temporary.resolve(folder.getFileName() + ".html");
    CommandLine done =
        CommandLine.run(folder, "lint", "--show", "info", "--format", "html=" + page, ".");
    assertThat(done.err()).isEmpty();
    HtmlReader.read(Files.readString(page));
    browser().open(page);
    return page;
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static int seen() {
    return browser().evaluate(SEEN).size();
  }

  /** Chooses in a list as a user does. */
  private static void choose(String list, String value) {
    browser()
        .evaluate(
            "{const l = document.getElementById('"
                + list
                + "'); l.value = '"
                + value
                + "'; l.dispatchEvent(new Event('input', {bubbles: true}))}");
  }

  private static void click(String selector) {
    browser()
        .evaluate(
            "document.querySelector('"
                + selector
                + "').dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, view: window}))");
  }

  @Test
  void showsRoutesAndFiltersFindings() throws Exception {
    open(CASE);
    Browser page = browser();
    assertThat(page.evaluate("document.title").asString()).startsWith("Hopcheck: 4 errors");
    int all = seen();
    assertThat(all).isGreaterThan(5);
    JsonNode sizes =
        page.evaluate(
            "Array.from(document.querySelectorAll('svg .box')).map(b => b.getBBox().width)");
    assertThat(sizes).hasSizeGreaterThan(10);
    assertThat(sizes).allMatch(width -> width.asDouble() > 100);
    assertThat(page.evaluate("document.querySelectorAll('.wire.broken').length").asInt())
        .isEqualTo(4);
    click("input[value=info]");
    int heavy = page.evaluate("document.querySelectorAll('article.error').length").asInt();
    assertThat(seen()).isEqualTo(heavy).isPositive().isLessThan(all);
    assertThat(page.evaluate("document.getElementById('shown').textContent").asString())
        .isEqualTo(heavy + " of " + all + " shown");
    page.press("Escape");
    assertThat(seen()).isEqualTo(all);
    choose("rule", "named-target-port-not-found");
    assertThat(seen()).isEqualTo(1);
    choose("rule", "*");
    page.press("/");
    page.type("no-such-word-anywhere");
    assertThat(seen()).isZero();
    assertThat(page.evaluate("document.querySelector('p.none').checkVisibility()").asBoolean())
        .isTrue();
    page.press("Escape");
    assertThat(seen()).isEqualTo(all);
    click("svg a[data-hop]");
    assertThat(seen()).isPositive().isLessThan(all);
    assertThat(page.evaluate("document.querySelectorAll('g.chosen').length").asInt()).isEqualTo(1);
  }

  @Test
  void isWalkedWithTheKeyboardAlone() throws Exception {
    open(CASE);
    Browser page = browser();
    page.press("Tab");
    assertThat(page.evaluate("document.activeElement.className").asString()).isEqualTo("skip");
    page.press("Tab");
    assertThat(page.evaluate(FOCUS).asString()).isEqualTo("text");
    page.press("Escape");
    List<String> order = texts(page.evaluate(SEEN));
    for (int i = 0; i < 3; i++) {
      page.press("j");
      assertThat(page.evaluate(FOCUS).asString()).isEqualTo(order.get(i));
    }
    page.press("k");
    assertThat(page.evaluate(FOCUS).asString()).isEqualTo(order.get(1));
    assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle").asString())
        .isEqualTo("solid");
    page.press("p");
    assertThat(page.evaluate("document.activeElement.closest('g.box') !== null").asBoolean())
        .isTrue();
    page.press("Enter");
    assertThat(page.evaluate("location.hash").asString()).startsWith("#f");
    page.press("Escape");
    page.press("/");
    page.type("grpc");
    page.press("Enter");
    assertThat(page.evaluate(FOCUS).asString()).isEqualTo(texts(page.evaluate(SEEN)).get(0));
    // Whatever can have the focus has a name.
    assertThat(
            page.evaluate(
                    "Array.from(document.querySelectorAll('a, input, select, button, [tabindex]'))"
                        + ".filter(e => !(e.getAttribute('aria-label') || e.labels && e.labels.length"
                        + " || e.getAttribute('aria-labelledby') || e.textContent.trim())).length")
                .asInt())
        .isZero();
    assertThat(
            texts(
                page.evaluate(
                    "Array.from(document.querySelectorAll('main, footer, body > header, form[role=search]')).map(e => e.tagName)")))
        .containsExactlyInAnyOrder("HEADER", "FORM", "MAIN", "FOOTER");
  }

  @Test
  void arrowsLeadToTheirFindingsAndBack() throws Exception {
    open(CASE);
    Browser page = browser();
    List<String> arrows =
        texts(
            page.evaluate(
                "Array.from(document.querySelectorAll('a.arrow')).map(a => a.parentNode.id)"));
    assertThat(arrows).hasSizeGreaterThan(3).doesNotHaveDuplicates();
    assertThat(
            page.evaluate(
                    "Array.from(document.querySelectorAll('a.arrow'))"
                        + ".every(a => document.querySelector(a.getAttribute('href')"
                        + " + '.finding figure.source'))")
                .asBoolean())
        .isTrue();
    // Each broken arrow is one of them, and each finding that names an arrow is led to by one.
    assertThat(page.evaluate("document.querySelectorAll('a.arrow .wire.broken').length").asInt())
        .isEqualTo(page.evaluate("document.querySelectorAll('.wire.broken').length").asInt());
    assertThat(
            texts(
                page.evaluate(
                    "Array.from(document.querySelectorAll('[data-arrow]')).map(f => f.dataset.arrow)")))
        .isNotEmpty()
        .isSubsetOf(arrows);
    page.press("j");
    String finding = page.evaluate(FOCUS).asString();
    page.press("a");
    assertThat(page.evaluate("document.activeElement.closest('a.arrow') !== null").asBoolean())
        .isTrue();
    page.press("Enter");
    assertThat(page.evaluate(FOCUS).asString()).isEqualTo(finding);
    // Also where the filter hides it.
    click("input[value=error]");
    click("a.arrow");
    assertThat(
            page.evaluate(
                    "document.querySelector(document.querySelector('a.arrow').getAttribute('href'))"
                        + ".checkVisibility()")
                .asBoolean())
        .isTrue();
    assertThat(
            page.evaluate(
                    "Array.from(document.querySelectorAll('.trace')).filter("
                        + "t => t.textContent.includes('Ingress shop/shop')).length")
                .asInt())
        .isEqualTo(2);
  }

  @Test
  void robustness85NothingOfTheInputRunsAndNothingIsLoaded() throws Exception {
    try (ServerSocket trap = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String host = "http://127.0.0.1:" + trap.getLocalPort() + "/";
      String payload =
          "</script></style></title></svg>\\\"'><script>window.owned=1</script><img src="
              + host
              + " onerror=window.owned=1><svg onload=window.owned=1><link rel=stylesheet href="
              + host
              + "><iframe srcdoc='<script>parent.owned=1</script>'></iframe>";
      Path folder = Files.createDirectories(temporary.resolve("hostile"));
      String text = Files.readString(CASE.resolve("shop/web.yaml"));
      Manifests.write(
          folder.resolve("web.yaml"),
          text.replace("{app: crat}", "{app: \"" + payload + "\"}")
              .replace(
                  "name: api, namespace: shop}\nspec:\n  type",
                  "name: api, namespace: \"" + payload + "\"}\nspec:\n  type")
              .replace("https://pay.example.com", "\"" + payload + "\"")
              .replace("path: /old", "path: \"" + payload + "\"")
              .replace("host: shop.example.com", "host: \"" + payload + "\""));
      Path page = open(folder);
      assertThat(Files.readString(page)).contains("&lt;script&gt;window.owned=1");
      Browser browser = browser();
      assertThat(seen()).isPositive();
      assertThat(browser.evaluate("typeof window.owned").asString()).isEqualTo("undefined");
      assertThat(browser.evaluate("document.scripts.length").asInt()).isEqualTo(1);
      for (JsonNode request : browser.events("Network.requestWillBeSent")) {
        assertThat(request.get("request").get("url").asString()).isEqualTo(page.toUri().toString());
      }
      // Nor would anything run or be loaded that came into the page all the same.
      browser.evaluate(
          "{const s = document.createElement('script'); s.textContent = 'window.owned = 1';"
              + "document.body.append(s); const i = document.createElement('img'); i.src = '"
              + host
              + "'; document.body.append(i); document.body.setAttribute('onclick',"
              + " 'window.owned = 1'); document.body.click();}");
      assertThat(browser.evaluate("fetch('" + host + "').then(() => 1, () => 0)").asInt()).isZero();
      assertThat(browser.evaluate("typeof window.owned").asString()).isEqualTo("undefined");
      assertThat(browser.events("Page.javascriptDialogOpening")).isEmpty();
      for (JsonNode failed : browser.events("Network.loadingFailed")) {
        assertThat(failed.get("blockedReason").asString()).isEqualTo("csp");
      }
      trap.setSoTimeout(200);
      boolean asked = true;
      try {
        trap.accept().close();
      } catch (SocketTimeoutException nobody) {
        asked = false;
      }
      assertThat(asked).as("somebody asked the server").isFalse();
    }
  }

  @Test
  void showsEverythingWithoutScript() throws Exception {
    browser().send("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    try {
      open(CASE);
      assertThat(seen())
          .isEqualTo(
              browser().evaluate("document.querySelectorAll('article.finding').length").asInt())
          .isPositive();
      assertThat(
              browser().evaluate("document.getElementById('filter').checkVisibility()").asBoolean())
          .isFalse();
    } finally {
      browser().send("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
  }

  @Test
  void isLightAndDarkAndPrints() throws Exception {
    open(CASE);
    String background = "getComputedStyle(document.body).backgroundColor";
    media("prefers-color-scheme", "light", "");
    String light = browser().evaluate(background).asString();
    contrast();
    media("prefers-color-scheme", "dark", "");
    assertThat(browser().evaluate(background).asString()).isNotEqualTo(light);
    contrast();
    media("prefers-color-scheme", "light", "print");
    assertThat(
            browser().evaluate("document.getElementById('filter').checkVisibility()").asBoolean())
        .isFalse();
    media("prefers-color-scheme", "light", "");
    assertThat(browser().send("Page.printToPDF", Map.of()).get("data").asString())
        .startsWith("JVBERi");
  }

  private static void media(String feature, String value, String media) {
    browser()
        .send(
            "Emulation.setEmulatedMedia",
            Map.of("media", media, "features", List.of(Map.of("name", feature, "value", value))));
  }

  /** WCAG AA: 4.5 to 1 for text of the usual size, on the paper and on cards. */
  private static void contrast() {
    JsonNode ratios =
        browser()
            .evaluate(
                """
                (() => {
                  const probe = document.createElement('span');
                  document.body.append(probe);
                  const light = (name) => {
                    probe.style.color = getComputedStyle(document.documentElement).getPropertyValue(name);
                    const rgb = getComputedStyle(probe).color.match(/\\d+/g).slice(0, 3).map((c) => c / 255)
                      .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
                  };
                  const pairs = {};
                  for (const paper of ['--paper', '--card', '--code']) {
                    for (const ink of ['--ink', '--soft', '--error', '--warning', '--info', '--fine']) {
                      const [a, b] = [light(paper), light(ink)];
                      pairs[ink + ' on ' + paper] = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                    }
                  }
                  probe.remove();
                  return pairs;
                })()
                """);
    assertThat(ratios).hasSize(18);
    ratios
        .propertyStream()
        .forEach(
            pair -> assertThat(pair.getValue().asDouble()).as(pair.getKey()).isGreaterThan(4.5));
  }

  @Test
  void staysUsableWithManyFindingsAndServices() throws Exception {
    Path folder = Files.createDirectories(temporary.resolve("many"));
    for (int file = 0; file < 3; file++) {
      Manifests.many(folder.resolve("s" + file + ".yaml"), 400);
    }
    Path page = open(folder);
    assertThat(Files.size(page)).isBetween(500_000L, 8_000_000L);
    assertThat(seen()).isGreaterThanOrEqualTo(1_200);
    Browser browser = browser();
    assertThat(browser.evaluate("document.querySelectorAll('svg .box.service').length").asInt())
        .isEqualTo(40);
    assertThat(
            browser
                .evaluate("document.querySelector('.picture figcaption').textContent")
                .asString())
        .isEqualTo(
            "40 of 1200 Services drawn, those with findings or broken hops first; of the other"
                + " 1160, 1160 have any.");
    browser.press("/");
    browser.type("s1-77 ");
    browser.press("Enter");
    assertThat(seen()).isBetween(1, 30);
    browser.press("Escape");
    assertThat(seen()).isGreaterThanOrEqualTo(1_200);
  }
}
