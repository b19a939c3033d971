package dev.hopcheck.robustness;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One case: how its input is made, and what a run over it must say. Unless it names its own
 * arguments, it lints a folder in which a good file with one known finding lies beside the input:
 * whatever is wrong with the input, that finding must be told.
 */
final class Case {
  /** Makes the input in an empty folder. */
  @FunctionalInterface
  interface Making {
    void in(Path folder) throws IOException, InterruptedException;
  }

  private final int number;
  private final String input;
  private final List<Making> makings = new ArrayList<>();
  private final List<Consumer<Seen>> checks = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private String[] arguments = {};
  private boolean own;
  private InputStream standardInput = new ByteArrayInputStream(new byte[0]);
  private boolean loose;
  private int exit;

  private Case(int number, String input) {
    this.number = number;
    this.input = input;
  }

  static Case of(int number, String input) {
    return new Case(number, input);
  }

  Case file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Case file(String name, byte[] bytes) {
    return made(
        folder -> {
          Path file = folder.resolve(name);
          Files.createDirectories(file.getParent());
          Files.write(file, bytes);
        });
  }

  Case made(Making making) {
    makings.add(making);
    return this;
  }

  /** Options for the run over the folder. */
  Case with(String... options) {
    arguments = options;
    return this;
  }

  /** The whole command line, without a file beside. */
  Case run(String... args) {
    arguments = args;
    own = true;
    return this;
  }

  Case standardInput(InputStream in) {
    standardInput = in;
    return this;
  }

  /** What is told besides is left to the checks. */
  Case loosely() {
    loose = true;
    return this;
  }

  Case exit(int code) {
    exit = code;
    return this;
  }

  /** A problem, as {@code id} or {@code id file:line:column}; the run is incomplete. */
  Case problem(String expected) {
    problems.add(expected);
    exit = Math.max(exit, 2);
    return this;
  }

  /** A finding that fails the run, as {@code id} or {@code id file:line:column}. */
  Case error(String expected) {
    findings.add("error " + expected);
    exit = Math.max(exit, 1);
    return this;
  }

  Case warning(String expected) {
    findings.add("warning " + expected);
    return this;
  }

  Case info(String expected) {
    findings.add("info " + expected);
    return this;
  }

  /** Words that stand somewhere in what is said. */
  Case says(String part) {
    said.add(part);
    return this;
  }

  Case check(Consumer<Seen> check) {
    checks.add(check);
    return this;
  }

  int number() {
    return number;
  }

  String input() {
    return input;
  }

  boolean own() {
    return own;
  }

  boolean loose() {
    return loose;
  }

  int exit() {
    return exit;
  }

  List<String> problems() {
    return problems;
  }

  List<String> findings() {
    return findings;
  }

  List<String> said() {
    return said;
  }

  List<Consumer<Seen>> checks() {
    return checks;
  }

  String[] arguments() {
    return arguments;
  }

  InputStream standardInput() {
    return standardInput;
  }

  void make(Path folder) throws IOException, InterruptedException {
    for (Making making : makings) {
      making.in(folder);
    }
  }

  /** What is required, for the table. */
  String required() {
    StringBuilder text = new StringBuilder("exit ").append(exit);
    for (String problem : problems) {
      text.append(", problem ").append(problem);
    }
    for (String finding : findings) {
      text.append(", ").append(finding);
    }
    for (String part : said) {
      text.append(", \"").append(part).append('"');
    }
    return text.toString();
  }
}
