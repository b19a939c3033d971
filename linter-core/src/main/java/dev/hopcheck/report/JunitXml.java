package dev.hopcheck.report;

import java.io.IOException;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XML in JUnit's form, a line for each case, with no more than the schema of Jenkins ({@code
 * junit-10.xsd}) allows. Whatever text it is given, the result is well-formed.
 */
final class JunitXml {
  private final XMLStreamWriter xml;

  private JunitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** Something that writes suites. */
  interface Content {
    void writeTo(JunitXml xml) throws XMLStreamException, IOException;
  }

  /**
   * How many cases there are.
   *
   * @param tests all
   */
  record Counts(int tests, int failures, int errors, int skipped) {
    Counts plus(Counts other) {
      return new Counts(
          tests + other.tests,
          failures + other.failures,
          errors + other.errors,
          skipped + other.skipped);
    }
  }

  /** Writes a document with suites. */
  static void write(Counts counts, Content content, Appendable out) throws IOException {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter stream = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      JunitXml xml = new JunitXml(stream);
      stream.writeStartDocument("UTF-8", "1.0");
      xml.newLine();
      stream.writeStartElement("testsuites");
      xml.attribute("name", "hopcheck");
      xml.counts(counts);
      xml.newLine();
      content.writeTo(xml);
      xml.close();
      stream.writeEndDocument();
      stream.close();
    } catch (XMLStreamException failed) {
      throw new IOException(failed);
    }
    out.append(text.getBuffer());
  }

  /**
   * Starts a suite.
   *
   * @param file which the suite is about; empty for none
   */
  void openSuite(String name, String file, Counts counts) throws XMLStreamException {
    xml.writeStartElement("testsuite");
    attribute("name", name);
    counts(counts);
    attribute("skipped", Integer.toString(counts.skipped()));
    if (!file.isEmpty()) {
      attribute("file", file);
    }
    newLine();
  }

  private void counts(Counts counts) throws XMLStreamException {
    attribute("tests", Integer.toString(counts.tests()));
    attribute("failures", Integer.toString(counts.failures()));
    attribute("errors", Integer.toString(counts.errors()));
  }

  /** Starts a case. */
  void openCase(String name, String group) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("name", name);
    attribute("classname", group);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, XmlText.of(value));
  }

  /** Says that a case did not pass, and why. */
  void outcome(String element, String message, String type, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    attribute("message", message);
    if (!type.isEmpty()) {
      attribute("type", type);
    }
    if (!text.isEmpty()) {
      xml.writeCharacters(XmlText.lines(text));
    }
    xml.writeEndElement();
  }

  /** Adds what a case says though it passes. */
  void output(String text) throws XMLStreamException {
    xml.writeStartElement("system-out");
    xml.writeCharacters(XmlText.lines(text));
    xml.writeEndElement();
  }

  /** Ends a case or suite. */
  void close() throws XMLStreamException {
    xml.writeEndElement();
    newLine();
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n");
  }
}
