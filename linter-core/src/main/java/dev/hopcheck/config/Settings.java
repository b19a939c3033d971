package dev.hopcheck.config;

import dev.hopcheck.source.Position;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.value.Nearest;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlLimits;
import dev.hopcheck.yaml.YamlNode;
import dev.hopcheck.yaml.YamlReader;
import dev.hopcheck.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A mapping of settings that complains with line and column. */
final class Settings {
  private final YamlNode node;

  private Settings(YamlNode node) {
    this.node = node;
  }

  /** Reads a file that holds one mapping, as YAML or JSON. */
  static Settings read(SourceFile file) throws SettingsException {
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
    if (documents.size() != 1) {
      throw new SettingsException(file.name() + ": one document is expected");
    }
    return of(documents.get(0).root());
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
    return value.scalar().text();
  }

  static List<String> texts(YamlNode list) throws SettingsException {
    if (!list.isSequence()) {
      throw wrong(list, "a list is expected here");
    }
    List<String> texts = new ArrayList<>();
    for (YamlNode item : list.items()) {
      texts.add(text(item));
    }
    return texts;
  }

  static SettingsException wrong(YamlNode at, String message) {
    Position position = at.location().start();
    return new SettingsException(
        at.document().file().name()
            + ":"
            + position.line()
            + ":"
            + position.column()
            + ": "
            + message);
  }
}
