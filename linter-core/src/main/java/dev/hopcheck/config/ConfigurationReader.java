package dev.hopcheck.config;

import dev.hopcheck.cluster.Units;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.network.ClusterFacts;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.schema.KubernetesVersion;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.value.Dns1123Label;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code hopcheck.yaml}; what is not understood is refused with its place. */
public final class ConfigurationReader {
  private static final Set<String> KEYS =
      ordered(
          "rules",
          "overrides",
          "unit",
          "units",
          "closed",
          "namespace",
          "kubernetesVersion",
          "schemas",
          "cluster",
          "exclude",
          "limits",
          "failOn",
          "show");
  private static final Set<String> OVERRIDE_KEYS = ordered("paths", "objects", "rules", "reason");

  private final SourceFile file;
  private final Catalogue catalogue;
  private final List<Choice> choices = new ArrayList<>();
  private final List<Choice> overrides = new ArrayList<>();
  private final List<Glob> exclude = new ArrayList<>();
  private final List<String> units = new ArrayList<>();
  private final List<String> schemas = new ArrayList<>();
  private Units.@Nullable Mode unit;
  private boolean closed;
  private @Nullable String namespace;
  private @Nullable String version;
  private @Nullable ClusterFacts cluster;
  private Limits limits = Limits.DEFAULT;
  private @Nullable String failOn;
  private @Nullable Severity show;

  private ConfigurationReader(SourceFile file, Catalogue catalogue) {
    this.file = file;
    this.catalogue = catalogue;
  }

  /** Reads a configuration, as YAML or JSON; an empty one chooses nothing. */
  public static Configuration read(SourceFile file, Catalogue catalogue) throws SettingsException {
    ConfigurationReader reader = new ConfigurationReader(file, catalogue);
    Settings settings = Settings.readOptional(file);
    if (settings != null) {
      reader.all(settings);
    }
    return reader.made();
  }

  private Configuration made() {
    List<Choice> all = new ArrayList<>(choices);
    all.addAll(overrides);
    return new Configuration(
        file.name(),
        all,
        unit,
        units,
        closed,
        namespace,
        version,
        schemas,
        cluster,
        exclude,
        limits,
        failOn,
        show);
  }

  private void all(Settings settings) throws SettingsException {
    settings.only(KEYS);
    for (YamlEntry entry : settings.entries()) {
      YamlNode value = entry.value();
      if (value.isNull()) {
        continue;
      }
      switch (entry.key()) {
        case "rules" -> rules(value, List.of(), List.of(), "", choices);
        case "overrides" -> overrides(value);
        case "unit" -> unit = unit(value);
        case "units" -> paths(value, units);
        case "closed" -> closed = Settings.flag(value);
        case "namespace" -> namespace = namespace(value);
        case "kubernetesVersion" -> version = version(value);
        case "schemas" -> paths(value, schemas);
        case "cluster" -> cluster = ClusterFile.read(Settings.of(value));
        case "exclude" -> globs(value, exclude);
        case "limits" -> limits = limits(value);
        case "failOn" -> failOn = failOn(value);
        case "show" -> show = severity(value, Settings.text(value));
        default -> throw new IllegalStateException(entry.key());
      }
    }
  }

  private void rules(
      YamlNode value,
      List<Glob> paths,
      List<ObjectPattern> objects,
      String reason,
      List<Choice> made)
      throws SettingsException {
    for (YamlEntry entry : Settings.of(value).entries()) {
      RuleId rule = rule(entry);
      String word = Settings.text(entry.value());
      // Other readers of YAML take a bare `off` for `false`, and so do those who generate files.
      boolean off = word.equals("off") || word.equals("false");
      made.add(
          new Choice(
              entry.keyNode().location().start().line(),
              rule,
              off ? null : severity(entry.value(), word),
              paths,
              objects,
              reason));
    }
  }

  private RuleId rule(YamlEntry entry) throws SettingsException {
    String key = entry.key();
    if (!key.isEmpty() && catalogue.knows(new RuleId(key))) {
      return new RuleId(key);
    }
    if (key.equals("*") || key.equals("all")) {
      throw Settings.wrong(entry.keyNode(), "rules are named one by one, not by `" + key + "`");
    }
    String near = catalogue.nearest(key);
    throw Settings.wrong(
        entry.keyNode(),
        "there is no rule `"
            + key
            + "`"
            + (near == null ? "; `hopcheck rules` lists them" : "; did you mean `" + near + "`?"));
  }

  private static Severity severity(YamlNode at, String word) throws SettingsException {
    for (Severity severity : Severity.values()) {
      if (severity.word().equals(word)) {
        return severity;
      }
    }
    throw Settings.wrong(
        at, "`" + word + "` is not possible here; possible: off, error, warning, info");
  }

