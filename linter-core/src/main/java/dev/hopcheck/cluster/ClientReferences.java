package dev.hopcheck.cluster;

import dev.hopcheck.resource.ConfigMap;
import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.EnvVar;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.PodSpec;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the hosts that pods are told to connect to: in the values of their variables, commands and
 * arguments, and in the ConfigMaps and Secrets that they really use (routing 19.1).
 */
public final class ClientReferences {
  private final Cluster cluster;
  private final HostFinder finder;
  private final List<ClientReference> found = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private ClientReferences(Cluster cluster) {
    this.cluster = cluster;
    this.finder = new HostFinder(cluster);
  }

  /** All references of a unit, in order of the pods and their containers. */
  public static List<ClientReference> of(Cluster cluster) {
    ClientReferences references = new ClientReferences(cluster);
    for (PodSet set : cluster.podSets()) {
      references.of(set);
    }
    return List.copyOf(references.found);
  }

  private void of(PodSet set) {
    for (Container container : set.spec().containers()) {
      of(set, container);
    }
    for (PodSpec.Volume volume : set.spec().volumes()) {
      if (volume.secret()) {
        Secret secret = cluster.secret(set.namespace(), volume.name().value());
        if (secret != null) {
          files(set, secret, secret.stringData().pairs());
        }
      } else {
        ConfigMap map = cluster.configMap(set.namespace(), volume.name().value());
        if (map != null) {
          files(set, map, map.data().pairs());
        }
      }
    }
  }

  private void of(PodSet set, Container container) {
    boolean silent = container.env().isEmpty() && container.envFrom().isEmpty();
    if (silent && container.command().isEmpty() && container.args().isEmpty()) {
      return;
    }
    List<Variable> variables = new ArrayList<>();
    for (Container.EnvSource source : container.envFrom()) {
      whole(set, source, variables);
    }
    for (EnvVar variable : container.env()) {
      Variable value = value(set, variable);
      if (value != null) {
        variables.add(value);
      }
    }
    for (Variable variable : variables) {
      if (finder.mayName(variable.name(), variable.text())) {
        variables(set, container, variables);
        break;
      }
    }
    for (Located<String> word : container.command()) {
      for (HostFinder.Host host : finder.inText(word)) {
        add(set, set.owner(), "the command" + of(container), host);
      }
    }
    for (Located<String> word : container.args()) {
      for (HostFinder.Host host : finder.inText(word)) {
        add(set, set.owner(), "an argument" + of(container), host);
      }
    }
  }

  private static String of(Container container) {
    return " of container `" + container.name().value() + "`";
  }

  /** Of variables of one name the last one counts. */
  private void variables(PodSet set, Container container, List<Variable> ordered) {
    Map<String, Variable> variables = new HashMap<>();
    for (Variable variable : ordered) {
      variables.put(variable.name(), variable);
    }
    for (Variable variable : ordered) {
      if (variables.get(variable.name()) == variable) {
        Located<String> port = port(variable, variables);
        for (HostFinder.Host host : finder.inVariable(variable.name(), variable.text(), port)) {
          String where = "variable `" + variable.name() + "`" + of(container);
          add(set, variable.holder(), where, host);
        }
      }
    }
  }

  /** A variable with the text that it gets, wherever that is written. */
  private record Variable(String name, Located<String> text, Resource holder) {}

  private @Nullable Variable value(PodSet set, EnvVar variable) {
    String name = variable.name().value();
    if (variable.source() instanceof EnvVar.Literal literal) {
      return new Variable(name, literal.value(), set.owner());
    }
    if (!(variable.source() instanceof EnvVar.KeyRef ref)) {
      return null;
    }
    if (ref.secret()) {
      Secret secret = cluster.secret(set.namespace(), ref.name().value());
      Located<String> text = secret == null ? null : secret.stringData().get(ref.key().value());
      return secret == null || text == null ? null : new Variable(name, text, secret);
    }
    ConfigMap map = cluster.configMap(set.namespace(), ref.name().value());
    Located<String> text = map == null ? null : map.data().get(ref.key().value());
    return map == null || text == null ? null : new Variable(name, text, map);
  }

  private void whole(PodSet set, Container.EnvSource source, List<Variable> variables) {
    Resource holder = null;
    List<Labels.Pair> pairs = List.of();
    if (source.secret()) {
      Secret secret = cluster.secret(set.namespace(), source.name().value());
      if (secret != null) {
        holder = secret;
        pairs = secret.stringData().pairs();
      }
    } else {
      ConfigMap map = cluster.configMap(set.namespace(), source.name().value());
      if (map != null) {
        holder = map;
        pairs = map.data().pairs();
      }
    }
    if (holder == null) {
      return;
    }
    for (Labels.Pair pair : pairs) {
      variables.add(new Variable(source.prefix() + pair.key(), pair.value(), holder));
    }
  }

  /** {@code DB_PORT} beside {@code DB_HOST}; null where there is none. */
  private static @Nullable Located<String> port(
      Variable variable, Map<String, Variable> variables) {
    String name = variable.name();
    int cut = name.lastIndexOf('_');
    if (cut <= 0) {
      return null;
    }
    Variable port = variables.get(name.substring(0, cut) + "_PORT");
    return port == null ? null : port.text();
  }

  private void files(PodSet set, Resource holder, List<Labels.Pair> pairs) {
    for (Labels.Pair pair : pairs) {
      String where =
          "key `" + pair.key() + "` of " + holder.head().kind() + " `" + holder.name() + "`";
      for (HostFinder.Host host : finder.inText(pair.value())) {
        add(set, holder, where, host);
      }
    }
  }

  private void add(PodSet set, Resource holder, String where, HostFinder.Host host) {
    String key =
        System.identityHashCode(set)
            + " "
            + host.at().span().start()
            + " "
            + host.at().file().name();
    if (seen.add(key)) {
      found.add(
          new ClientReference(
              set,
              holder,
              where,
              host.strength(),
              host.scheme(),
              host.host(),
              host.port(),
              host.portAt() != null,
              host.at(),
              host.portAt()));
    }
  }
}
