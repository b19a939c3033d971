package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real pre-commit with this project's hook, in a scratch repository. Needs git, Python and an
 * index of Python packages, or an earlier call's virtual environment; skipped without.
 */
class PreCommitIT {
  private static final Path PYTHON = Path.of("target/pre-commit").toAbsolutePath();
  private static final String APP =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: NAME
      spec:
        selector:
          app: SELECTED
        ports:
          - port: 80
            targetPort: http
      """;
  private static final String WORKLOAD =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: NAME
      spec:
        selector:
          matchLabels:
            app: NAME
        template:
          metadata:
            labels:
              app: NAME
          spec:
            containers:
              - name: NAME
                image: example/NAME:1
                ports:
                  - name: http
                    containerPort: 8080
      """;

  /** pre-commit clones the hook, and the clone is built, once for all tests. */
  @TempDir private static Path shared;

  @TempDir private Path work;

  private record Run(int exit, String out) {}

  @BeforeAll
  static void install() throws Exception {
    assumeTrue(run(shared, "git", "--version").exit() == 0, "there is no git");
    assumeTrue(run(shared, "python3", "--version").exit() == 0, "there is no python3");
    if (!Files.exists(PYTHON.resolve("bin/pre-commit"))) {
      Run made = run(shared, "python3", "-m", "venv", "--clear", PYTHON.toString());
      assumeTrue(made.exit() == 0, "python3 makes no virtual environment: " + made.out());
      String pip = PYTHON.resolve("bin/pip").toString();
      Run installed = run(shared, pip, "install", "-q", "--retries", "1", "pre-commit");
      assumeTrue(installed.exit() == 0, "pre-commit cannot be installed: " + installed.out());
    }
    publishHook();
  }

