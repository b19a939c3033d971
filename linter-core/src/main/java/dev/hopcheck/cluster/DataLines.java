package dev.hopcheck.cluster;

import dev.hopcheck.source.DamagedInstallation;
import dev.hopcheck.source.PackagedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the data files of this package: one fact a line, {@code #} begins a comment. */
final class DataLines {
  private DataLines() {}

  static List<String> read(String name) {
    try (InputStream in = PackagedData.open(DataLines.class, name)) {
      if (in == null) {
        throw new DamagedInstallation(name + " is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines = new ArrayList<>();
      int start = 0;
      while (start < text.length()) {
        int end = text.indexOf('\n', start);
        end = end < 0 ? text.length() : end;
        String line = text.substring(start, end).trim();
        if (!line.isEmpty() && line.charAt(0) != '#') {
          lines.add(line);
        }
        start = end + 1;
      }
      return lines;
    } catch (IOException e) {
      throw new DamagedInstallation(name + " cannot be read: " + e, e);
    }
  }
}
