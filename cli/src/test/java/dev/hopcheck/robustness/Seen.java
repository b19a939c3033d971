package dev.hopcheck.robustness;

import dev.hopcheck.cli.InProcess;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run said. */
final class Seen {
  private final InProcess run;
  private final @Nullable JsonNode json;

  Seen(InProcess run) {
    this.run = run;
    json = run.out().startsWith("{") ? new JsonMapper().readTree(run.out()) : null;
  }

  int exit() {
    return run.exit();
  }

  String out() {
    return run.out();
  }

  String err() {
    return run.err();
  }

  JsonNode json() {
    if (json == null) {
      throw new AssertionError("no JSON: " + run);
    }
    return json;
  }

  /** Each as {@code id file:line:column}. */
  List<String> problems() {
    List<String> all = new ArrayList<>();
    for (JsonNode problem : list("problems")) {
      all.add(problem.path("id").asString() + " " + place(problem));
    }
    return all;
  }

  /** Each as {@code severity rule file:line:column}. */
  List<String> findings() {
    List<String> all = new ArrayList<>();
    for (JsonNode finding : list("findings")) {
      String rule = finding.path("severity").asString() + " " + finding.path("rule").asString();
      all.add(rule + " " + place(finding));
    }
    return all;
  }

  /** Each as {@code file: reason}. */
  List<String> skipped() {
    List<String> all = new ArrayList<>();
    for (JsonNode file : list("skipped")) {
      all.add(file.path("file").asString() + ": " + file.path("reason").asString());
    }
    return all;
  }

  /** Each as {@code count apiVersion kind}. */
  List<String> notValidated() {
    List<String> all = new ArrayList<>();
    for (JsonNode kind : list("notValidated")) {
      all.add(
          kind.path("count").asInt()
              + " "
              + kind.path("apiVersion").asString()
              + " "
              + kind.path("kind").asString());
    }
    return all;
  }

  /** A number of the summary: {@code documents}, {@code failedDocuments}. */
  int count(String name) {
    return json().path("summary").path(name).asInt();
  }

  /** A number of files: {@code discovered}, {@code analysed}, {@code skipped}, {@code failed}. */
  int files(String name) {
    return json().path("summary").path("files").path(name).asInt();
  }

  private Iterable<JsonNode> list(String name) {
    return json == null ? List.of() : json.path(name);
  }

  private static String place(JsonNode node) {
    return node.path("file").asString()
        + ":"
        + node.path("line").asInt()
        + ":"
        + node.path("column").asInt();
  }

  /** In short, for the table. */
  String brief() {
    StringBuilder text = new StringBuilder("exit ").append(exit());
    if (json == null) {
      String said = (out() + err()).strip();
      return text.append(": ").append(said.lines().findFirst().orElse("")).toString();
    }
    for (String problem : problems()) {
      text.append(", problem ").append(problem);
    }
    for (String finding : findings()) {
      text.append(", ").append(finding);
    }
    return text.toString();
  }
}
