package dev.hopcheck.trace;

import dev.hopcheck.value.ClientTarget;
import org.jspecify.annotations.Nullable;

/** Whom a flow is meant for, as a client writes it or as a question about the cluster puts it. */
public sealed interface Target {
  /** A name or address. */
  record Host(String host, int port) implements Target {}

  /** The address of a pod. */
  record OfPod(String namespace, String name, int port) implements Target {}

  /** The address of a node; an empty name means any. */
  record OfNode(String name, int port) implements Target {}

  /** The cluster IP of a Service. */
  record OfService(String namespace, String name, int port) implements Target {}

  /** The address of a Service's load balancer. */
  record OfLoadBalancer(String namespace, String name, int port) implements Target {}

  /** The port. */
  int port();

  /**
   * Reads {@code name:port}, {@code address:port}, a URL, {@code pod(ns/name):port}, {@code
   * node(name):port}, {@code clusterIP(ns/name):port} or {@code loadBalancer(ns/name):port}. Null
   * where the text is none of these or gives no port.
   */
  static @Nullable Target parse(String text) {
    int close = text.indexOf("):");
    int open = text.indexOf('(');
    if (close > open && open > 0) {
      return special(
          text.substring(0, open),
          text.substring(open + 1, close),
          port(text.substring(close + 2)));
    }
    int colon = text.lastIndexOf(':');
    if (!text.contains("://") && colon > 0) {
      int port = port(text.substring(colon + 1));
      if (port > 0) {
        String host = text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return new Host(bracketed ? host.substring(1, host.length() - 1) : host, port);
      }
    }
    ClientTarget found = ClientTarget.parse(text).orElse(null);
    if (found == null || found.effectivePort().isEmpty()) {
      return null;
    }
    return new Host(found.host(), found.effectivePort().getAsInt());
  }

  private static @Nullable Target special(String form, String inside, int port) {
    if (port <= 0) {
      return null;
    }
    if (form.equals("node")) {
      return new OfNode(inside, port);
    }
    int slash = inside.indexOf('/');
    if (slash <= 0) {
      return null;
    }
    String namespace = inside.substring(0, slash);
    String name = inside.substring(slash + 1);
    return switch (form) {
      case "pod" -> new OfPod(namespace, name, port);
      case "clusterIP" -> new OfService(namespace, name, port);
      case "loadBalancer" -> new OfLoadBalancer(namespace, name, port);
      default -> null;
    };
  }

  private static int port(String text) {
    if (text.isEmpty() || text.length() > 5) {
      return -1;
    }
    int port = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      port = port * 10 + (c - '0');
    }
    return port > 65535 ? -1 : port;
  }
}
