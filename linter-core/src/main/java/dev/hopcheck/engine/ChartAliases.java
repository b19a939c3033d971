package dev.hopcheck.engine;

import dev.hopcheck.source.ListedFile;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.SourceLimits;
import dev.hopcheck.source.SourceReader;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlLimits;
import dev.hopcheck.yaml.YamlNode;
import dev.hopcheck.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds charts within charts, which Helm calls by their aliases in what it renders. */
final class ChartAliases {
  private static final String WITHIN = "charts/";

  private ChartAliases() {}

  /** A file of a chart by its path as Helm writes it, aliases in it followed as far as known. */
  static Path resolve(Path chart, String path, SourceLimits limits) {
    Path folder = chart;
    String rest = path;
    while (rest.startsWith(WITHIN)) {
      int slash = rest.indexOf('/', WITHIN.length());
      if (slash < 0) {
        break;
      }
      String name = rest.substring(WITHIN.length(), slash);
      Path inner = folder.resolve(WITHIN + name);
      if (!Files.isDirectory(inner, LinkOption.NOFOLLOW_LINKS)) {
        String meant = meant(folder.resolve("Chart.yaml"), name, limits);
        inner = folder.resolve(WITHIN + (meant == null ? name : meant));
      }
      folder = inner;
      rest = rest.substring(slash + 1);
    }
    return folder.resolve(rest);
  }

  /** The name of the chart that has the alias; null where none has. */
  private static @Nullable String meant(Path file, String alias, SourceLimits limits) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    SourceFile text = SourceReader.read(new ListedFile(file.toString(), file, true), limits).file();
    if (text == null) {
      return null;
    }
    for (YamlDocument document : new YamlReader(YamlLimits.DEFAULT).read(text).documents()) {
      YamlNode dependencies = document.root().get("dependencies");
      if (dependencies == null) {
        continue;
      }
      for (YamlNode item : dependencies.items()) {
        String name = item.value("name");
        boolean plain = !name.isEmpty() && name.indexOf('/') < 0 && !name.startsWith(".");
        if (plain && item.value("alias").equals(alias)) {
          return name;
        }
      }
    }
    return null;
  }
}
