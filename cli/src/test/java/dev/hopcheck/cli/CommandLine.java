package dev.hopcheck.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command line did in this process.
 *
 * @param exit the exit code
 */
record CommandLine(String out, String err, int exit) {
  /** Runs in a folder, with nothing on standard input and no variables. */
  static CommandLine run(Path folder, String... args) {
    return run(folder, new byte[0], Map.of(), false, args);
  }

  static CommandLine run(
      Path folder, byte[] in, Map<String, String> environment, boolean terminal, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(in),
            new Output(out, terminal),
            new Output(err, false),
            environment,
            folder);
    int exit = Session.run(args, streams);
    return new CommandLine(
        out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), exit);
  }
}
