package dev.hopcheck.resource;

import dev.hopcheck.admission.Field;
import dev.hopcheck.value.SecretName;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads containers. */
final class ContainerReader {
  private ContainerReader() {}

  static Container read(Field container, Container.Role role) {
    Located<String> name = Read.string(container, "name", "");
    return new Container(
        role,
        container,
        name,
        Read.text(container, "image"),
        ports(container),
        env(container),
        envFrom(container),
        Read.strings(container, "command"),
        Read.strings(container, "args"),
        probe(container, "livenessProbe", Probe.Kind.LIVENESS),
        probe(container, "readinessProbe", Probe.Kind.READINESS),
        probe(container, "startupProbe", Probe.Kind.STARTUP));
  }

  private static List<Container.ContainerPort> ports(Field container) {
    List<Field> items = container.items("ports");
    if (items.isEmpty()) {
      return List.of();
    }
    List<Container.ContainerPort> ports = new ArrayList<>(items.size());
    for (Field item : items) {
      Located<Integer> number = Read.number(item, "containerPort");
      if (number == null) {
        continue;
      }
      ports.add(
          new Container.ContainerPort(
              item,
              Read.text(item, "name"),
              number,
              Read.string(item, "protocol", "TCP"),
              Read.nonZero(item, "hostPort"),
              Read.text(item, "hostIP")));
    }
    return ports;
  }

  private static List<EnvVar> env(Field container) {
    List<Field> items = container.items("env");
    if (items.isEmpty()) {
      return List.of();
    }
    List<EnvVar> variables = new ArrayList<>(items.size());
    for (Field item : items) {
      EnvVar variable = new EnvVar(Read.string(item, "name", ""), source(item));
      YamlNode node = item.node();
      if (node != null && SecretName.is(variable.name().value())) {
        node.document().file().keepSecret(node.span());
      }
      variables.add(variable);
    }
    return variables;
  }

  private static EnvVar.Source source(Field item) {
    Field from = item.valued("valueFrom");
    if (from == null) {
      return new EnvVar.Literal(Read.string(item, "value", ""));
    }
    Field configMap = from.valued("configMapKeyRef");
    if (configMap != null) {
      return keyRef(configMap, false);
    }
    Field secret = from.valued("secretKeyRef");
    if (secret != null) {
      return keyRef(secret, true);
    }
    Located<String> path = Read.text(from.get("fieldRef"), "fieldPath");
    return path == null ? new EnvVar.Other() : new EnvVar.FieldRef(path);
  }

  private static EnvVar.KeyRef keyRef(Field ref, boolean secret) {
    return new EnvVar.KeyRef(
        secret,
        Read.string(ref, "name", ""),
        Read.string(ref, "key", ""),
        ref.get("optional").flag());
  }

  private static List<Container.EnvSource> envFrom(Field container) {
    List<Field> items = container.items("envFrom");
    if (items.isEmpty()) {
      return List.of();
    }
    List<Container.EnvSource> sources = new ArrayList<>(items.size());
    for (Field item : items) {
      String prefix = item.get("prefix").text();
      for (boolean secret : new boolean[] {false, true}) {
        Field ref = item.valued(secret ? "secretRef" : "configMapRef");
        if (ref != null) {
          sources.add(
              new Container.EnvSource(
                  secret, Read.string(ref, "name", ""), ref.get("optional").flag(), prefix));
        }
      }
    }
    return sources;
  }

  private static @Nullable Probe probe(Field container, String member, Probe.Kind kind) {
    Field probe = container.valued(member);
    if (probe == null) {
      return null;
    }
    Probe.Handler handler = handler(probe);
    Field action =
        switch (handler) {
          case HTTP_GET -> probe.get("httpGet");
          case TCP_SOCKET -> probe.get("tcpSocket");
          case GRPC -> probe.get("grpc");
          case EXEC, NONE -> probe.get("exec");
        };
    Located<String> scheme = Read.string(action, "scheme", "HTTP");
    return new Probe(
        kind,
        probe,
        handler,
        Read.portRef(action, "port"),
        Read.text(action, "host"),
        scheme.value());
  }

  private static Probe.Handler handler(Field probe) {
    if (probe.get("httpGet").written()) {
      return Probe.Handler.HTTP_GET;
    }
    if (probe.get("tcpSocket").written()) {
      return Probe.Handler.TCP_SOCKET;
    }
    if (probe.get("grpc").written()) {
      return Probe.Handler.GRPC;
    }
    return probe.get("exec").written() ? Probe.Handler.EXEC : Probe.Handler.NONE;
  }
}
