package dev.hopcheck.admission;

import java.util.ArrayList;
import java.util.List;

/** What several Service rules ask of a Service after defaulting. */
final class ServiceView {
  private static final String NONE = "None";
  private static final String[] ADDRESSES = {"ipFamilies", "ipFamilyPolicy"};

  private final Field spec;
  private final String type;
  private final List<Field> ports;
  private final List<Field> clusterIps;

  ServiceView(Field spec) {
    this.spec = spec;
    type = spec.text("type");
    ports = spec.items("ports");
    clusterIps = clusterIps(spec);
  }

  Field spec() {
    return spec;
  }

  String type() {
    return type;
  }

  boolean isType(String type) {
    return this.type.equals(type);
  }

  List<Field> ports() {
    return ports;
  }

  /** The addresses asked for: the list, or {@code clusterIP} where no list is written (DEF-02). */
  List<Field> clusterIps() {
    return clusterIps;
  }

  /** The first address asked for; empty where none is. */
  String clusterIp(int index) {
    return index < clusterIps.size() ? clusterIps.get(index).text() : "";
  }

  /** The path of an address, which the server counts in the list whatever is written. */
  static String clusterIpPath(int index) {
    return "spec.clusterIPs[" + index + "]";
  }

  boolean isHeadless() {
    return clusterIps.size() == 1 && clusterIp(0).equals(NONE);
  }

  /** Whether nothing is written of addresses and their families, so that the server chooses. */
  boolean isPlain() {
    return clusterIps.isEmpty() && !spec.hasAny(ADDRESSES);
  }

  /** Whether the load balancer asks each node if it has endpoints. */
  boolean needsHealthCheck() {
    return isType("LoadBalancer") && spec.text("externalTrafficPolicy").equals("Local");
  }

  /** The list of addresses as the server prints it. */
  String clusterIpsJson() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < clusterIps.size(); i++) {
      text.append(i == 0 ? "\"" : ",\"").append(clusterIp(i)).append('"');
    }
    return text.append(']').toString();
  }

  private static List<Field> clusterIps(Field spec) {
    List<Field> written = spec.items("clusterIPs");
    Field single = spec.get("clusterIP");
    if (!written.isEmpty() || single.text().isEmpty()) {
      return written;
    }
    List<Field> one = new ArrayList<>(1);
    one.add(single);
    return one;
  }
}
