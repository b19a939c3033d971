package dev.hopcheck.report;

import dev.hopcheck.engine.TestResult;
import dev.hopcheck.engine.Verdict;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.trace.TracedFlow;
import java.io.IOException;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Writes what became of expectations as JUnit XML, which CI servers show as tests. */
public final class TestJunit {
  private final JunitXml xml;
  private final boolean allowUnknown;

  private TestJunit(JunitXml xml, boolean allowUnknown) {
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
    int problems = result.problems().size();
    JunitXml.Counts counts =
        counts(
            result.checked().size(),
            result.count(Verdict.FAILED),
            result.count(Verdict.UNKNOWN),
            allowUnknown);
    JunitXml.write(
        counts.plus(new JunitXml.Counts(problems, 0, problems, 0)),
        xml -> new TestJunit(xml, allowUnknown).suites(result),
        out);
  }

  private static JunitXml.Counts counts(int tests, int failed, int unknown, boolean allowUnknown) {
    return new JunitXml.Counts(
        tests, failed, allowUnknown ? 0 : unknown, allowUnknown ? unknown : 0);
  }

  private void suites(TestResult result) throws XMLStreamException, IOException {
    for (SourceFile file : result.files()) {
      suite(file, result.of(file));
    }
    if (!result.problems().isEmpty()) {
      problems(result.problems());
    }
  }

  private void suite(SourceFile file, List<TestResult.Checked> checked)
      throws XMLStreamException, IOException {
    int failed = 0;
    int unknown = 0;
    for (TestResult.Checked one : checked) {
      failed += one.verdict() == Verdict.FAILED ? 1 : 0;
      unknown += one.verdict() == Verdict.UNKNOWN ? 1 : 0;
    }
    xml.openSuite(file.name(), file.name(), counts(checked.size(), failed, unknown, allowUnknown));
    for (TestResult.Checked one : checked) {
      expectation(one);
    }
    xml.close();
  }

  private void expectation(TestResult.Checked checked) throws XMLStreamException, IOException {
    xml.openCase(checked.stated().text(), checked.file().name());
    if (checked.verdict() == Verdict.FAILED) {
      outcome("failure", checked);
    } else if (checked.verdict() == Verdict.UNKNOWN && allowUnknown) {
      xml.outcome("skipped", checked.message(), "", "");
    } else if (checked.verdict() == Verdict.UNKNOWN) {
      outcome("error", checked);
    }
    xml.close();
  }

  private void outcome(String element, TestResult.Checked checked)
      throws XMLStreamException, IOException {
    StringBuilder text = new StringBuilder("\nat ");
    text.append(Visible.name(checked.file().name()) + ":" + checked.stated().at().line());
    if (!checked.flows().isEmpty()) {
      TracedFlow first = checked.flows().get(0);
      TraceText.write(first, "", text.append('\n'));
    }
    for (String hint : checked.hints()) {
      text.append("\n= fix: ").append(hint);
    }
    xml.outcome(element, checked.message(), checked.verdict().word(), text.toString());
  }

  private void problems(List<Problem> problems) throws XMLStreamException {
    xml.openSuite("problems", "", new JunitXml.Counts(problems.size(), 0, problems.size(), 0));
    for (Problem problem : problems) {
      String place = problem.file() + (problem.at() == null ? "" : ":" + problem.at().line());
      xml.openCase(problem.id() + (place.isEmpty() ? "" : " " + place), "problems");
      xml.outcome("error", problem.message(), problem.id(), "");
      xml.close();
    }
    xml.close();
  }
}
