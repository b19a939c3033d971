package dev.hopcheck.report;

import dev.hopcheck.engine.TestResult;
import dev.hopcheck.engine.Verdict;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.trace.TracedFlow;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes what became of expectations as JUnit XML, which CI servers show as tests. */
public final class TestJunit {
  private final XMLStreamWriter xml;
  private final boolean allowUnknown;

  private TestJunit(XMLStreamWriter xml, boolean allowUnknown) {
    this.xml = xml;
    this.allowUnknown = allowUnknown;
  }

  /**
   * Writes a suite for each file, a case for each expectation.
   *
   * @param allowUnknown whether what is not known counts as skipped, else as an error
   */
  public static void write(TestResult result, boolean allowUnknown, Appendable out)
      throws IOException {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new TestJunit(xml, allowUnknown).document(result);
      xml.close();
    } catch (XMLStreamException failed) {
      throw new IOException(failed);
    }
    out.append(text.getBuffer());
  }

  private void document(TestResult result) throws XMLStreamException, IOException {
    xml.writeStartDocument("UTF-8", "1.0");
    newLine();
    int unknown = result.count(Verdict.UNKNOWN);
    int problems = result.problems().size();
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", "hopcheck");
    counts(result.checked().size() + problems, result.count(Verdict.FAILED), unknown, problems);
    newLine();
    for (SourceFile file : result.files()) {
      suite(file, result.of(file));
    }
    if (problems > 0) {
      problems(result.problems());
    }
    xml.writeEndElement();
    newLine();
    xml.writeEndDocument();
  }

  private void counts(int tests, int failed, int unknown, int problems) throws XMLStreamException {
    xml.writeAttribute("tests", Integer.toString(tests));
    xml.writeAttribute("failures", Integer.toString(failed));
    xml.writeAttribute("errors", Integer.toString(problems + (allowUnknown ? 0 : unknown)));
    xml.writeAttribute("skipped", Integer.toString(allowUnknown ? unknown : 0));
  }

  private void suite(SourceFile file, List<TestResult.Checked> checked)
      throws XMLStreamException, IOException {
    int failed = 0;
    int unknown = 0;
    for (TestResult.Checked one : checked) {
      failed += one.verdict() == Verdict.FAILED ? 1 : 0;
      unknown += one.verdict() == Verdict.UNKNOWN ? 1 : 0;
    }
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", XmlText.of(file.name()));
    counts(checked.size(), failed, unknown, 0);
    newLine();
    for (TestResult.Checked one : checked) {
      expectation(one);
    }
    xml.writeEndElement();
    newLine();
  }

  private void expectation(TestResult.Checked checked) throws XMLStreamException, IOException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("name", XmlText.of(checked.stated().text()));
    xml.writeAttribute("classname", XmlText.of(checked.file().name()));
    xml.writeAttribute("file", XmlText.of(checked.file().name()));
    xml.writeAttribute("line", Integer.toString(checked.stated().at().line()));
    if (checked.verdict() == Verdict.FAILED) {
      result("failure", checked);
    } else if (checked.verdict() == Verdict.UNKNOWN) {
      result(allowUnknown ? "skipped" : "error", checked);
    }
    xml.writeEndElement();
    newLine();
  }

  private void result(String element, TestResult.Checked checked)
      throws XMLStreamException, IOException {
    xml.writeStartElement(element);
    xml.writeAttribute("message", XmlText.of(checked.message()));
    if (!element.equals("skipped")) {
      xml.writeAttribute("type", checked.verdict().word());
      StringBuilder text = new StringBuilder();
      if (!checked.flows().isEmpty()) {
        TracedFlow first = checked.flows().get(0);
        TraceText.write(first, "", text.append('\n'));
      }
      for (String hint : checked.hints()) {
        text.append("\n= fix: ").append(hint);
      }
      xml.writeCharacters(XmlText.lines(text.toString()));
    }
    xml.writeEndElement();
  }

  private void problems(List<Problem> problems) throws XMLStreamException {
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "problems");
    counts(problems.size(), 0, 0, problems.size());
    newLine();
    for (Problem problem : problems) {
      String place = problem.file() + (problem.at() == null ? "" : ":" + problem.at().line());
      xml.writeStartElement("testcase");
      xml.writeAttribute("name", XmlText.of(problem.id() + (place.isEmpty() ? "" : " " + place)));
      xml.writeAttribute("classname", "problems");
      xml.writeStartElement("error");
      xml.writeAttribute("message", XmlText.of(problem.message()));
      xml.writeAttribute("type", problem.id());
      xml.writeEndElement();
      xml.writeEndElement();
      newLine();
    }
    xml.writeEndElement();
    newLine();
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n");
  }
}
