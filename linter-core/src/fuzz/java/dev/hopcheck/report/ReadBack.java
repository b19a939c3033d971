package dev.hopcheck.report;

import dev.hopcheck.fuzz.Claims;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads reports with parsers of other people. */
final class ReadBack {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final Parser MARKDOWN =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), AutolinkExtension.create()))
          .build();
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*::[A-Za-z-]|##\\[");
  private static final Pattern OURS =
      Pattern.compile("::(error|warning|notice)( [a-zA-Z]+=[^:,]*(,[a-zA-Z]+=[^:,]*)*)?::.*");
  private static final Pattern DRAWN = Pattern.compile("[A-Za-z0-9_ \n\\[\\]{}()=;:,|<>.#/%-]*");

  private ReadBack() {}

  /** Nothing that a terminal obeys or hides. */
  static void lines(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int type = Character.getType(c);
      boolean hidden =
          type == Character.FORMAT
              || type == Character.CONTROL
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR;
      if (hidden && c != '\n') {
        throw new AssertionError("U+" + Integer.toHexString(c) + " at " + i);
      }
    }
  }

  /** Nothing that a runner of CI obeys. */
  static void noCommands(String text) {
    Claims.hold(!COMMAND.matcher(text).find(), "a command in " + text);
  }

  static JsonNode json(String text) {
    lines(text);
    return JSON.readTree(text);
  }

  /** Commands are ours, one a line. */
  static void github(String text) {
    lines(text);
    for (String line : text.split("\n")) {
      boolean command = COMMAND.matcher(line).find();
      Claims.hold(!command || OURS.matcher(line).matches(), "no command of ours: " + line);
    }
  }

  static Document xml(String text) {
    noCommands(text);
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Strict());
      return builder.parse(new InputSource(new StringReader(text)));
    } catch (SAXException | IOException | ParserConfigurationException broken) {
      throw new AssertionError(text, broken);
    }
  }

  /** Prose, tables and code, with no link, picture, tag, mention or number of an issue. */
  static void markdown(String text) {
    lines(text);
    MARKDOWN.parse(text).accept(new Inert());
  }

  /** Outside of quoted labels stand our own words only. */
  static void drawing(String text, String quoted) {
    lines(text);
    String outside = text.replaceAll("(?m)^ *(//|%%).*$", "").replaceAll(quoted, "");
    Claims.hold(DRAWN.matcher(outside).matches(), "outside of labels: " + outside);
  }

  private static final class Inert extends AbstractVisitor {
    @Override
    public void visit(Link link) {
      throw new AssertionError("a link to " + link.getDestination());
    }

    @Override
    public void visit(Image image) {
      throw new AssertionError("a picture of " + image.getDestination());
    }

    @Override
    public void visit(HtmlBlock html) {
      throw new AssertionError("HTML " + html.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
      Claims.hold(html.getLiteral().equals("<br>"), "HTML " + html.getLiteral());
    }

    @Override
    public void visit(Text text) {
      String literal = text.getLiteral();
      Claims.hold(!literal.contains("@") && !literal.contains("#"), "a mention in " + literal);
    }
  }

  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException said) throws SAXException {
      throw said;
    }

    @Override
    public void error(SAXParseException said) throws SAXException {
      throw said;
    }

    @Override
    public void fatalError(SAXParseException said) throws SAXException {
      throw said;
    }
  }
}
