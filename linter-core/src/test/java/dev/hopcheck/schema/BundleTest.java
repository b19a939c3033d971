package dev.hopcheck.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the bundle of built-in kinds to itself and to what a real server publishes. */
class BundleTest {
  @ParameterizedTest
  @ValueSource(strings = {"types.tsv", "kinds.tsv", "removed.tsv"})
  void isSortedWithoutDoubles(String resource) {
    List<String> keys = new ArrayList<>();
    for (String line : SortedLines.resource(resource).all()) {
      keys.add(line.substring(0, line.indexOf('\t')));
    }
    assertThat(keys).hasSizeGreaterThan(40).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {28, 29, 30, 31, 32, 33, 34, 35, 36})
  void opensEveryStructOfEveryVersion(int minor) {
    Schemas schemas = Schemas.of(new KubernetesVersion(minor));
    Set<String> seen = new HashSet<>();
    for (String apiVersion : schemas.kinds().apiVersions()) {
      for (String kind : schemas.kinds().kindsOf(apiVersion)) {
        ObjectType type = schemas.find(apiVersion, kind);
        assertThat(type).as(apiVersion + " " + kind).isNotNull();
        assertThat(type.name()).isEqualTo(kind);
        assertThat(type.fieldNames()).contains("apiVersion", "kind", "metadata").isSorted();
        walk(new FieldType.Struct(type), seen);
      }
    }
    assertThat(seen).hasSizeGreaterThan(400);
  }

  @Test
  void robustness102NamesTheDamage() throws IOException {
    byte[] bytes;
    try (InputStream in = SortedLines.class.getResourceAsStream("types.tsv")) {
      bytes = in.readAllBytes();
    }
    assertThat(SortedLines.of("types.tsv", bytes).all()).isNotEmpty();
    bytes[5000] ^= 1;
    assertThatThrownBy(() -> SortedLines.of("types.tsv", bytes))
        .hasMessageContaining("types.tsv is damaged: digest");
  }

  @Test
  void findsNothingBesideItsKeys() {
    SortedLines lines = SortedLines.resource("types.tsv");
    assertThat(lines.find("V1Service")).startsWith("V1Service\t");
    for (String key : List.of("", "V1Servic", "V1Servicf", "A", "zzz", "V1Pod\u00e9", "#\tx")) {
      assertThat(lines.find(key)).as(key).isNull();
    }
    assertThat(lines.hasPrefix("V1Servic")).isTrue();
    assertThat(lines.hasPrefix("V1Servicf")).isFalse();
  }

