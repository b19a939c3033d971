package dev.hopcheck.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A struct of the Kubernetes API in one version: its name and its fields. Fields are read from the
 * bundle when the first one is asked for; one instance stands for one struct in one {@link
 * Schemas}.
 */
public final class ObjectType {
  private final Schemas schemas;
  private final String key;
  private @Nullable String name;
  private volatile @Nullable String line;
  private volatile @Nullable FieldTable fields;
  private volatile List<String> names = List.of();

  /** A struct that the bundle has; its line is looked for when a field is asked for. */
  ObjectType(Schemas schemas, String key, @Nullable String line) {
    this.schemas = schemas;
    this.key = key;
    this.line = line;
  }

  private String line() {
    String known = line;
    if (known == null) {
      known = schemas.line(key);
      line = known;
    }
    return known;
  }

  /**
   * The name in Go and in API references, such as {@code ServicePort}; two structs may share one.
   */
  public String name() {
    String known = name;
    if (known == null) {
      known = goName(key);
      name = known;
    }
    return known;
  }

  /** The name with its version and, where two groups share it, its group: {@code V1ServicePort}. */
  public String key() {
    return key;
  }

  /** A field by its JSON name; null where the struct has none of that name. */
  public @Nullable FieldType field(String name) {
    TypeLine.Field field = fields().get(name);
    return field == null ? null : field.type();
  }

  /**
   * The Go struct, embedded in this one, that holds the field; empty for a field of its own.
   * Decoding errors name it in the path: {@code spec.rules.IngressRuleValue.http}.
   */
  String embedded(String name) {
    TypeLine.Field field = fields().get(name);
    return field == null ? "" : field.embedded();
  }

  /** Which other versions have a field that this one lacks, in words; empty where none has it. */
  String otherVersions(String name) {
    return TypeLine.otherVersions(line(), name, schemas.version());
  }

  /** The JSON names of all fields in alphabetical order. */
  public List<String> fieldNames() {
    fields();
    return names;
  }

  private FieldTable fields() {
    FieldTable known = fields;
    if (known != null) {
      return known;
    }
    Map<String, TypeLine.Field> read = new HashMap<>();
    List<String> order = new ArrayList<>();
    TypeLine.read(line(), schemas, read, order);
    FieldTable table = new FieldTable(order.size());
    for (String field : order) {
      TypeLine.Field described = read.get(field);
      if (described != null) {
        table.put(field, described);
      }
    }
    names = List.copyOf(order);
    fields = table;
    return table;
  }

  /** The Go package's name, which is the version: {@code v1}, {@code v1beta2}. */
  String goVersion() {
    int start = versionStart(key);
    return start < 0 ? "v1" : "v" + key.substring(start + 1, versionEnd(key, start + 1));
  }

  /** Cuts group and version off: {@code CoreV1EventSeries} is {@code EventSeries}. */
  private static String goName(String key) {
    int start = versionStart(key);
    return start < 0 ? key : key.substring(versionEnd(key, start + 1));
  }

  /** Where the V of the version stands. */
  private static int versionStart(String key) {
    int i = key.indexOf('V');
    while (i >= 0 && versionEnd(key, i + 1) < 0) {
      i = key.indexOf('V', i + 1);
    }
    return i;
  }

  private static int versionEnd(String key, int from) {
    int i = skipDigits(key, from);
    if (i == from) {
      return -1;
    }
    if (key.startsWith("alpha", i)) {
      i = skipDigits(key, i + 5);
    } else if (key.startsWith("beta", i)) {
      i = skipDigits(key, i + 4);
    }
    return i < key.length() ? i : -1;
  }

  private static int skipDigits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  @Override
  public String toString() {
    return key;
  }
}
