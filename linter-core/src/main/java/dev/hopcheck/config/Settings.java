package dev.hopcheck.config;

import dev.hopcheck.source.Location;
import dev.hopcheck.source.Position;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.value.Nearest;
import dev.hopcheck.yaml.DuplicateKey;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlLimits;
import dev.hopcheck.yaml.YamlNode;
import dev.hopcheck.yaml.YamlReader;
import dev.hopcheck.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping of settings that complains with line and column. */
final class Settings {
  private final YamlNode node;

  private Settings(YamlNode node) {
    this.node = node;
  }

  /** Reads a file that holds one mapping, as YAML or JSON. */
  static Settings read(SourceFile file) throws SettingsException {
    Settings settings = readOptional(file);
    if (settings == null) {
      throw new SettingsException(file.name() + ": one document is expected");
    }
    return settings;
  }

  /** The same; null where the file holds nothing, or only comments. */
  static @Nullable Settings readOptional(SourceFile file) throws SettingsException {
    YamlStream stream = YamlReader.read(file, YamlLimits.DEFAULT);
    if (!stream.problems().isEmpty()) {
      Position at = stream.problems().get(0).at();
      throw new SettingsException(
          file.name()
              + (at == null ? "" : ":" + at.line() + ":" + at.column())
              + ": "
              + stream.problems().get(0).message());
    }
    List<YamlDocument> documents = stream.documents();
    if (documents.isEmpty()) {
      return null;
    }
    if (documents.size() > 1) {
      throw new SettingsException(file.name() + ": one document is expected");
    }
    for (DuplicateKey twice : documents.get(0).duplicates()) {
      Position first = twice.first().start();
      throw wrong(
          twice.second(), "`" + twice.key() + "` is given twice; first in line " + first.line());
    }
    YamlNode root = documents.get(0).root();
    return root.isNull() ? null : of(root);
  }

  static Settings of(YamlNode node) throws SettingsException {
    if (!node.isMapping()) {
      throw wrong(node, "a mapping is expected here");
    }
    return new Settings(node);
  }

  List<YamlEntry> entries() {
    return node.entries();
  }

  /** Refuses keys that are none of these. */
  void only(Set<String> known) throws SettingsException {
    for (YamlEntry entry : node.entries()) {
      if (!known.contains(entry.key())) {
        String near =
            Nearest.of(entry.key(), known).map(k -> "; did you mean `" + k + "`?").orElse("");
        throw wrong(entry.keyNode(), "there is no setting `" + entry.key() + "`" + near);
      }
    }
  }

  static String text(YamlNode value) throws SettingsException {
    if (!value.isScalar() || value.isNull()) {
      throw wrong(value, "a text is expected here");
    }
    // As written: other readers of YAML take `off` for a flag and `1.30` for a number.
    return value.text();
  }

  static boolean flag(YamlNode value) throws SettingsException {
    String text = value.isScalar() && value.isPlain() ? value.text() : "";
    if (!text.equals("true") && !text.equals("false")) {
      throw wrong(value, "`true` or `false` is expected here");
    }
    return text.equals("true");
  }

  static List<YamlNode> items(YamlNode list) throws SettingsException {
    if (!list.isSequence()) {
      throw wrong(list, "a list is expected here");
    }
    return list.items();
  }

  static List<String> texts(YamlNode list) throws SettingsException {
    List<String> texts = new ArrayList<>();
    for (YamlNode item : items(list)) {
      texts.add(text(item));
    }
    return texts;
  }

  static SettingsException wrong(YamlNode at, String message) {
    return wrong(at.location(), message);
  }

  private static SettingsException wrong(Location at, String message) {
    Position position = at.start();
    return new SettingsException(
        at.file().name() + ":" + position.line() + ":" + position.column() + ": " + message);
  }
}
