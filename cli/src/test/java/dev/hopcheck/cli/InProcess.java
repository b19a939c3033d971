package dev.hopcheck.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The command line for tests of other packages, within this process.
 *
 * @param exit the exit code
 */
public record InProcess(String out, String err, int exit) {
  /** Runs in a folder, with something on standard input and no variables. */
  public static InProcess run(Path folder, InputStream in, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(in, new Output(out, false), new Output(err, false), Map.of(), folder);
    int exit = Session.run(args, streams);
    return new InProcess(
        out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), exit);
  }
}
