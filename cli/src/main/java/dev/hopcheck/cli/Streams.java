package dev.hopcheck.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command may use of its process.
 *
 * @param environment the variables
 * @param folder the working directory
 */
record Streams(
    InputStream in, Output out, Output err, Map<String, String> environment, Path folder) {
  /** Whether a variable is set and not empty. */
  boolean has(String variable) {
    String value = environment.get(variable);
    return value != null && !value.isEmpty();
  }
}
