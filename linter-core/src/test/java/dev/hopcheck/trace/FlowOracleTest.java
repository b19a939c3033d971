package dev.hopcheck.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.network.Client;
import dev.hopcheck.network.ClusterFacts;
import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkPod;
import dev.hopcheck.network.UnitOfTexts;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import dev.hopcheck.value.PortRange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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

/** Holds how far the fate of flows agrees with what real packets did. */
class FlowOracleTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the recorded cluster's public DNS held. */
  private static final List<String> PUBLIC =
      List.of(
          "www.example.com",
          "db.example.com",
          "api.partner.example.org",
          "smtp.mail.example.net",
          "mysql.vendor.example.com",
          "ws.carrier.example.net",
          "time.campus.example.org");

  @Test
  void agreesWithPacketsOfIptables() {
    Score score = new Score();
    for (JsonNode row : rows("flows.jsonl.gz")) {
      scenario(row, row, score);
    }
    score.print("iptables");
    assertThat(score.flows).isGreaterThan(4000);
    score.holds(99.0, 99.9);
  }

  @Test
  void agreesWithPacketsOfNftables() {
    Map<String, JsonNode> whole = new HashMap<>();
    for (JsonNode row : rows("flows.jsonl.gz")) {
      whole.put(row.get("id").asString(), row);
    }
    Score score = new Score();
    for (JsonNode row : rows("flows-nftables.jsonl.gz")) {
      scenario(whole.get(row.get("id").asString()), row, score);
    }
    score.print("nftables");
    assertThat(score.flows).isGreaterThan(350);
    score.holds(99.0, 99.9);
  }

  private static List<JsonNode> rows(String file) {
    Path path = Path.of(System.getProperty("hopcheck.shared", ""), "oracle", file);
    Assumptions.assumeTrue(Files.exists(path), "the record is not here");
    List<JsonNode> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(JSON.readTree(line));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return rows;
  }

  private static void scenario(JsonNode scenario, JsonNode asked, Score score) {
    Map<String, String> files = new TreeMap<>();
    for (Map.Entry<String, JsonNode> file : scenario.get("files").properties()) {
      files.put(file.getKey(), file.getValue().asString());
    }
    List<ClusterFacts.NodeFact> nodes = new ArrayList<>();
    for (JsonNode node : scenario.get("nodes")) {
      Map<String, String> labels = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> label : node.get("labels").properties()) {
        labels.put(label.getKey(), label.getValue().asString());
      }
      nodes.add(
          new ClusterFacts.NodeFact(
              node.get("name").asString(),
              List.of(IpAddress.parse(node.get("address").asString()).orElseThrow()),
              labels));
    }
    Map<String, String> placement = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> place : scenario.get("placement").properties()) {
      placement.put(place.getKey(), place.getValue().asString());
    }
    boolean nftables = "nftables".equals(asked.path("proxy").asString("iptables"));
    ClusterFacts facts =
        new ClusterFacts(
            "cluster.local",
            List.of(IpFamily.IPV4),
            null,
            PortRange.NODE_PORTS,
            nftables ? ClusterFacts.ProxyMode.NFTABLES : ClusterFacts.ProxyMode.IPTABLES,
            nodes,
            placement,
            ClusterFacts.Listening.DECLARED,
            PUBLIC);
    Network network = Network.of(UnitOfTexts.cluster(files), facts);
    FlowTracer tracer = new FlowTracer(network);
    for (JsonNode flow : asked.get("flows")) {
      score.flows++;
      String id =
          scenario.get("id").asString()
              + ":"
              + flow.get("from").get("kind").asString()
              + " "
              + flow.get("from").path("name").asString("")
              + "->"
              + flow.get("to").asString()
              + "/"
              + flow.get("protocol").asString();
      Client client = client(network, flow.get("from"));
      Target target = Target.parse(flow.get("to").asString());
      if (client == null || target == null) {
        score.differ(client == null ? "no such client" : "no such target", id);
        continue;
      }
      compare(
          tracer.trace(
              new Flow(client, flow.get("to").asString(), target, flow.get("protocol").asString())),
          flow,
          id,
          score);
    }
  }

  private static void compare(TracedFlow mine, JsonNode want, String id, Score score) {
    Set<String> reached = new HashSet<>();
    for (JsonNode who : want.get("reached")) {
      reached.add(who.asString());
    }
    Set<String> have = new HashSet<>(mine.reached());
    boolean fits =
        want.path("sticky").asBoolean(false) ? have.containsAll(reached) : have.equals(reached);
    String outcome = want.get("outcome").asString();
    if (mine.fate().word().equals(outcome) && fits) {
      score.fates++;
    } else {
      score.differ(
          mine.fate() == Fate.UNKNOWN
              ? "unknown: " + mine.unknown()
              : mine.fate().word()
                  + " by us, really "
                  + outcome
                  + " "
                  + mine.traces().get(0).disposition(),
          id);
    }
    String resolution = want.get("resolution").asString();
    if (mine.resolution().status().word().equals(resolution)
        && (!resolution.equals("ok")
            || mine.resolution().name().equals(want.path("resolvedName").asString("")))) {
      score.resolutions++;
    } else {
      score.differ(
          "resolution "
              + mine.resolution().status().word()
              + " "
              + mine.resolution().name()
              + " by us, really "
              + resolution,
          id);
    }
  }

  private static Client client(Network network, JsonNode from) {
    return switch (from.get("kind").asString()) {
      case "pod" -> {
        NetworkPod pod =
            network
                .pods()
                .get(from.get("namespace").asString() + "/" + from.get("name").asString());
        yield pod == null ? null : new Client.InPod(pod);
      }
      case "node" -> new Client.OnNode(network.node(from.get("name").asString()));
      default ->
          new Client.Outside(from.has("via") ? network.node(from.get("via").asString()) : null);
    };
  }

  /** Counts and groups of disagreement. */
  private static final class Score {
    private int flows;
    private int fates;
    private int resolutions;
    private final Map<String, List<String>> groups = new LinkedHashMap<>();

    void differ(String group, String where) {
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(where);
    }

    void holds(double fateFloor, double resolutionFloor) {
      assertThat(100.0 * fates / flows).as("fates").isGreaterThanOrEqualTo(fateFloor);
      assertThat(100.0 * resolutions / flows)
          .as("resolutions")
          .isGreaterThanOrEqualTo(resolutionFloor);
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
              + ": fate equal for "
              + fates
              + ", resolution for "
              + resolutions
              + " of "
              + flows
              + " flows");
    }
  }
}
