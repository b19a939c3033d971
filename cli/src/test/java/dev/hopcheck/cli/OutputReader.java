package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads output with a parser that is not ours and holds that nothing of the input acts in it. */
@FunctionalInterface
interface OutputReader {
  /** Reads the output of one run. */
  void read(String output) throws Exception;

  JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Lines for people: nothing that a terminal or a CI runner obeys. */
  static void lines(String output) {
    for (int i = 0; i < output.length(); i++) {
      char c = output.charAt(i);
      boolean shown = c == '\n' || c >= ' ' && c < 0x7F || c >= 0xA0 && !isInvisible(c);
      assertThat(shown).as("U+%04X at %d of %s", (int) c, i, output).isTrue();
    }
    noCommands(output);
  }

  /**
   * No line is one that GitHub's or Azure's runner obeys: {@code ::word key=value::} at its start,
   * {@code ##[word]} anywhere. The house style's {@code :::} before a place is no command.
   */
  static void noCommands(String output) {
    for (String line : output.split("[\\r\\n]")) {
      assertThat(line).doesNotContainPattern("^\\s*::[A-Za-z-]").doesNotContain("##[");
    }
  }

  private static boolean isInvisible(char c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.CONTROL;
  }

  /** One value of JSON, to the end of the output; no raw control. */
  static void json(String output) {
    assertThat(output.chars()).allMatch(c -> c == '\n' || c >= ' ');
    try (JsonParser parser = JSON.createParser(output)) {
      JsonNode root = JSON.readTree(parser);
      assertThat(root.isContainer()).isTrue();
    }
    lines(output);
  }

  /** As JSON, with places that are relative and stay below their base. */
  static void sarif(String output) throws Exception {
    json(output);
    JsonNode run = JSON.readTree(output).get("runs").get(0);
    for (JsonNode place : run.findValues("artifactLocation")) {
      URI uri = new URI(place.get("uri").asString());
      assertThat(uri.isAbsolute()).isFalse();
      assertThat(uri.getRawQuery()).isNull();
      assertThat(uri.getRawFragment()).isNull();
      assertThat(uri.getPath().split("/")).doesNotContain("..");
    }
  }

  /** Commands to a runner are ours, one a line, and short. */
  static void github(String output) {
    for (String line : output.split("\n")) {
      if (line.strip().startsWith("::")) {
        assertThat(line).matches("::(error|warning|notice)( [^:]*)?::.*");
        assertThat(line.length()).isLessThan(5_000);
        assertThat(line.substring(line.indexOf("::", 2) + 2)).doesNotContain("\r");
      }
    }
    assertThat(output).doesNotContain("##[", "\u001b");
  }

  /** Well-formed XML 1.0 with no element or attribute of the input's. */
  static void xml(String output) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    NodeList all =
        factory
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(output)))
            .getElementsByTagName("*");
    assertThat(all.getLength()).isPositive();
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      assertThat(element.getTagName())
          .isIn(
              "testsuites",
              "testsuite",
              "testcase",
              "failure",
              "error",
              "skipped",
              "properties",
              "property",
              "system-out",
              "system-err");
      for (int k = 0; k < element.getAttributes().getLength(); k++) {
        assertThat(element.getAttributes().item(k).getNodeName()).matches("[a-z]+");
      }
    }
    noCommands(output);
  }

  /** Prose, tables and code; no link, picture or tag but the line end of a cell. */
  static void markdown(String output) {
    lines(output);
    List<String> active = new ArrayList<>();
    Parser.builder()
        .extensions(List.of(TablesExtension.create(), AutolinkExtension.create()))
        .build()
        .parse(output)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                active.add(link.getDestination());
              }

              @Override
              public void visit(Image image) {
                active.add(image.getDestination());
              }

              @Override
              public void visit(HtmlBlock html) {
                active.add(html.getLiteral());
              }

              @Override
              public void visit(HtmlInline html) {
                if (!html.getLiteral().equals("<br>")) {
                  active.add(html.getLiteral());
                }
              }

              @Override
              public void visit(Text text) {
                if (text.getLiteral().contains("@") || text.getLiteral().contains("#")) {
                  active.add(text.getLiteral());
                }
              }
            });
    assertThat(active).isEmpty();
  }

  /**
   * A drawing for Mermaid or Graphviz: outside of quoted strings stand our own words only, and in
   * them nothing that ends them or that makes a link.
   */
  static void drawing(String output) {
    lines(output);
    boolean dot = output.startsWith("digraph");
    assertThat(!dot && output.contains("%%{")).as("a directive").isFalse();
    String comment = dot ? "(?m)^ *//.*$" : "(?m)^ *%%.*$";
    String quoted = dot ? "\"(?:[^\"\\\\]|\\\\.)*\"" : "\"[^\"\n]*\"";
    String outside = output.replaceAll(comment, "").replaceAll(quoted, "");
    assertThat(outside)
        .matches("[A-Za-z0-9_ \n\\[\\]{}()=;:,|<>.#-]*")
        .doesNotContainPattern("(?i)\\b(click|url|href|image|script|callback|subgraph \\W)\\b");
  }

  /** All strings of a JSON text. */
  static List<String> texts(String output) {
    List<String> texts = new ArrayList<>();
    collect(JSON.readTree(output), texts);
    return texts;
  }

  private static void collect(JsonNode node, List<String> texts) {
    if (node.isString()) {
      texts.add(node.asString());
    }
    node.forEach(child -> collect(child, texts));
  }
}
