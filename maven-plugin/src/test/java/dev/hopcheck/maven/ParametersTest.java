package dev.hopcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The goals take what the commands take: each option of the command line is a parameter, and each
 * parameter an option, but for those named here.
 */
class ParametersTest {
  private static final Path CASES = Path.of(System.getProperty("hopcheck.testdata"), "cli");
  private static final Path CLASSES = Path.of("target/classes");

  /** What builds name otherwise: lists by plurals, a negation by what it negates. */
  private static final Map<String, String> OTHERWISE =
      Map.of(
          "format", "formats",
          "limit", "limits",
          "schema", "schemas",
          "no-inline-suppressions", "inlineSuppressions");

  /** A build has its own colours and its own quiet. */
  private static final Set<String> ONLY_COMMANDS = Set.of("color", "quiet", "help");

  private static final Set<String> ONLY_GOALS = Set.of("paths", "reports", "skip");

  @Test
  void lintTakesWhatTheCommandTakes() throws Exception {
    same("lint");
  }

  @Test
  void testTakesWhatTheCommandTakes() throws Exception {
    same("test");
  }

  private static void same(String name) throws Exception {
    Set<String> expected = new TreeSet<>(ONLY_GOALS);
    for (String option : options(name)) {
      if (!ONLY_COMMANDS.contains(option)) {
        expected.add(OTHERWISE.getOrDefault(option, camel(option)));
      }
    }
    assertThat(expected).hasSizeGreaterThan(15);
    assertThat(parameters(goal(name))).isEqualTo(expected);
  }

  private static List<String> options(String command) throws Exception {
    List<String> options = new ArrayList<>();
    for (String line : Files.readAllLines(CASES.resolve(command + "-help/stdout"))) {
      if (line.startsWith("  --")) {
        options.add(line.substring(4).split("[ \\[]", 2)[0]);
      }
    }
    return options;
  }

  private static String camel(String option) {
    StringBuilder name = new StringBuilder();
    for (String word : option.split("-", -1)) {
      name.append(
          name.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }

  private static Element goal(String name) throws Exception {
    for (Element mojo : elements(CLASSES.resolve("META-INF/maven/plugin.xml").toFile(), "mojo")) {
      if (text(mojo, "goal").equals(name)) {
        return mojo;
      }
    }
    throw new AssertionError("no goal " + name);
  }

  /** Those that people may set; each may be given as a property too. */
  private static Set<String> parameters(Element mojo) {
    Set<String> names = new TreeSet<>();
    NodeList all = mojo.getElementsByTagName("parameter");
    for (int i = 0; i < all.getLength(); i++) {
      Element parameter = (Element) all.item(i);
      if (text(parameter, "editable").equals("true")) {
        String name = text(parameter, "name");
        names.add(name);
        assertThat(text(parameter, "description")).as(name).isNotBlank();
        Element configuration = (Element) mojo.getElementsByTagName("configuration").item(0);
        String property = text(configuration, name);
        assertThat(property).as(name).startsWith("${hopcheck.");
      }
    }
    return names;
  }

  @Test
  void goalsMayRunInParallelAndAreLeftAloneByEditors() throws Exception {
    Set<String> goals = new TreeSet<>();
    for (Element mojo : elements(CLASSES.resolve("META-INF/maven/plugin.xml").toFile(), "mojo")) {
      if (!text(mojo, "goal").equals("help")) {
        goals.add(text(mojo, "goal"));
        assertThat(text(mojo, "threadSafe")).isEqualTo("true");
      }
    }
    File metadata = CLASSES.resolve("META-INF/m2e/lifecycle-mapping-metadata.xml").toFile();
    Set<String> mapped = new TreeSet<>();
    for (Element goal : elements(metadata, "goal")) {
      mapped.add(goal.getTextContent());
    }
    assertThat(mapped).isEqualTo(goals).hasSize(2);
    assertThat(elements(metadata, "ignore")).hasSize(1);
  }

  private static List<Element> elements(File file, String name) throws Exception {
    NodeList nodes =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(file)
            .getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static String text(Element parent, String child) {
    NodeList nodes = parent.getElementsByTagName(child);
    return nodes.getLength() == 0 ? "" : nodes.item(0).getTextContent();
  }
}
