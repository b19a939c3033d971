package dev.hopcheck.cluster;

import dev.hopcheck.cluster.PatchValue.Step;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Ingress.HttpPath;
import dev.hopcheck.resource.Ingress.Rule;
import dev.hopcheck.resource.Ingress.Tls;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An operation on an Ingress. */
final class IngressOperation {
  private final PatchOperation operation;
  private final Ingress base;
  private final List<String> path;

  IngressOperation(PatchOperation operation, Ingress base) {
    this.operation = operation;
    this.base = base;
    path = operation.path();
  }

  @Nullable Resource apply() {
    if (!operation.at("spec") || path.size() < 2) {
      return null;
    }
    switch (path.get(1)) {
      case "rules" -> {
        List<Rule> rules = path.size() > 3 ? rule() : operation.list(base.rules(), 2, this::rules);
        return rules == null ? null : with(rules, base.tls());
      }
      case "tls" -> {
        List<Tls> tls = path.size() > 3 ? tls() : operation.list(base.tls(), 2, this::tls);
        return tls == null ? null : with(base.rules(), tls);
      }
      case "ingressClassName" -> {
        Ingress change = path.size() == 2 ? in(PatchOperation.steps(path)) : null;
        return change == null
            ? null
            : new Ingress(
                base.head(), change.className(), base.defaultBackend(), base.rules(), base.tls());
      }
      case "defaultBackend" -> {
        Ingress change = path.size() == 2 ? in(PatchOperation.steps(path)) : null;
        return change == null
            ? null
            : new Ingress(
                base.head(), base.className(), change.defaultBackend(), base.rules(), base.tls());
      }
      default -> {
        return null;
      }
    }
  }

  private Ingress with(List<Rule> rules, List<Tls> tls) {
    return new Ingress(base.head(), base.className(), base.defaultBackend(), rules, tls);
  }

  private @Nullable Ingress in(List<Step> steps) {
    return (Ingress) operation.change(base, steps);
  }

  /** Keys as they are, an item for each number. */
  private static List<Step> itemized(List<String> keys) {
    List<Step> steps = new ArrayList<>();
    for (String key : keys) {
      boolean number = key.equals("-") || PatchOperation.index(key, Integer.MAX_VALUE) >= 0;
      steps.add(number ? Step.item() : Step.key(key));
    }
    return steps;
  }

  private @Nullable List<Rule> rules(boolean whole) {
    Ingress change = in(itemized(path.subList(0, whole ? 2 : 3)));
    return change == null ? null : change.rules();
  }

  private @Nullable List<Tls> tls(boolean whole) {
    Ingress change = in(itemized(path.subList(0, whole ? 2 : 3)));
    return change == null ? null : change.tls();
  }

  private @Nullable List<Rule> rule() {
    int index = PatchOperation.index(path.get(2), base.rules().size());
    if (index < 0) {
      return null;
    }
    Rule old = base.rules().get(index);
    Rule changed = null;
    if (path.get(3).equals("host") && path.size() == 4) {
      Located<String> host = operation.removes() ? null : given(Rule::host);
      changed =
          operation.removes() || host != null ? new Rule(old.place(), host, old.paths()) : null;
    } else if (operation.at("spec", "rules", path.get(2), "http", "paths")) {
      List<HttpPath> paths =
          path.size() > 6 ? path(old) : operation.list(old.paths(), 5, whole -> given(Rule::paths));
      changed = paths == null ? null : new Rule(old.place(), old.host(), paths);
    }
    if (changed == null) {
      return null;
    }
    List<Rule> rules = new ArrayList<>(base.rules());
    rules.set(index, changed);
    return rules;
  }

  private <T> @Nullable T given(Function<Rule, @Nullable T> of) {
    Ingress change = in(itemized(path));
    return change == null || change.rules().size() != 1 ? null : of.apply(change.rules().get(0));
  }

  private @Nullable List<HttpPath> path(Rule rule) {
    int index = PatchOperation.index(path.get(5), rule.paths().size());
    List<HttpPath> given =
        operation.at(
                    "spec",
                    "rules",
                    path.get(2),
                    "http",
                    "paths",
                    path.get(5),
                    "backend",
                    "service")
                && path.size() > 8
                && path.get(8).equals("port")
            ? port()
            : given(Rule::paths);
    if (index < 0 || given == null || given.size() != 1) {
      return null;
    }
    HttpPath old = rule.paths().get(index);
    HttpPath other = given.get(0);
    HttpPath changed =
        switch (path.get(6)) {
          case "path" -> new HttpPath(old.place(), other.path(), old.pathType(), old.backend());
          case "pathType" -> new HttpPath(old.place(), old.path(), other.pathType(), old.backend());
          case "backend" -> backend(old, other);
          default -> null;
        };
    if (changed == null) {
      return null;
    }
    List<HttpPath> paths = new ArrayList<>(rule.paths());
    paths.set(index, changed);
    return paths;
  }

  /** A backend without a name cannot be read. */
  private @Nullable List<HttpPath> port() {
    List<Step> steps = itemized(path.subList(0, 8));
    steps.add(Step.beside("name", "any"));
    steps.addAll(itemized(path.subList(8, path.size())));
    Ingress change = in(steps);
    return change == null || change.rules().size() != 1 ? null : change.rules().get(0).paths();
  }

  private @Nullable HttpPath backend(HttpPath old, HttpPath other) {
    if (path.size() <= 8) {
      return new HttpPath(old.place(), old.path(), old.pathType(), other.backend());
    }
    if (!(old.backend() instanceof Ingress.ServiceBackend from)
        || !(other.backend() instanceof Ingress.ServiceBackend to)) {
      return null;
    }
    boolean name = path.get(8).equals("name");
    return new HttpPath(
        old.place(),
        old.path(),
        old.pathType(),
        new Ingress.ServiceBackend(
            from.place(), name ? to.name() : from.name(), name ? from.port() : to.port()));
  }

  private @Nullable List<Tls> tls() {
    int index = PatchOperation.index(path.get(2), base.tls().size());
    if (index < 0) {
      return null;
    }
    Tls old = base.tls().get(index);
    Tls changed = null;
    if (path.get(3).equals("hosts")) {
      List<Located<String>> hosts =
          operation.list(
              old.hosts(),
              4,
              whole -> {
                Tls given = givenTls();
                return given == null ? null : given.hosts();
              });
      changed = hosts == null ? null : new Tls(old.place(), hosts, old.secretName());
    } else if (path.get(3).equals("secretName") && path.size() == 4 && !operation.removes()) {
      Tls given = givenTls();
      changed = given == null ? null : new Tls(old.place(), old.hosts(), given.secretName());
    }
    if (changed == null) {
      return null;
    }
    List<Tls> all = new ArrayList<>(base.tls());
    all.set(index, changed);
    return all;
  }

  private @Nullable Tls givenTls() {
    Ingress change = in(itemized(path));
    return change == null || change.tls().size() != 1 ? null : change.tls().get(0);
  }
}
