package dev.hopcheck.engine;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.cluster.Selected;
import dev.hopcheck.network.Endpoint;
import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.network.Slice;
import dev.hopcheck.query.Expectation;
import dev.hopcheck.query.Who;
import dev.hopcheck.trace.TracedFlow;
import dev.hopcheck.value.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds expectations against one network. */
final class ExpectationCheck {
  private final Network network;
  private final WhoFinder finder;
  private final FlowCheck flows;
  private final LookupCheck lookups;

  ExpectationCheck(Network network, @Nullable String namespace) {
    this.network = network;
    this.finder = new WhoFinder(network, namespace);
    this.flows = new FlowCheck(network, finder);
    this.lookups = new LookupCheck(network, finder);
  }

  /** What became of one expectation. */
  record Result(Verdict verdict, String message, List<TracedFlow> flows, List<String> hints) {
    static Result ok(List<TracedFlow> flows) {
      return new Result(Verdict.OK, "", flows, List.of());
    }

    static Result of(Verdict verdict, String message) {
      return new Result(verdict, message, List.of(), List.of());
    }

    /** Somebody is not there: that is certain only where nobody else can be. */
    static Result missing(WhoFinder.Found found) {
      return of(found.open() ? Verdict.UNKNOWN : Verdict.FAILED, found.missing());
    }
  }

  Result check(Expectation.Stated stated) {
    String own = stated.namespace() == null ? finder.namespace() : stated.namespace();
    Expectation expectation = stated.expectation();
    if (expectation instanceof Expectation.Flows flow) {
      return flows.check(flow, own);
    }
    if (expectation instanceof Expectation.Lookup lookup) {
      return lookups.check(lookup, own);
    }
    if (expectation instanceof Expectation.Selects selects) {
      return selects(selects, own);
    }
    if (expectation instanceof Expectation.HasEndpoints has) {
      return has(has, own);
    }
    return all(((Expectation.AllHaveEndpoints) expectation).namespace());
  }

  private Result selects(Expectation.Selects selects, String own) {
    String in = selects.namespace() == null ? own : selects.namespace();
    NetworkService service = network.service(in, selects.service());
    if (service == null) {
      return noService(in, selects.service());
    }
    Set<PodSet> wanted = new LinkedHashSet<>();
    for (Who who : selects.who()) {
      WhoFinder.Found found = finder.find(who, in);
      if (found.sets().isEmpty()) {
        return Result.missing(found);
      }
      wanted.addAll(found.sets());
    }
    Set<PodSet> certain = new LinkedHashSet<>();
    Set<PodSet> possible = new LinkedHashSet<>();
    for (Selected selected : network.cluster().selectedBy(service.service())) {
      (selected.certain() ? certain : possible).add(selected.pods());
    }
    boolean unknown = false;
    for (PodSet set : wanted) {
      if (possible.contains(set)) {
        unknown = true;
      } else if (!certain.contains(set)) {
        return Result.of(
            Verdict.FAILED,
            "Service `" + service.id() + "` does not select " + set.title() + "; " + has(certain));
      }
    }
    if (selects.exactly()) {
      certain.removeAll(wanted);
      possible.removeAll(wanted);
      unknown |= !possible.isEmpty();
      if (!certain.isEmpty()) {
        return Result.of(
            Verdict.FAILED, "Service `" + service.id() + "` selects " + titles(certain) + " too");
      }
    }
    return unknown
        ? Result.of(
            Verdict.UNKNOWN, "which pods it selects is decided by values that are filled in later")
        : Result.ok(List.of());
  }

  private static String has(Set<PodSet> selected) {
    return "it selects " + (selected.isEmpty() ? "no pod" : titles(selected));
  }

  private static String titles(Set<PodSet> sets) {
    List<String> titles = new ArrayList<>();
    for (PodSet set : sets) {
      titles.add(set.title());
    }
    return String.join(", ", titles);
  }

  private Result has(Expectation.HasEndpoints has, String own) {
    String in = has.namespace() == null ? own : has.namespace();
    NetworkService service = network.service(in, has.service());
    if (service == null) {
      return noService(in, has.service());
    }
    int ready = ready(service);
    boolean fits = has.count() == null ? ready > 0 : ready == has.count();
    return fits
        ? Result.ok(List.of())
        : Result.of(Verdict.FAILED, "Service `" + service.id() + "` has " + endpoints(ready));
  }

  private static String endpoints(int ready) {
    return ready == 0
        ? "no ready endpoint"
        : ready == 1 ? "1 ready endpoint" : ready + " ready endpoints";
  }

  /** Pods, or addresses where no pod is known, each once. */
  private static int ready(NetworkService service) {
    Set<String> ready = new TreeSet<>();
    for (Slice slice : service.slices()) {
      for (Endpoint endpoint : slice.endpoints()) {
        if (endpoint.ready()) {
          ready.add(
              endpoint.pod() == null
                  ? String.join(",", endpoint.addresses())
                  : endpoint.pod().id());
        }
      }
    }
    return ready.size();
  }

  private Result all(@Nullable String namespace) {
    List<String> without = new ArrayList<>();
    int looked = 0;
    for (NetworkService service : network.services().values()) {
      boolean asked = namespace == null || service.namespace().equals(namespace);
      if (asked && !service.service().isExternalName()) {
        looked++;
        if (ready(service) == 0) {
          without.add("`" + service.id() + "`");
        }
      }
    }
    if (looked == 0) {
      return Result.of(Verdict.FAILED, "there is no Service in namespace `" + namespace + "`");
    }
    return without.isEmpty()
        ? Result.ok(List.of())
        : Result.of(Verdict.FAILED, "no ready endpoint: " + String.join(", ", without));
  }

  private Result noService(String in, String name) {
    List<String> names = new ArrayList<>();
    String elsewhere = "";
    for (NetworkService service : network.services().values()) {
      if (service.namespace().equals(in)) {
        names.add(service.name());
      }
      if (service.name().equals(name)) {
        elsewhere = "; there is one in namespace `" + service.namespace() + "`";
      }
    }
    String near =
        Nearest.of(name, names).map(found -> "; did you mean `" + found + "`?").orElse(elsewhere);
    return Result.of(
        Verdict.FAILED, "there is no Service `" + name + "` in namespace `" + in + "`" + near);
  }
}
