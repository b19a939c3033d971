package dev.hopcheck.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a name below the cluster domain, as CoreDNS takes it apart (DNS-13, DNS-14). Parts
 * that the name does not have are empty.
 */
record DnsQuestion(
    Shape shape, String namespace, String service, String endpoint, String port, String protocol) {
  enum Shape {
    /** The domain itself, {@code svc} and {@code pod} below it: they exist without records. */
    APEX,
    SERVICE,
    POD,
    /** Neither; such names do not exist. */
    INVALID
  }

  private static final DnsQuestion APEX = bare(Shape.APEX);
  private static final DnsQuestion INVALID = bare(Shape.INVALID);

  private static DnsQuestion bare(Shape shape) {
    return new DnsQuestion(shape, "", "", "", "", "");
  }

  /** Takes a lower-case name apart; null where it is not below the domain. */
  static @Nullable DnsQuestion of(String name, String domain) {
    if (name.equals(domain)) {
      return APEX;
    }
    if (!name.endsWith("." + domain)) {
      return null;
    }
    List<String> labels = split(name.substring(0, name.length() - domain.length() - 1));
    int last = labels.size() - 1;
    String kind = labels.get(last);
    boolean pod = kind.equals("pod");
    if (!pod && !kind.equals("svc")) {
      return INVALID;
    }
    if (last == 0) {
      return APEX;
    }
    Shape shape = pod ? Shape.POD : Shape.SERVICE;
    String namespace = labels.get(last - 1);
    String service = last >= 2 ? labels.get(last - 2) : "";
    return switch (last) {
      case 1, 2 -> new DnsQuestion(shape, namespace, service, "", "", "");
      case 3 -> new DnsQuestion(shape, namespace, service, labels.get(0), "", "");
      case 4 ->
          new DnsQuestion(
              shape,
              namespace,
              service,
              "",
              withoutUnderscore(labels.get(0)),
              withoutUnderscore(labels.get(1)));
      default -> INVALID;
    };
  }

  static String lower(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** Whether a port of that name and protocol is asked for; parts that are not given fit all. */
  boolean asksFor(String portName, String portProtocol) {
    return (port.isEmpty() || port.equals(portName.toLowerCase(Locale.ROOT)))
        && (protocol.isEmpty() || protocol.equals(portProtocol.toLowerCase(Locale.ROOT)));
  }

  private static String withoutUnderscore(String label) {
    return label.startsWith("_") ? label.substring(1) : label;
  }

  private static List<String> split(String name) {
    List<String> labels = new ArrayList<>(5);
    int start = 0;
    while (true) {
      int dot = name.indexOf('.', start);
      if (dot < 0) {
        labels.add(name.substring(start));
        return labels;
      }
      labels.add(name.substring(start, dot));
      start = dot + 1;
    }
  }
}
