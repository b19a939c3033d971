package dev.hopcheck.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.value.IpFamily;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Holds how far endpoints and DNS answers agree with those recorded from a real control plane. */
class NetworkOracleTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void agreesWithScenarios() {
    Score score = score("network.jsonl.gz");
    score.print("scenarios");
    assertThat(score.services).isGreaterThan(2000);
    assertThat(score.endpointsEqual).as("services with equal endpoints").isEqualTo(score.services);
    assertThat(score.percentDns()).as("percent of equal DNS answers").isGreaterThanOrEqualTo(99.9);
  }

  @Test
  void agreesWithLiveDumps() {
    Score score = score("network-dumps.jsonl.gz");
    score.print("live dumps");
    assertThat(score.services).isGreaterThan(200);
    assertThat(score.endpointsEqual).as("services with equal endpoints").isEqualTo(score.services);
    assertThat(score.percentDns()).as("percent of equal DNS answers").isGreaterThanOrEqualTo(99.9);
  }

  private static Score score(String file) {
    Path path = Path.of(System.getProperty("hopcheck.shared", ""), "oracle", file);
    Assumptions.assumeTrue(Files.exists(path), "the record is not here");
    Score score = new Score();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        scenario(JSON.readTree(line), score);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return score;
  }

  private static void scenario(JsonNode row, Score score) {
    Map<String, String> files = new TreeMap<>();
    for (Map.Entry<String, JsonNode> file : row.get("files").properties()) {
      files.put(file.getKey(), file.getValue().asString());
    }
    Network network =
        Network.of(
            UnitOfTexts.cluster(files),
            ClusterFacts.DEFAULTS.withFamilies(List.of(IpFamily.IPV4, IpFamily.IPV6)));
    String id = row.get("id").asString();
    for (JsonNode service : row.get("services")) {
      score.services++;
      NetworkService ours =
          network.service(service.get("namespace").asString(), service.get("name").asString());
      List<String> want = recorded(service);
      List<String> have = ours == null ? List.of() : simulated(ours);
      if (ours != null && want.equals(have)) {
        score.endpointsEqual++;
      } else {
        List<String> missing = new ArrayList<>(want);
        have.forEach(missing::remove);
        List<String> extra = new ArrayList<>(have);
        want.forEach(extra::remove);
        score.differ(
            "endpoints of "
                + service.get("name").asString()
                + " missing "
                + missing.stream().limit(2).toList()
                + " extra "
                + extra.stream().limit(2).toList(),
            id);
      }
    }
    RecordedNames names = new RecordedNames(network);
    for (JsonNode query : row.get("dns")) {
      if (!query.get("rcode").asString().equals("SERVFAIL")) {
        ask(network, names, query, id, score);
      }
    }
  }

  private static void ask(
      Network network, RecordedNames names, JsonNode query, String id, Score score) {
    score.queries++;
    String type = query.get("type").asString();
    String name = names.put(query.get("name").asString());
    Set<String> want = new HashSet<>();
    for (JsonNode record : query.get("records")) {
      want.add(record.get("type").asString() + " " + names.take(record.get("data").asString()));
    }
    String rcode = query.get("rcode").asString();
    if (name == null) {
      score.differ(
          "dns " + type + " " + rcode + "/" + want.size() + ", no such address",
          id + ":" + query.get("name").asString());
      return;
    }
    DnsAnswer answer = network.dns().answer(name, type);
    Set<String> have = new HashSet<>();
    for (DnsRecord record : answer.records()) {
      have.add(record.type() + " " + names.take(record.data()));
    }
    if (answer.rcode().toString().equals(rcode) && have.equals(want)) {
      score.dnsEqual++;
      return;
    }
    score.differ(
        "dns "
            + type
            + " "
            + rcode
            + "/"
            + want.size()
            + ", ours "
            + answer.rcode()
            + "/"
            + have.size(),
        id + ":" + query.get("name").asString());
  }

  private static List<String> recorded(JsonNode service) {
    List<String> found = new ArrayList<>();
    for (JsonNode e : service.get("endpoints")) {
      boolean port = e.get("port") != null && !e.get("port").isNull();
      String rest =
          " "
              + e.get("family").asString()
              + " "
              + text(e.get("portName"))
              + " "
              + (port ? e.get("port").asInt() + " " + text(e.get("protocol")) : "none")
              + " "
              + e.get("ready").asBoolean()
              + e.get("serving").asBoolean()
              + e.get("terminating").asBoolean()
              + " "
              + text(e.get("hostname"));
      if (e.get("pod") != null && !e.get("pod").isNull()) {
        found.add(e.get("pod").asString() + rest);
      } else {
        for (JsonNode address : e.get("addresses")) {
          found.add(address.asString() + rest);
        }
      }
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  private static String text(JsonNode node) {
    return node == null || node.isNull() ? "" : node.asString();
  }

  private static List<String> simulated(NetworkService service) {
    List<String> found = new ArrayList<>();
    for (Slice slice : service.slices()) {
      for (Endpoint e : slice.endpoints()) {
        List<String> places = e.pod() != null ? List.of(e.pod().id()) : e.addresses();
        for (String place : places) {
          if (slice.ports().isEmpty()) {
            found.add(place + " " + slice.family() + "  none " + conditions(e));
          }
          for (Slice.Port port : slice.ports()) {
            found.add(
                place
                    + " "
                    + slice.family()
                    + " "
                    + port.name()
                    + " "
                    + (port.number() == null ? "none" : port.number() + " " + port.protocol())
                    + " "
                    + conditions(e));
          }
        }
      }
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  private static String conditions(Endpoint e) {
    return ""
        + e.ready()
        + e.serving()
        + e.terminating()
        + " "
        + (e.hostname() == null ? "" : e.hostname());
  }

  /** Counts and groups of disagreement. */
  private static final class Score {
    private int services;
    private int endpointsEqual;
    private int queries;
    private int dnsEqual;
    private final Map<String, List<String>> groups = new LinkedHashMap<>();

    void differ(String group, String where) {
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(where);
    }

    double percentDns() {
      return 100.0 * dnsEqual / queries;
    }

    void print(String what) {
      List<Map.Entry<String, List<String>>> largest = new ArrayList<>(groups.entrySet());
      largest.sort((a, b) -> b.getValue().size() - a.getValue().size());
      for (Map.Entry<String, List<String>> group :
          largest.subList(0, Math.min(25, largest.size()))) {
        System.out.println(
            group.getValue().size()
                + " "
                + group.getKey()
                + "   e.g. "
                + group.getValue().subList(0, Math.min(3, group.getValue().size())));
      }
      System.out.println(
          what
              + ": endpoints equal for "
              + endpointsEqual
              + " of "
              + services
              + " Services; DNS answers equal for "
              + dnsEqual
              + " of "
              + queries
              + " queries");
    }
  }
}
