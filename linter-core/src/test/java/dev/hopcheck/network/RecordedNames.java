package dev.hopcheck.network;

import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts simulated addresses in place of the names that the record has for them, and back. */
final class RecordedNames {
  private static final Pattern DASHED = Pattern.compile("<ip(6?)-dashed of ([^>]+)>");
  private static final Pattern REVERSE = Pattern.compile("<reverse of ([^>]+)>");
  private static final Pattern NODE = Pattern.compile("node6?\\([^)]*\\)");

  private final Map<String, String> address = new HashMap<>();
  private final Map<String, String> name = new HashMap<>();
  private final Map<String, String> dashed = new HashMap<>();

  RecordedNames(Network network) {
    for (NetworkPod pod : network.pods().values()) {
      for (IpAddress ip : pod.addresses()) {
        boolean six = ip.family() == IpFamily.IPV6;
        if (pod.hostNetwork()) {
          String node = pod.node() == null ? "" : pod.node().name();
          address.putIfAbsent((six ? "node6(" : "node(") + node + ")", ip.toString());
        } else {
          address.put(six ? "pod6(" + pod.id() + ")" : pod.id(), ip.toString());
        }
      }
    }
    for (NetworkNode node : network.nodes()) {
      for (IpAddress ip : node.addresses()) {
        address.put(
            (ip.family() == IpFamily.IPV6 ? "node6(" : "node(") + node.name() + ")", ip.toString());
      }
    }
    for (NetworkService service : network.services().values()) {
      for (IpAddress ip : service.clusterIps()) {
        address.put(
            (ip.family() == IpFamily.IPV6 ? "clusterIP6(" : "clusterIP(") + service.id() + ")",
            ip.toString());
      }
    }
    address.forEach((key, value) -> name.put(value, key));
    name.forEach(
        (ip, key) -> {
          String inner = key.startsWith("pod6(") ? key.substring(5, key.length() - 1) : key;
          String form = ip.contains(":") ? "<ip6-dashed of " : "<ip-dashed of ";
          dashed.put(dash(ip), form + inner + ">");
        });
  }

  /** The name to ask; null where a recorded name has no address here. */
  @Nullable String put(String recorded) {
    Matcher first = DASHED.matcher(recorded);
    StringBuilder text = new StringBuilder();
    while (first.find()) {
      String key = first.group(1).isEmpty() ? first.group(2) : "pod6(" + first.group(2) + ")";
      String found = address.get(key);
      if (found == null) {
        return null;
      }
      first.appendReplacement(text, Matcher.quoteReplacement(dash(found)));
    }
    first.appendTail(text);
    Matcher second = REVERSE.matcher(text.toString());
    StringBuilder whole = new StringBuilder();
    while (second.find()) {
      String found = address.get(second.group(1));
      if (found == null) {
        return null;
      }
      second.appendReplacement(
          whole,
          Matcher.quoteReplacement(
              IpAddress.parse(found).orElseThrow().reverseName().replaceAll("\\.$", "")));
    }
    second.appendTail(whole);
    return whole.toString();
  }

  /** The recorded form of an answer's data; any node is just {@code node}. */
  String take(String data) {
    String known = name.getOrDefault(data, data);
    int space = known.lastIndexOf(' ') + 1;
    int dot = known.indexOf('.', space);
    if (dot > 0 && dashed.containsKey(known.substring(space, dot))) {
      known =
          known.substring(0, space)
              + dashed.get(known.substring(space, dot))
              + known.substring(dot);
    }
    return loose(known);
  }

  static String loose(String data) {
    String plain = NODE.matcher(data).replaceAll("node");
    return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
  }

  private static String dash(String ip) {
    return ip.replace('.', '-').replace(':', '-');
  }
}
