package dev.hopcheck.cli;

import dev.hopcheck.engine.ExitCode;
import dev.hopcheck.engine.UsageException;
import java.io.IOException;

/** What the user asked for. */
interface Command {
  /** Does it; what is written goes to the streams, which the caller flushes. */
  ExitCode run(Streams streams) throws IOException, UsageException;
}