  /** Makes a repository of what a commit of this working tree would hold. */
  private static void publishHook() throws Exception {
    Path hook = Files.createDirectories(shared.resolve("hook"));
    for (String name : List.of(".pre-commit-hooks.yaml", "cli/bin/hopcheck", "cli/bin/prepare")) {
      Path target = hook.resolve(name);
      Files.createDirectories(target.getParent());
      Files.copy(Path.of("..", name), target);
      assertThat(target.toFile().setExecutable(Files.isExecutable(Path.of("..", name)))).isTrue();
    }
    // Stands in for Maven: lays out the jars of this build, as the true one would.
    Path maven = Files.createDirectories(shared.resolve("tools")).resolve("mvn");
    Files.writeString(
        maven,
        "#!/bin/sh\nmkdir -p cli/target && cp -R '"
            + Path.of("target/lib").toAbsolutePath()
            + "' cli/target/\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    git(hook, "init", "-q");
    git(hook, "add", "-A");
    git(hook, "commit", "-q", "-m", "Publish the hook");
  }

  @BeforeEach
  void scratchRepository() throws Exception {
    git(work, "init", "-q");
    String revision = git(shared.resolve("hook"), "rev-parse", "HEAD").out().strip();
    write(
        ".pre-commit-config.yaml",
        """
        repos:
          - repo: HOOK
            rev: REVISION
            hooks:
              - id: hopcheck
        """
            .replace("HOOK", shared.resolve("hook").toString())
            .replace("REVISION", revision));
    git(work, "add", "-A");
    git(work, "commit", "-q", "-m", "Configure");
    Run installed = run(work, PYTHON.resolve("bin/pre-commit").toString(), "install");
    assertThat(installed.exit()).as(installed.out()).isZero();
  }

  @Test
  void refusesABrokenSelectorAndTakesTheMendedOne() throws Exception {
    write("shop/cart.yaml", service("cart", "crat") + "---\n" + workload("cart"));
    Run refused = commit("shop/cart.yaml");
    assertThat(refused.exit()).as(refused.out()).isEqualTo(1);
    assertThat(refused.out())
        .contains("error[selector-matches-nothing]", "--> shop/cart.yaml:7:10", "exit code: 1");

    write("shop/cart.yaml", service("cart", "cart") + "---\n" + workload("cart"));
    Run taken = commit("shop/cart.yaml");
    assertThat(taken.exit()).as(taken.out()).isZero();
    assertThat(taken.out()).contains("Passed");
  }

  @Test
  void readsTheUnitWholeThoughPartOfItIsStaged() throws Exception {
    write("shop/deployment.yaml", workload("cart"));
    assertThat(commit("shop/deployment.yaml").exit()).isZero();
    write("shop/service.yaml", service("cart", "cart"));
    Run taken = commit("shop/service.yaml");
    assertThat(taken.exit()).as(taken.out()).isZero();

    write("shop/service.yaml", service("cart", "crat"));
    Run refused = commit("shop/service.yaml");
    assertThat(refused.exit()).as(refused.out()).isEqualTo(1);
    assertThat(refused.out()).contains("shop/service.yaml:7:10", "shop/deployment.yaml");
  }

  @Test
  void doesNotBlockForAnOldFaultOfANeighbour() throws Exception {
    write("shop/old.yaml", service("old", "odl") + "---\n" + workload("old"));
    Run passedBy = run(work, "git", "add", "-A");
    assertThat(passedBy.exit()).isZero();
    git(work, "commit", "-q", "--no-verify", "-m", "Old fault");
    write("shop/cart.yaml", service("cart", "cart") + "---\n" + workload("cart"));
    Run taken = commit("shop/cart.yaml");
    assertThat(taken.exit()).as(taken.out()).isZero();
  }

  @Test
  void looksAtStagedFilesOnly() throws Exception {
    write("mail/mail.yaml", service("mail", "mial") + "---\n" + workload("mail"));
    write("shop/cart.yaml", service("cart", "cart") + "---\n" + workload("cart"));
    write("README.md", "A shop.\n");
    Run taken = commit("shop/cart.yaml");
    assertThat(taken.exit()).as(taken.out()).isZero();
    Run noManifest = commit("README.md");
    assertThat(noManifest.exit()).as(noManifest.out()).isZero();
    assertThat(noManifest.out()).contains("Skipped");
  }

  @Test
  void refusesWhatCannotBeRead() throws Exception {
    write("shop/cart.yaml", "apiVersion: v1\nkind: [\n");
    Run refused = commit("shop/cart.yaml");
    assertThat(refused.exit()).as(refused.out()).isEqualTo(1);
    assertThat(refused.out()).contains("problem[yaml-syntax]", "exit code: 2");
  }

  @Test
  void robustness121NamesThatLookLikeOptionsAreNames() throws Exception {
    List<String> names = List.of("@evil.yaml", "--config=x.yaml", "--fix=unsafe.yaml");
    for (int i = 0; i < names.size(); i++) {
      write(names.get(i), service("cart" + i, "crat" + i) + "---\n" + workload("cart" + i));
    }
    git(work, "add", "-A");
    Run refused = run(work, "git", "commit", "-m", "Add names like options");
    assertThat(refused.exit()).as(refused.out()).isEqualTo(1);
    for (String name : names) {
      assertThat(refused.out()).contains(name + ":7:10");
    }
  }

  private static String service(String name, String selected) {
    return APP.replace("NAME", name).replace("SELECTED", selected);
  }

  private static String workload(String name) {
    return WORKLOAD.replace("NAME", name);
  }

  private void write(String name, String text) throws IOException {
    Path file = work.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Run commit(String file) throws Exception {
    git(work, "add", file);
    return run(work, "git", "commit", "-m", "Change " + file);
  }

  private static Run git(Path folder, String... arguments) throws Exception {
    String[] line = Stream.concat(Stream.of("git"), Stream.of(arguments)).toArray(String[]::new);
    Run run = run(folder, line);
    assertThat(run.exit()).as(run.out()).isZero();
    return run;
  }

  /** Runs with nothing of the caller's git, and with a home of its own; no command: 127. */
  private static Run run(Path folder, String... line) throws Exception {
    Path log = Files.createTempFile(shared, "run", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    new ArrayList<>(environment.keySet())
        .stream().filter(name -> name.startsWith("GIT_")).forEach(environment::remove);
    environment.putAll(
        Map.of(
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_AUTHOR_NAME", "A Tester",
            "GIT_AUTHOR_EMAIL", "tester@example.com",
            "GIT_COMMITTER_NAME", "A Tester",
            "GIT_COMMITTER_EMAIL", "tester@example.com",
            "PRE_COMMIT_HOME", shared.resolve("cache").toString(),
            "PATH", shared.resolve("tools") + ":" + environment.get("PATH"),
            "JAVA_HOME", System.getProperty("java.home")));
    environment.remove("HOPCHECK_JAVA");
    environment.remove("JAVA_TOOL_OPTIONS");
    Process process;
    try {
      process = builder.start();
    } catch (IOException noSuchCommand) {
      return new Run(127, line[0] + ": " + noSuchCommand.getMessage());
    }
    process.getOutputStream().close();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return new Run(124, String.join(" ", line) + " took too long");
    }
    return new Run(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
  }
}
