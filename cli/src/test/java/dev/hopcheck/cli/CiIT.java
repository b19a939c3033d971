package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The action and the README's snippets for other CI servers, with the steps that they give to a
 * shell run as such a server runs them, over the packaged jars. What is cloned is this tree.
 */
class CiIT {
  private static final Path ROOT =
      Path.of(System.getProperty("hopcheck.testdata", "../testdata")).toAbsolutePath().getParent();

  private static final Path ACTION = ROOT.resolve(".github/actions/hopcheck/action.yml");

  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: cart
      spec:
        type: NodePort
        ports:
          - port: 80
            nodePort: 99
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: known
      spec:
        type: NodePort
        ports:
          - port: 80
            nodePort: 98 # hopcheck: ignore node-port-out-of-range -- for a test
      """;

  @TempDir private Path temporary;
  private Path work;

  private record Ran(int exit, String out, Map<String, String> outputs, String summary) {}

  @BeforeEach
  void checkOut() throws IOException {
    work = Files.createDirectories(temporary.resolve("work space"));
    Manifests.write(work.resolve("k8s/cart.yaml"), SERVICE);
  }

  @Test
  void theActionAnnotatesSummarisesAndUploadsWhatIsOpen() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/jq")), "without jq, which runners have");
    Ran ran =
        action(
            Map.of(
                "paths",
                "k8s\n",
                "sarif",
                "all.sarif",
                "upload-sarif",
                "true",
                "options",
                "--closed\n--show=info"));
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.outputs()).containsEntry("exit", "1");
    assertThat(ran.out())
        .contains("::error file=k8s/cart.yaml,line=9,endLine=9,col=17,endColumn=19,title=")
        .contains("suppressed: k8s/cart.yaml:19 node-port-out-of-range -- for a test\n");
    assertThat(ran.summary())
        .startsWith("## Hopcheck: 1 error,")
        .contains("| `k8s/cart.yaml:9:17`");
    assertThat(Files.readString(work.resolve("all.sarif"))).contains("\"inSource\"");
    assertThat(Files.readString(Path.of(ran.outputs().get("upload"))))
        .contains("node-port-out-of-range")
        .doesNotContain("inSource");
  }

  @Test
  void theActionFailsOnWhatIsAskedAndOnWhatIsNotChecked() throws Exception {
    assertThat(action(Map.of("fail-on", "never")).exit()).isZero();
    assertThat(action(Map.of("fail-on", "often")).exit()).isEqualTo(3);
    Manifests.write(work.resolve("b.yaml"), "a: [\n");
    Ran incomplete = action(Map.of("fail-on", "never", "summary", "false"));
    assertThat(incomplete.exit()).isEqualTo(2);
    assertThat(incomplete.summary()).isEmpty();
    assertThat(incomplete.out()).contains("::error file=b.yaml,").contains("yaml-syntax");
  }

  @Test
  void theActionTakesNoInputForCode() throws Exception {
    Ran ran =
        action(
            Map.of(
                "paths",
                "$(touch made)\n`touch made`\n--fix\n'; touch made; '\n",
                "fail-on",
                "never"));
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(work.resolve("made")).doesNotExist();
    assertThat(ran.out()).contains("file=--fix");
  }

  @Test
  void gitlabsScriptWritesTheReportsThatItNames() throws Exception {
    Map<?, ?> job = map(yaml(block("`.gitlab-ci.yml`", "yaml")).get("hopcheck"));
    List<String> lines = new ArrayList<>();
    for (Object line : (List<?>) job.get("script")) {
      lines.add((String) line);
    }
    assertThat(script(lines, ".hopcheck")).isEqualTo(1);
    Map<?, ?> reports = map(map(job.get("artifacts")).get("reports"));
    assertThat(reports).hasSize(2);
    for (Object report : reports.values()) {
      assertThat(work.resolve((String) report)).content().contains("node-port-out-of-range");
    }
  }

  @Test
  void jenkinsStepsWriteTheReportsThatItReads() throws Exception {
    String file = block("`Jenkinsfile`", "groovy");
    List<String> lines = quoted("sh", file);
    assertThat(lines).hasSize(2);
    assertThat(script(lines, ".hopcheck")).isEqualTo(1);
    assertThat(work.resolve(quoted("junit", file).get(0))).content().contains("<failure ");
    assertThat(work.resolve(quoted("archiveArtifacts", file).get(0))).content().contains("2.1.0");
    assertThat(file.chars().filter(c -> c == '{').count())
        .isEqualTo(file.chars().filter(c -> c == '}').count());
  }

  @Test
  void theWorkflowOfTheReadmeUsesTheActionAsItIs() throws Exception {
    Map<?, ?> workflow = yaml(block("manifests.yaml`", "yaml"));
    Map<?, ?> job = map(map(workflow.get("jobs")).get("hopcheck"));
    Map<?, ?> step = map(((List<?>) job.get("steps")).get(1));
    assertThat(step.get("uses")).isEqualTo("hopcheck/hopcheck/.github/actions/hopcheck@main");
    Map<?, ?> inputs = map(yaml(Files.readString(ACTION)).get("inputs"));
    for (Object given : map(step.get("with")).keySet()) {
      assertThat(inputs.containsKey(given)).isTrue();
    }
    String readme = Files.readString(ROOT.resolve("README.md"));
    for (Object input : inputs.keySet()) {
      assertThat(readme).contains("`" + input);
    }
  }

  /** Runs the action's own steps; those that use other actions are the server's. */
  private Ran action(Map<String, String> given) throws Exception {
    Map<?, ?> action = yaml(Files.readString(ACTION));
    Map<String, String> values = new LinkedHashMap<>();
    values.put("github.action_path", ACTION.getParent().toString());
    map(action.get("inputs"))
        .forEach(
            (name, input) ->
                values.put("inputs." + name, String.valueOf(map(input).get("default"))));
    given.forEach((name, value) -> values.put("inputs." + name, value));
    Path output = Files.createTempFile(temporary, "output", "");
    Path summary = Files.createTempFile(temporary, "summary", "");
    StringBuilder out = new StringBuilder();
    int exit = 0;
    int steps = 0;
    for (Object each : (List<?>) map(action.get("runs")).get("steps")) {
      Map<?, ?> step = map(each);
      if (step.get("run") == null) {
        continue;
      }
      assertThat(step.get("shell")).isEqualTo("bash");
      assertThat((String) step.get("run")).as("inputs come by variables").doesNotContain("${{");
      Path script = Files.writeString(temporary.resolve("step.sh"), (String) step.get("run"));
      ProcessBuilder shell =
          new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString());
      Map<String, String> environment = shell.environment();
      environment.put("RUNNER_TEMP", temporary.toString());
      environment.put("GITHUB_OUTPUT", output.toString());
      environment.put("GITHUB_STEP_SUMMARY", summary.toString());
      map(step.get("env"))
          .forEach((name, text) -> environment.put((String) name, value((String) text, values)));
      exit = run(shell, out);
      steps++;
      for (String line : Files.readAllLines(output)) {
        int equals = line.indexOf('=');
        values.put("steps.lint.outputs." + line.substring(0, equals), line.substring(equals + 1));
      }
    }
    assertThat(steps).isEqualTo(2);
    Map<String, String> outputs = new LinkedHashMap<>();
    values.forEach((name, value) -> outputs.put(name.substring(name.lastIndexOf('.') + 1), value));
    return new Ran(exit, out.toString(), outputs, Files.readString(summary));
  }

  private static String value(String text, Map<String, String> values) {
    Matcher expression = Pattern.compile("\\$\\{\\{ ([a-z_.-]+) }}").matcher(text);
    assertThat(expression.matches()).as(text).isTrue();
    assertThat(values).containsKey(expression.group(1));
    return values.get(expression.group(1));
  }

  /** Runs lines one by one until one fails; the clone is a link to this tree. */
  private int script(List<String> lines, String clone) throws Exception {
    Path linked = temporary.resolve("clone");
    Files.createSymbolicLink(linked, ROOT);
    StringBuilder out = new StringBuilder();
    for (String line : lines) {
      String command =
          line.replaceAll("git clone --depth 1 https://[a-z./]+ \\S+", "true")
              .replace(clone + "/", linked + "/");
      assertThat(command).isNotEqualTo(line);
      int exit = run(new ProcessBuilder("sh", "-c", command), out);
      if (exit != 0) {
        return exit;
      }
    }
    return 0;
  }

  private int run(ProcessBuilder builder, StringBuilder out) throws Exception {
    builder.environment().put("HOPCHECK_JAVA", System.getProperty("java.home"));
    Process process = builder.directory(work.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    out.append(new String(process.getInputStream().readAllBytes()));
    return process.waitFor();
  }

  /** The first block of code of a language behind some words of the README. */
  private static String block(String words, String language) throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    int start = readme.indexOf("```" + language + "\n", readme.indexOf(words));
    assertThat(readme).contains(words);
    start = readme.indexOf('\n', start) + 1;
    return readme.substring(start, readme.indexOf("```", start));
  }

  private static List<String> quoted(String step, String file) {
    Matcher found = Pattern.compile("\\b" + step + " '([^']*)'").matcher(file);
    List<String> texts = new ArrayList<>();
    while (found.find()) {
      texts.add(found.group(1));
    }
    return texts;
  }

  private static Map<?, ?> yaml(String text) {
    return map(new Load(LoadSettings.builder().build()).loadFromString(text));
  }

  private static Map<?, ?> map(Object value) {
    assertThat(value).isInstanceOf(Map.class);
    return (Map<?, ?>) value;
  }
}
