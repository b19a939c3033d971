package dev.hopcheck.report;

import dev.hopcheck.source.Location;
import dev.hopcheck.source.PathName;
import dev.hopcheck.source.Position;
import dev.hopcheck.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes places in SARIF's form. A file's URI is relative to a named base, so that it holds
 * wherever the tree lies; folders above the one of the run are bases of their own, and no URI holds
 * two dots.
 */
final class SarifPlaces {
  private static final String HEX = "0123456789ABCDEF";
  private static final String ROOT = "FILESYSTEM";

  private final Json json;
  private final ReportPath paths;
  private int above;
  private boolean absolute;

  SarifPlaces(Json json, ReportPath paths) {
    this.json = json;
    this.paths = paths;
  }

  /** Writes the members of a location. */
  void location(Location at) {
    physical(at.file().name(), at.file(), at.start(), at.end());
  }

  /** Writes the members of a location in a file of the repository, which the place must have. */
  void location(Place at) {
    SourceFile file = Objects.requireNonNull(at.file());
    physical(file.name(), file, at.start(), at.end());
  }

  /** Writes the members of a location of which only a file's name and perhaps a point are known. */
  void location(String file, @Nullable Position at) {
    physical(file, null, at, at);
  }

  private void physical(
      String name, @Nullable SourceFile file, @Nullable Position start, @Nullable Position end) {
    json.open("physicalLocation");
    artifact(name, file);
    if (start != null && end != null) {
      region("region", start, end);
    }
    json.close();
  }

  /** Writes a range of lines and columns. */
  void region(String member, Position start, Position end) {
    json.open(member);
    json.number("startLine", start.line());
    json.number("startColumn", start.column());
    json.number("endLine", end.line());
    json.number("endColumn", end.column());
    json.close();
  }

  /** Writes which file is meant. */
  void artifact(SourceFile file) {
    artifact(file.name(), file);
  }

  private void artifact(String name, @Nullable SourceFile file) {
    String path = paths.of(name);
    String base = "SRCROOT";
    if (path.startsWith("/")) {
      base = ROOT;
      absolute = true;
    }
    List<String> parts = parts(path);
    int up = 0;
    while (up < parts.size() && parts.get(up).equals("..")) {
      up++;
    }
    if (up > 0) {
      above = Math.max(above, up);
      base = base(up);
    }
    Path disk = file == null ? null : file.path();
    json.open("artifactLocation");
    json.text("uri", uri(parts.subList(up, parts.size()), disk));
    json.text("uriBaseId", base);
    json.close();
  }

  private static String base(int up) {
    return "PARENT" + up;
  }

  /** Writes what the bases mean that were used; there is no telling where they lie. */
  void bases() {
    json.open("originalUriBaseIds");
    base("SRCROOT", "the folder in which the run was started");
    for (int up = 1; up <= above; up++) {
      base(base(up), "the folder " + up + " above the one in which the run was started");
    }
    if (absolute) {
      base(ROOT, "the root of the file system");
    }
    json.close();
  }

  private void base(String id, String text) {
    json.open(id);
    json.open("description");
    json.text("text", text);
    json.close();
    json.close();
  }

  /** The elements, with dots resolved; two dots are left only at the start. */
  private static List<String> parts(String path) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      String part = path.substring(start, end);
      int last = parts.size() - 1;
      if (part.equals("..") && last >= 0 && !parts.get(last).equals("..")) {
        parts.remove(last);
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
      start = end + 1;
    }
    return parts;
  }

  private static String uri(List<String> parts, @Nullable Path disk) {
    StringBuilder uri = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      uri.append(i == 0 ? "" : "/");
      byte[] raw = disk == null ? null : raw(disk, parts.size() - i);
      for (byte each : raw == null ? bytes(parts.get(i)) : raw) {
        append(each, uri);
      }
    }
    return uri.toString();
  }

  private static void append(byte each, StringBuilder uri) {
    boolean plain =
        (each >= 'a' && each <= 'z')
            || (each >= 'A' && each <= 'Z')
            || (each >= '0' && each <= '9')
            || each == '-'
            || each == '.'
            || each == '_'
            || each == '~';
    if (plain) {
      uri.append((char) each);
    } else {
      uri.append('%').append(HEX.charAt((each & 0xFF) >> 4)).append(HEX.charAt(each & 0xF));
    }
  }

  /** The bytes of an element of a path, counted from the end, as they lie on the disk. */
  private static byte @Nullable [] raw(Path path, int fromEnd) {
    int count = path.getNameCount();
    if (fromEnd > count) {
      return null;
    }
    return PathName.bytes(path.getName(count - fromEnd));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