  private static Limits limits(YamlNode value) throws SettingsException {
    Limits limits = Limits.DEFAULT;
    for (YamlEntry entry : Settings.of(value).entries()) {
      Limit limit = Limit.of(entry.key());
      if (limit == null) {
        throw Settings.wrong(
            entry.keyNode(), "there is no limit `" + entry.key() + "`; possible: " + Limit.words());
      }
      String text = Settings.text(entry.value());
      long number = limit.read(text);
      if (number == 0) {
        throw Settings.wrong(
            entry.value(), "`" + text + "` is not possible here; possible: " + limit.range());
      }
      limits = limits.with(limit, number);
    }
    return limits;
  }

  private static String failOn(YamlNode value) throws SettingsException {
    String word = Settings.text(value);
    if (!word.equals("never")) {
      for (Severity severity : Severity.values()) {
        if (severity.word().equals(word)) {
          return word;
        }
      }
      throw Settings.wrong(
          value, "`" + word + "` is not possible here; possible: error, warning, info, never");
    }
    return word;
  }

  private void overrides(YamlNode list) throws SettingsException {
    for (YamlNode item : Settings.items(list)) {
      Settings settings = Settings.of(item);
      settings.only(OVERRIDE_KEYS);
      List<Glob> paths = new ArrayList<>(1);
      List<ObjectPattern> objects = new ArrayList<>(1);
      YamlNode value = item.get("paths");
      if (value != null) {
        globs(value, paths);
      }
      value = item.get("objects");
      if (value != null) {
        objects(value, objects);
      }
      if (paths.isEmpty() && objects.isEmpty()) {
        throw Settings.wrong(item, "an override names `paths` or `objects`");
      }
      YamlNode reason = item.get("reason");
      if (reason == null || reason.isNull() || Settings.text(reason).isBlank()) {
        throw Settings.wrong(item, "an override needs a `reason`");
      }
      YamlNode rules = item.get("rules");
      if (rules == null || rules.isNull() || Settings.of(rules).entries().isEmpty()) {
        throw Settings.wrong(item, "an override names `rules`");
      }
      rules(rules, paths, objects, Settings.text(reason).strip(), overrides);
    }
  }

  private static void objects(YamlNode list, List<ObjectPattern> made) throws SettingsException {
    for (YamlNode item : Settings.items(list)) {
      String text = Settings.text(item);
      ObjectPattern pattern = ObjectPattern.parse(text);
      if (pattern == null) {
        throw Settings.wrong(
            item, "`" + text + "` is not possible here; write `Kind/namespace/name`");
      }
      made.add(pattern);
    }
  }

  private static void globs(YamlNode list, List<Glob> made) throws SettingsException {
    for (YamlNode item : Settings.items(list)) {
      String text = Settings.text(item);
      String fault = Glob.fault(text);
      if (fault != null) {
        throw Settings.wrong(item, fault);
      }
      made.add(new Glob(text));
    }
  }

  /** Paths below the working directory, without what stands before or after them. */
  private static void paths(YamlNode list, List<String> made) throws SettingsException {
    for (YamlNode item : Settings.items(list)) {
      String text = Settings.text(item);
      String fault = RelativePath.fault(text);
      if (fault != null) {
        throw Settings.wrong(item, fault);
      }
      String path = text.startsWith("./") ? text.substring(2) : text;
      while (path.endsWith("/")) {
        path = path.substring(0, path.length() - 1);
      }
      made.add(path.equals(".") ? "" : path);
    }
  }

  private static Units.Mode unit(YamlNode value) throws SettingsException {
    String word = Settings.text(value);
    for (Units.Mode mode : Units.Mode.values()) {
      if (mode.name().toLowerCase(Locale.ROOT).equals(word)) {
        return mode;
      }
    }
    throw Settings.wrong(value, "`" + word + "` is not possible here; possible: folder, file, all");
  }

  private static String namespace(YamlNode value) throws SettingsException {
    String text = Settings.text(value);
    if (!Dns1123Label.isValid(text)) {
      throw Settings.wrong(value, "`" + text + "` is no name of a namespace");
    }
    return text;
  }

  private static String version(YamlNode value) throws SettingsException {
    String text = Settings.text(value);
    if (KubernetesVersion.parse(text) == null) {
      throw Settings.wrong(
          value,
          "`"
              + text
              + "` is not known; possible: "
              + KubernetesVersion.OLDEST
              + " to "
              + KubernetesVersion.NEWEST);
    }
    return text;
  }

  private static Set<String> ordered(String... keys) {
    return new LinkedHashSet<>(List.of(keys));
  }
}
