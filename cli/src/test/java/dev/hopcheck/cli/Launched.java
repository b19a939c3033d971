package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the real launcher over the packaged jars did, as a process of its own.
 *
 * @param exit as a shell tells it: 128 and more for signals
 */
record Launched(int exit, String out, String err) {
  /** The launcher of this module. */
  static final Path LAUNCHER = Path.of("bin/hopcheck").toAbsolutePath();

  private static final int SECONDS = 120;

  /** A process that runs, with the files that take its output. */
  record Running(Process process, Path out, Path err) {
    Launched end() throws IOException, InterruptedException {
      process.getOutputStream().close();
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("ends in time").isTrue();
      Launched done =
          new Launched(
              process.exitValue(),
              Files.readString(out, StandardCharsets.UTF_8),
              Files.readString(err, StandardCharsets.UTF_8));
      Files.delete(out);
      Files.delete(err);
      return done;
    }

    void signal(String name) throws IOException, InterruptedException {
      Process kill =
          new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      kill.waitFor();
    }
  }

  /** Runs in a folder. */
  static Launched run(Path folder, String... arguments) throws IOException, InterruptedException {
    return through(folder, Map.of(), "exec \"$@\"", arguments);
  }

  /**
   * Runs through a shell.
   *
   * @param environment variables; an empty value unsets one
   * @param script what the shell does, with the call of the launcher as its arguments
   */
  static Launched through(
      Path folder, Map<String, String> environment, String script, String... arguments)
      throws IOException, InterruptedException {
    return start(LAUNCHER, folder, environment, script, arguments).end();
  }

  /** Starts through a shell and does not wait. */
  static Running start(
      Path launcher,
      Path folder,
      Map<String, String> environment,
      @Nullable String script,
      String... arguments)
      throws IOException {
    List<String> line = new ArrayList<>();
    if (script != null) {
      line.addAll(List.of("sh", "-c", script, "sh"));
    }
    line.add(launcher.toString());
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    Map<String, String> variables = builder.environment();
    variables.keySet().removeIf(name -> name.startsWith("JAVA_TOOL") || name.startsWith("JDK_"));
    variables.put("HOPCHECK_JAVA", System.getProperty("java.home"));
    environment.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            variables.remove(name);
          } else {
            variables.put(name, value);
          }
        });
    Path out = Files.createTempFile("hopcheck-it", ".out");
    Path err = Files.createTempFile("hopcheck-it", ".err");
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    return new Running(builder.start(), out, err);
  }
}
