package dev.hopcheck.engine;

import dev.hopcheck.network.Client;
import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkNode;
import dev.hopcheck.network.NetworkPod;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.trace.Flow;
import dev.hopcheck.trace.Target;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlLimits;
import dev.hopcheck.yaml.YamlNode;
import dev.hopcheck.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Flows to follow, one JSON object a line: {@code {"from": {"kind": "pod", "namespace": "shop",
 * "name": "web-0"}, "to": "api:80", "protocol": "TCP"}}.
 */
public final class FlowLines {
  private FlowLines() {}

  /** The namespaces of the askers, in order and each once; a node or the outside has none. */
  public static List<String> namespaces(List<Line> lines) {
    List<String> namespaces = new ArrayList<>();
    for (Line line : lines) {
      if (!line.namespace().isEmpty() && !namespaces.contains(line.namespace())) {
        namespaces.add(line.namespace());
      }
    }
    return namespaces;
  }

  /**
   * One line, not yet looked up in a network.
   *
   * @param kind {@code pod}, {@code node} or {@code outside}
   * @param namespace of a pod; else empty
   * @param name of a pod or node, or the node that packets from outside come through; may be empty
   */
  public record Line(
      int number, String kind, String namespace, String name, String to, String protocol) {
    /** The flow in a network. */
    public Flow in(Network network) throws UsageException {
      Target target = Target.parse(to);
      if (target == null) {
        throw new UsageException(
            "line " + number + ": `" + to + "` is no target; write a name or address with a port");
      }
      return new Flow(client(network), to, target, protocol);
    }

    private Client client(Network network) throws UsageException {
      return switch (kind) {
        case "pod" -> {
          NetworkPod pod = network.pods().get(namespace + "/" + name);
          if (pod == null) {
            throw new UsageException(
                "line " + number + ": there is no pod `" + namespace + "/" + name + "`");
          }
          yield new Client.InPod(pod);
        }
        case "node" -> new Client.OnNode(node(network));
        case "outside" -> new Client.Outside(name.isEmpty() ? null : node(network));
        default ->
            throw new UsageException(
                "line " + number + ": kinds are `pod`, `node` and `outside`, not `" + kind + "`");
      };
    }

    private NetworkNode node(Network network) throws UsageException {
      NetworkNode node = network.node(name);
      if (node == null) {
        throw new UsageException("line " + number + ": there is no node `" + name + "`");
      }
      return node;
    }
  }

  /**
   * Reads all lines; empty ones are skipped.
   *
   * @param longest bytes of UTF-8 of one line
   */
  public static List<Line> read(SourceFile file, int longest) throws UsageException {
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i <= file.lines(); i++) {
      int end = i < file.lines() ? file.lineStart(i + 1) : file.length();
      if (end - file.lineStart(i) > longest) {
        throw new UsageException(
            file.name() + ":" + i + ": longer than " + longest + " bytes (limit `query-size`)");
      }
      String text = file.line(i);
      if (!text.isBlank()) {
        lines.add(line(file.name(), i, text));
      }
    }
    return lines;
  }

  private static Line line(String file, int number, String text) throws UsageException {
    List<YamlDocument> documents =
        YamlReader.read(SourceFile.of(file, text), YamlLimits.DEFAULT).documents();
    YamlNode root = documents.size() == 1 ? documents.get(0).root() : null;
    YamlNode from = root == null ? null : root.get("from");
    if (root == null || from == null || text(root, "to").isEmpty()) {
      throw new UsageException(
          file + ":" + number + ": a flow has `from` and `to`, as one JSON object on the line");
    }
    String kind = text(from, "kind");
    String protocol = text(root, "protocol");
    return new Line(
        number,
        kind,
        text(from, "namespace"),
        text(from, kind.equals("outside") ? "via" : "name"),
        text(root, "to"),
        protocol.isEmpty() ? "TCP" : protocol);
  }

  private static String text(YamlNode mapping, String key) {
    @Nullable YamlNode value = mapping.get(key);
    return value == null || !value.isScalar() ? "" : value.scalar().text();
  }
}
