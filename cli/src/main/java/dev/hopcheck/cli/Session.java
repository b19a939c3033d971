package dev.hopcheck.cli;

import dev.hopcheck.engine.ExitCode;
import dev.hopcheck.engine.LintAborted;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.source.DamagedInstallation;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.cli.CommandLine;

/** One call of the command line, from its arguments to its exit code. */
final class Session {
  private Session() {}

  /** Runs a command with the streams of the process. */
  static int run(String[] args) {
    Output out =
        new Output(
            new FileOutputStream(FileDescriptor.out), Boolean.getBoolean("hopcheck.terminal.out"));
    Output err =
        new Output(
            new FileOutputStream(FileDescriptor.err), Boolean.getBoolean("hopcheck.terminal.err"));
    return run(args, new Streams(System.in, out, err, System.getenv(), Path.of("")));
  }

  /** Runs a command; everything that can go wrong becomes an exit code. */
  static int run(String[] args, Streams streams) {
    ExitCode code = guarded(args, streams);
    streams.out().flush();
    IOException failed = streams.out().failure();
    if (failed != null) {
      code = code.unwritten();
      if (!streams.out().readerIsGone()) {
        streams
            .err()
            .line("hopcheck: standard output could not be written: " + failed.getMessage());
      }
    }
    streams.err().flush();
    return code.code();
  }

  private static ExitCode guarded(String[] args, Streams streams) {
    try {
      return command(args, streams);
    } catch (UsageException wrong) {
      streams.err().line("hopcheck: " + wrong.getMessage());
      return ExitCode.WRONG_USE;
    } catch (LintAborted aborted) {
      streams.err().line("hopcheck: " + aborted.getMessage());
      return ExitCode.WRONG_USE;
    } catch (OutOfMemoryError tooLarge) {
      streams.err().line("hopcheck: " + LintAborted.OUT_OF_MEMORY);
      return ExitCode.WRONG_USE;
    } catch (DamagedInstallation damaged) {
      streams.err().line("hopcheck: " + Main.DAMAGED + damaged.getMessage());
      return ExitCode.WRONG_USE;
    } catch (LinkageError damaged) {
      streams.err().line("hopcheck: " + Main.DAMAGED + damaged);
      return ExitCode.WRONG_USE;
    } catch (Throwable bug) {
      StackTraceElement[] trace = bug.getStackTrace();
      streams
          .err()
          .line(
              "hopcheck: internal error, please report it: "
                  + bug
                  + (trace.length == 0 ? "" : " at " + trace[0]));
      return ExitCode.WRONG_USE;
    }
  }

  private static ExitCode command(String[] args, Streams streams)
      throws UsageException, IOException {
    if (args.length == 0) {
      throw new UsageException("no command; `hopcheck --help` lists them");
    }
    switch (args[0]) {
      case "--help", "-h", "help" -> {
        Help.overview(streams.out());
        return ExitCode.CLEAN;
      }
      case "--version" -> {
        streams.out().line("hopcheck " + Version.text());
        return ExitCode.CLEAN;
      }
      default -> {
        Syntax syntax = Commands.find(args[0]);
        if (syntax == null) {
          throw new UsageException(
              "there is no command `" + args[0] + "`; `hopcheck --help` lists them");
        }
        return run(syntax, Arrays.copyOfRange(args, 1, args.length), streams);
      }
    }
  }

  private static ExitCode run(Syntax syntax, String[] args, Streams streams)
      throws UsageException, IOException {
    for (String arg : args) {
      if (arg.equals("--")) {
        break;
      }
      if (arg.equals("--help") || arg.equals("-h")) {
        Help.command(syntax, streams.out());
        return ExitCode.CLEAN;
      }
    }
    for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
      if (args[i].equals("--fix")) {
        // Else the parser would take the path that follows for the option's value.
        args[i] = "--fix=safe";
      }
    }
    CommandLine arguments = Arguments.parse(syntax, args);
    return syntax.reader().read(arguments).run(streams);
  }
}