  private static void walk(FieldType type, Set<String> seen) {
    if (type instanceof FieldType.ListOf list) {
      walk(list.element(), seen);
    } else if (type instanceof FieldType.MapOf map) {
      walk(map.value(), seen);
    } else if (type instanceof FieldType.Struct struct && seen.add(struct.type().key())) {
      for (String name : struct.type().fieldNames()) {
        walk(struct.type().field(name), seen);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PodSpec, schedulingGroup, 36, 36",
    "ServiceSpec, trafficDistribution, 29, 36",
    "ContainerStatus, user, 31, 36",
  })
  void knowsWhenFieldsCame(String struct, String field, int first, int last) {
    for (int minor = 28; minor <= 36; minor++) {
      ObjectType type = Schemas.of(new KubernetesVersion(minor)).type("V1" + struct);
      boolean expected = first <= minor && minor <= last;
      assertThat(type.field(field) != null).as("1." + minor).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Secret, data, MapOf[value=BYTES]",
    "ConfigMap, binaryData, MapOf[value=BYTES]",
    "ServicePort, targetPort, INT_OR_STRING",
    "ResourceRequirements, limits, MapOf[value=QUANTITY]",
    "LeaseSpec, renewTime, MICRO_TIME",
    "ObjectMeta, creationTimestamp, TIME",
    "ControllerRevision, data, RAW_EXTENSION",
    "JSONSchemaProps, $ref, STRING",
    "JSONSchemaProps, items, ANY",
    "JSONSchemaProps, x-kubernetes-list-map-keys, ListOf[element=STRING]",
  })
  void recoversWhatTheClientLost(String struct, String field, String type) {
    ObjectType found = Schemas.of(KubernetesVersion.NEWEST).type("V1" + struct);
    assertThat(found.field(field)).hasToString(type);
  }

  @Test
  void readsObjectsOfOldVersionsByTheirSuccessor() {
    Kinds kinds = Schemas.of(KubernetesVersion.NEWEST).kinds();
    assertThat(kinds.currentFor("extensions/v1beta1", "Ingress")).hasToString("V1Ingress");
    assertThat(kinds.currentFor("batch/v1beta1", "CronJob")).hasToString("V1CronJob");
    assertThat(kinds.currentFor("policy/v1beta1", "PodSecurityPolicy")).isNull();
    assertThat(kinds.currentFor("example.com/v1", "Shop")).isNull();
    assertThat(kinds.isNamespaced("v1", "Namespace")).isFalse();
    assertThat(kinds.isNamespaced("networking.k8s.io/v1beta1", "IngressClass")).isFalse();
    assertThat(kinds.isNamespaced("v1", "Service")).isTrue();
  }

  /** The facts do not travel with the project; a few of them stand in the tests above. */
  @Test
  void agreesWithTheDefinitionsThatAServerPublishes() throws IOException {
    Path file = Path.of(System.getProperty("hopcheck.shared", ""), "oracle", "openapi-facts.tsv");
    Assumptions.assumeTrue(Files.exists(file), "the server's facts are not here");
    Map<String, Set<String>> wanted = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\t", -1);
      if (cells[0].startsWith("io.k8s.api.")) {
        wanted.computeIfAbsent(cells[0], key -> new TreeSet<>()).add(cells[1] + " " + kind(cells));
      }
    }
    Schemas schemas = Schemas.of(KubernetesVersion.NEWEST);
    int compared = 0;
    List<String> differences = new ArrayList<>();
    for (Map.Entry<String, Set<String>> definition : wanted.entrySet()) {
      ObjectType type = type(schemas, definition.getKey());
      if (type == null) {
        continue;
      }
      Set<String> own = new TreeSet<>();
      for (String name : type.fieldNames()) {
        // The facts give no format for the values of maps.
        own.add(name + " " + kind(type.field(name)).replace("{BYTES", "{STRING"));
      }
      compared++;
      if (!own.equals(definition.getValue())) {
        differences.add(definition.getKey() + ": " + definition.getValue() + " / " + own);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThan(250);
  }

  /** The struct of a definition such as {@code io.k8s.api.core.v1.Pod}. */
  private static ObjectType type(Schemas schemas, String definition) {
    String[] parts = definition.split("\\.");
    String version = parts[parts.length - 2];
    String key = "V" + version.substring(1) + parts[parts.length - 1];
    ObjectType type = schemas.type(key);
    String group = parts[parts.length - 3];
    ObjectType own =
        schemas.type(
            group.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + group.substring(1) + key);
    return own == null ? type : own;
  }

  private static String kind(String[] cells) {
    return simple(cells[2], cells[3]);
  }

  private static String simple(String type, String format) {
    if (type.startsWith("array<")) {
      return "[" + simple(type.substring(6, type.length() - 1), format);
    }
    if (type.startsWith("map<")) {
      return "{" + simple(type.substring(4, type.length() - 1), format);
    }
    String last = type.substring(type.lastIndexOf('.') + 1);
    return switch (last) {
      case "string" -> format.equals("byte") ? "BYTES" : "STRING";
      case "integer" -> format.equals("int64") ? "INT64" : "INT32";
      case "boolean" -> "BOOL";
      case "number" -> "FLOAT";
      case "IntOrString" -> "INT_OR_STRING";
      case "Quantity" -> "QUANTITY";
      case "Time" -> "TIME";
      case "MicroTime" -> "MICRO_TIME";
      case "RawExtension" -> "RAW_EXTENSION";
      default -> last;
    };
  }

  private static String kind(FieldType type) {
    if (type instanceof FieldType.ListOf list) {
      return "[" + kind(list.element());
    }
    if (type instanceof FieldType.MapOf map) {
      return "{" + kind(map.value());
    }
    return type.toString();
  }
}
