package dev.hopcheck.config;

import dev.hopcheck.network.ClusterFacts;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.value.Cidr;
import dev.hopcheck.value.DnsName;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import dev.hopcheck.value.Parsed;
import dev.hopcheck.value.PortRange;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What manifests do not say of the cluster, as the user writes it down; every field is optional.
 */
public final class ClusterFile {
  private static final Set<String> KEYS = new LinkedHashSet<>();

  static {
    for (String key :
        new String[] {
          "domain",
          "ipFamilies",
          "serviceCidr",
          "nodePortRange",
          "proxyMode",
          "nodes",
          "placement",
          "listening",
          "publicNames"
        }) {
      KEYS.add(key);
    }
  }

  private ClusterFile() {}

  /** Reads YAML or JSON; fields that are not given keep their default. */
  public static ClusterFacts read(SourceFile file) throws SettingsException {
    return read(Settings.read(file));
  }

  static ClusterFacts read(Settings settings) throws SettingsException {
    settings.only(KEYS);
    ClusterFacts facts = ClusterFacts.DEFAULTS;
    String domain = facts.domain();
    List<IpFamily> families = facts.ipFamilies();
    Cidr cidr = null;
    PortRange range = facts.nodePorts();
    ClusterFacts.ProxyMode mode = facts.proxyMode();
    List<ClusterFacts.NodeFact> nodes = List.of();
    Map<String, String> placement = Map.of();
    ClusterFacts.Listening listening = facts.listening();
    List<String> names = null;
    for (YamlEntry entry : settings.entries()) {
      YamlNode value = entry.value();
      if (value.isNull()) {
        continue;
      }
      switch (entry.key()) {
        case "domain" -> domain = domain(value);
        case "ipFamilies" -> families = families(value);
        case "serviceCidr" -> cidr = cidr(value);
        case "nodePortRange" -> range = range(value);
        case "proxyMode" -> mode = mode(value);
        case "nodes" -> nodes = nodes(value);
        case "placement" -> placement = map(value);
        case "listening" -> listening = listening(value);
        case "publicNames" -> names = Settings.texts(value);
        default -> throw new IllegalStateException(entry.key());
      }
    }
    return new ClusterFacts(
        domain, families, cidr, range, mode, nodes, placement, listening, names);
  }

  /**
   * Reads {@code IPv4}, {@code IPv6} or both, separated by a comma; null where the text is none.
   */
  public static @Nullable List<IpFamily> families(String text) {
    List<IpFamily> families = new ArrayList<>(2);
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      IpFamily family = IpFamily.parse(text.substring(start, end).trim()).orElse(null);
      if (family == null || families.contains(family)) {
        return null;
      }
      families.add(family);
      start = end + 1;
    }
    return families;
  }

  private static String domain(YamlNode value) throws SettingsException {
    String text = Settings.text(value);
    String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (DnsName.parse(bare).isEmpty()) {
      throw Settings.wrong(value, "`" + text + "` is no domain");
    }
    return bare;
  }

  private static List<IpFamily> families(YamlNode value) throws SettingsException {
    List<IpFamily> families = families(String.join(",", Settings.texts(value)));
    if (families == null) {
      throw Settings.wrong(value, "families are `IPv4` and `IPv6`, the primary one first");
    }
    return families;
  }

  private static Cidr cidr(YamlNode value) throws SettingsException {
    Cidr cidr = Cidr.parse(Settings.text(value)).orElse(null);
    if (cidr == null) {
      throw Settings.wrong(value, "a range such as `10.96.0.0/12` is expected here");
    }
    return cidr;
  }

  private static PortRange range(YamlNode value) throws SettingsException {
    Parsed<PortRange> range = PortRange.parse(Settings.text(value));
    if (!range.isOk()) {
      throw Settings.wrong(value, "a range such as `30000-32767` is expected here");
    }
    return range.get();
  }

  private static ClusterFacts.ProxyMode mode(YamlNode value) throws SettingsException {
    return switch (Settings.text(value)) {
      case "iptables" -> ClusterFacts.ProxyMode.IPTABLES;
      case "nftables" -> ClusterFacts.ProxyMode.NFTABLES;
      default -> throw Settings.wrong(value, "proxy modes are `iptables` and `nftables`");
    };
  }

  private static ClusterFacts.Listening listening(YamlNode value) throws SettingsException {
    return switch (Settings.text(value)) {
      case "assumed" -> ClusterFacts.Listening.ASSUMED;
      case "declared" -> ClusterFacts.Listening.DECLARED;
      default -> throw Settings.wrong(value, "possible are `assumed` and `declared`");
    };
  }

  private static List<ClusterFacts.NodeFact> nodes(YamlNode list) throws SettingsException {
    if (!list.isSequence()) {
      throw Settings.wrong(list, "a list of nodes is expected here");
    }
    List<ClusterFacts.NodeFact> nodes = new ArrayList<>();
    for (YamlNode item : list.items()) {
      nodes.add(node(item));
    }
    return nodes;
  }

  private static ClusterFacts.NodeFact node(YamlNode item) throws SettingsException {
    Settings settings = Settings.of(item);
    settings.only(Set.of("name", "address", "labels"));
    YamlNode name = item.get("name");
    if (name == null) {
      throw Settings.wrong(item, "a node needs a `name`");
    }
    List<IpAddress> addresses = new ArrayList<>(2);
    YamlNode address = item.get("address");
    if (address != null && !address.isNull()) {
      List<String> texts =
          address.isSequence() ? Settings.texts(address) : List.of(Settings.text(address));
      for (String text : texts) {
        IpAddress ip = IpAddress.parse(text).orElse(null);
        if (ip == null) {
          throw Settings.wrong(address, "`" + text + "` is no IP address");
        }
        addresses.add(ip);
      }
    }
    YamlNode labels = item.get("labels");
    return new ClusterFacts.NodeFact(
        Settings.text(name), addresses, labels == null || labels.isNull() ? Map.of() : map(labels));
  }

  private static Map<String, String> map(YamlNode node) throws SettingsException {
    Map<String, String> map = new LinkedHashMap<>();
    for (YamlEntry entry : Settings.of(node).entries()) {
      map.put(entry.key(), Settings.text(entry.value()));
    }
    return map;
  }
}
