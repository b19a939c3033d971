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
    Located<String> name = Read.string(container.get("name"), "");
    return new Container(
        role,
        container.path(),
        name.written() ? name.at() : container.location(),
        name,
        Read.text(container.get("image")),
        ports(container.get("ports")),
        env(container.get("env")),
        envFrom(container.get("envFrom")),
        Read.strings(container.get("command")),
        Read.strings(container.get("args")),
        probe(container.get("livenessProbe"), Probe.Kind.LIVENESS),
        probe(container.get("readinessProbe"), Probe.Kind.READINESS),
        probe(container.get("startupProbe"), Probe.Kind.STARTUP));
  }

  private static List<Container.ContainerPort> ports(Field list) {
    List<Field> items = list.items();
    List<Container.ContainerPort> ports = new ArrayList<>(items.size());
    for (Field item : items) {
      Located<Integer> number = Read.number(item.get("containerPort"));
      if (number == null) {
        continue;
      }
      ports.add(
          new Container.ContainerPort(
              item.path(),
              item.location(),
              Read.text(item.get("name")),
              number,
              Read.string(item.get("protocol"), "TCP"),
              Read.nonZero(item.get("hostPort")),
              Read.text(item.get("hostIP"))));
    }
    return ports;
  }

  private static List<EnvVar> env(Field list) {
    List<Field> items = list.items();
    List<EnvVar> variables = new ArrayList<>(items.size());
    for (Field item : items) {
      EnvVar variable = new EnvVar(Read.string(item.get("name"), ""), source(item));
      YamlNode node = item.node();
      if (node != null && SecretName.is(variable.name().value())) {
        node.document().file().keepSecret(node.span());
      }
      variables.add(variable);
    }
    return variables;
  }

  private static EnvVar.Source source(Field item) {
    Field from = item.get("valueFrom");
    if (!from.written()) {
      return new EnvVar.Literal(Read.string(item.get("value"), ""));
    }
    Field configMap = from.get("configMapKeyRef");
    if (configMap.written()) {
      return keyRef(configMap, false);
    }
    Field secret = from.get("secretKeyRef");
    if (secret.written()) {
      return keyRef(secret, true);
    }
    Located<String> path = Read.text(from.get("fieldRef", "fieldPath"));
    return path == null ? new EnvVar.Other() : new EnvVar.FieldRef(path);
  }

  private static EnvVar.KeyRef keyRef(Field ref, boolean secret) {
    return new EnvVar.KeyRef(
        secret,
        Read.string(ref.get("name"), ""),
        Read.string(ref.get("key"), ""),
        ref.get("optional").flag());
  }

  private static List<Container.EnvSource> envFrom(Field list) {
    List<Container.EnvSource> sources = new ArrayList<>();
    for (Field item : list.items()) {
      String prefix = item.get("prefix").text();
      for (boolean secret : new boolean[] {false, true}) {
        Field ref = item.get(secret ? "secretRef" : "configMapRef");
        if (ref.written()) {
          sources.add(
              new Container.EnvSource(
                  secret, Read.string(ref.get("name"), ""), ref.get("optional").flag(), prefix));
        }
      }
    }
    return sources;
  }

  private static @Nullable Probe probe(Field probe, Probe.Kind kind) {
    if (!probe.written()) {
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
    Located<String> scheme = Read.string(action.get("scheme"), "HTTP");
    return new Probe(
        kind,
        probe.path(),
        probe.location(),
        handler,
        Read.portRef(action.get("port")),
        Read.text(action.get("host")),
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
