package dev.hopcheck.report;

import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.NotValidated;
import dev.hopcheck.engine.Silenced;
import dev.hopcheck.finding.Callout;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.ListedFile;
import dev.hopcheck.source.Position;
import dev.hopcheck.source.Skipped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The report as JUnit XML: a suite for each file, a case for each finding, and one that passes for
 * a file without any. What fails the run is a failure, what weighs less passes with a text; what
 * could not be checked is an error; what was left unread or is silenced is skipped.
 */
public final class JunitReport implements LintReport {
  /** The suite of what belongs to no file. */
  private static final String RUN = "hopcheck";

  private final ReportPath paths;
  private final @Nullable Severity failOn;

  JunitReport(ReportFormat.Options options) {
    paths = options.paths();
    failOn = options.failOn();
  }

  /** What became of one thing. */
  private enum Fate {
    PASSED,
    FAILURE,
    ERROR,
    SKIPPED
  }

  private record Case(String name, Fate fate, String message, String type, String text) {}

  @Override
  public void write(LintResult result, Appendable out) throws IOException {
    Map<String, List<Case>> suites = suites(result);
    String adopted = AdoptedText.of(result);
    if (!adopted.isEmpty()) {
      add(RUN, new Case("configuration", Fate.PASSED, "", "used", "\n" + adopted), suites);
    }
    JunitXml.Counts counts = new JunitXml.Counts(0, 0, 0, 0);
    for (List<Case> suite : suites.values()) {
      counts = counts.plus(count(suite));
    }
    JunitXml.write(
        counts,
        xml -> {
          for (Map.Entry<String, List<Case>> suite : suites.entrySet()) {
            write(suite.getKey(), suite.getValue(), xml);
          }
        },
        out);
  }

  private Map<String, List<Case>> suites(LintResult result) {
    Map<String, List<Case>> suites = new TreeMap<>();
    for (String file : result.analysed()) {
      suites.put(paths.of(file), new ArrayList<>(2));
    }
    for (Finding finding : result.findings()) {
      boolean fails = failOn != null && finding.severity().compareTo(failOn) >= 0;
      Fate fate = fails ? Fate.FAILURE : Fate.PASSED;
      add(finding.location().name(), of(finding, fate, finding.headline()), suites);
    }
    for (Silenced silenced : result.silenced()) {
      Finding finding = silenced.finding();
      String until = silenced.until() == null ? "" : " until " + silenced.until();
      String why = "suppressed" + until + ": " + silenced.reason();
      add(finding.location().name(), of(finding, Fate.SKIPPED, why), suites);
    }
    for (Problem problem : result.problems()) {
      String file = problem.file().isEmpty() ? RUN : problem.file();
      Position at = problem.at();
      String place = at == null ? "" : "\nat " + place(file, at) + "\n";
      Case one = new Case(problem.id(), Fate.ERROR, problem.message(), problem.id(), place);
      add(file, one, suites);
    }
    for (Skipped skipped : result.skipped()) {
      add(skipped.file(), new Case("read", Fate.SKIPPED, skipped.reason(), "", ""), suites);
    }
    for (NotValidated kind : result.notValidated()) {
      String name = kind.kind() + " (" + kind.apiVersion() + ")";
      String why = kind.count() + " not validated for want of a schema";
      add(RUN, new Case(name, Fate.SKIPPED, why, "", ""), suites);
    }
    List<Case> stream = suites.get(ListedFile.STANDARD_INPUT);
    if (stream != null && stream.isEmpty() && isRendered(result)) {
      suites.remove(ListedFile.STANDARD_INPUT);
    }
    for (List<Case> suite : suites.values()) {
      if (suite.isEmpty()) {
        suite.add(new Case("no findings", Fate.PASSED, "", "", ""));
      }
    }
    return suites;
  }

  /** Whether standard input has findings that stand under the names of templates. */
  private static boolean isRendered(LintResult result) {
    for (Finding finding : result.findings()) {
      if (finding.location().isRendered()) {
        return true;
      }
    }
    return false;
  }

  private void add(String file, Case one, Map<String, List<Case>> suites) {
    suites.computeIfAbsent(paths.of(file), name -> new ArrayList<>(2)).add(one);
  }

  /** Names do without line numbers, so that a case is the same one after lines have moved. */
  private Case of(Finding finding, Fate fate, String message) {
    StringBuilder text = new StringBuilder("\nat ").append(place(finding.at()));
    text.append(' ').append(Visible.line(finding.headline()));
    for (Callout other : finding.related()) {
      text.append("\nat ").append(place(other)).append(' ').append(Visible.line(other.text()));
    }
    for (Remark remark : Remark.of(finding)) {
      text.append("\n= ").append(remark.line());
    }
    return new Case(
        finding.rule() + ": " + finding.headline(),
        fate,
        message,
        finding.severity().word(),
        text.append('\n').toString());
  }

  private String place(Callout callout) {
    Position at = callout.at().start();
    return callout.at().isRendered()
        ? Visible.name(callout.at().name()) + ", standard input " + at.line() + ":" + at.column()
        : place(callout.at().file().name(), at);
  }

  private String place(String file, Position at) {
    return Visible.name(paths.of(file)) + ":" + at.line() + ":" + at.column();
  }

  private static JunitXml.Counts count(List<Case> suite) {
    int[] fates = new int[Fate.values().length];
    for (Case one : suite) {
      fates[one.fate().ordinal()]++;
    }
    return new JunitXml.Counts(
        suite.size(),
        fates[Fate.FAILURE.ordinal()],
        fates[Fate.ERROR.ordinal()],
        fates[Fate.SKIPPED.ordinal()]);
  }

  private static void write(String name, List<Case> suite, JunitXml xml) throws XMLStreamException {
    Map<String, Integer> seen = new TreeMap<>();
    xml.openSuite(name, name.equals(RUN) ? "" : name, count(suite));
    for (Case one : suite) {
      int earlier = seen.merge(one.name(), 1, Integer::sum) - 1;
      xml.openCase(one.name() + (earlier == 0 ? "" : " (" + (earlier + 1) + ")"), name);
      switch (one.fate()) {
        case FAILURE -> xml.outcome("failure", one.message(), one.type(), one.text());
        case ERROR -> xml.outcome("error", one.message(), one.type(), one.text());
        case SKIPPED -> xml.outcome("skipped", one.message(), "", "");
        case PASSED -> {
          if (!one.text().isEmpty()) {
            xml.output(one.type() + ":" + one.text());
          }
        }
      }
      xml.close();
    }
    xml.close();
  }
}
