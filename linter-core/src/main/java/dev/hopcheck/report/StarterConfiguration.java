package dev.hopcheck.report;

import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Survey;
import dev.hopcheck.schema.KubernetesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The first {@code hopcheck.yaml} of a project: every setting with what it means, none chosen. */
public final class StarterConfiguration {
  /** So many names of a kind are listed. */
  private static final int MOST = 12;

  private final StringBuilder out = new StringBuilder();

  private StarterConfiguration() {}

  /** The text for what was found. */
  public static String text(Survey survey) {
    StarterConfiguration made = new StarterConfiguration();
    made.write(survey);
    return made.out.toString();
  }

  private void write(Survey survey) {
    line("# Configuration of hopcheck, read in the directory where it is started.");
    line("# Everything below is a comment: without it the defaults hold.");
    line("");
    found(survey);
    line("# What is one cluster: folder (each by itself), file, or all.");
    line("# unit: folder");
    line("");
    line("# Folders that are one cluster each, with all below them.");
    line("# units: [" + first(survey.folders(), "deploy") + "]");
    line("");
    line("# There are no other resources than these, so what matches nothing is an error.");
    line("# closed: true");
    line("");
    line("# Where objects go that name no namespace.");
    line("# namespace: " + first(survey.namespaces(), "default"));
    line("");
    line("# The version of the API server, 1.28 or newer.");
    line("# kubernetesVersion: \"" + KubernetesVersion.NEWEST + "\"");
    line("");
    line("# Definitions or JSON Schemas of custom resources.");
    line("# schemas: [crds]");
    line("");
    line("# Files that are not read. `*` stands for part of a name, `**` for folders.");
    line("# exclude: [\"**/testdata/**\"]");
    line("");
    line("# Rules by their id (`hopcheck rules`): off, info, warning or error.");
    line("# rules:");
    line("#   external-name-http-host: off");
    line("");
    line("# The same for some files or objects only, and why.");
    line("# overrides:");
    line("#   - paths: [\"legacy/**\"]");
    line("#     objects: [\"Service/*/importer\"]");
    line("#     rules: {selector-matches-nothing: off}");
    line("#     reason: an operator makes these pods");
    line("");
    line("# What manifests do not say of the cluster.");
    line("# cluster:");
    line("#   domain: cluster.local");
    line("#   nodePortRange: 30000-32767");
    line("#   ipFamilies: [IPv4]");
    line("");
    line("# Which findings fail a run: error, warning, info or never; and which are shown.");
    line("# failOn: error");
    line("# show: warning");
  }

  private void found(Survey survey) {
    line("# Found on the day this was written:");
    list("folders with manifests", folders(survey.folders()));
    list("kustomizations in", survey.kustomizations());
    list("namespaces", survey.namespaces());
    LintResult.Counts counts = survey.result().counts();
    line(
        "#   findings: "
            + counts.errors()
            + " errors, "
            + counts.warnings()
            + " warnings, "
            + counts.infos()
            + " infos");
    if (!survey.result().problems().isEmpty()) {
      line("#   not checked: " + survey.result().problems().size() + ", see `hopcheck lint`");
    }
    if (counts.worst() != null) {
      line("# To start green and hear of new findings only:");
      line("#   hopcheck lint --baseline hopcheck-baseline.jsonl --write-baseline");
      line("#   hopcheck lint --baseline hopcheck-baseline.jsonl");
    }
    line("");
  }

  private static List<String> folders(Map<String, Integer> folders) {
    List<String> all = new ArrayList<>(folders.size());
    for (Map.Entry<String, Integer> folder : folders.entrySet()) {
      all.add((folder.getKey().isEmpty() ? "." : folder.getKey()) + " (" + folder.getValue() + ")");
    }
    return all;
  }

  private void list(String what, List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    line("#   " + what + ":");
    for (String name : names.subList(0, Math.min(MOST, names.size()))) {
      line("#     " + Visible.name(name));
    }
    if (names.size() > MOST) {
      line("#     and " + (names.size() - MOST) + " more");
    }
  }

  private static String first(Map<String, Integer> folders, String otherwise) {
    for (String folder : folders.keySet()) {
      if (!folder.isEmpty() && isPlain(folder)) {
        return folder;
      }
    }
    return otherwise;
  }

  private static String first(List<String> names, String otherwise) {
    return names.isEmpty() || !isPlain(names.get(0)) ? otherwise : names.get(0);
  }

  /** Whether a name can stand in YAML as it is. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean plain =
          c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '/' || c == '.';
      if (!plain) {
        return false;
      }
    }
    return !name.isEmpty() && Character.isLetter(name.charAt(0));
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
