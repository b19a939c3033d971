package dev.hopcheck.engine;

import dev.hopcheck.network.Client;
import dev.hopcheck.network.Network;
import dev.hopcheck.query.Expectation;
import dev.hopcheck.query.Outcome;
import dev.hopcheck.query.Who;
import dev.hopcheck.trace.Fate;
import dev.hopcheck.trace.Flow;
import dev.hopcheck.trace.FlowTracer;
import dev.hopcheck.trace.TracedFlow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds what is expected of flows against their traces; with several clients, it holds for each.
 */
final class FlowCheck {
  private final WhoFinder finder;
  private final FlowTracer tracer;

  FlowCheck(Network network, WhoFinder finder) {
    this.finder = finder;
    this.tracer = new FlowTracer(network);
  }

  ExpectationCheck.Result check(Expectation.Flows expected, String own) {
    WhoFinder.Found from = finder.find(expected.from(), own);
    if (from.nobody()) {
      return ExpectationCheck.Result.missing(from);
    }
    Set<String> wanted = new LinkedHashSet<>();
    if (expected.outcome() instanceof Outcome.Reaches reaches) {
      for (Who who : reaches.who()) {
        WhoFinder.Found found = finder.find(who, own);
        if (found.nobody()) {
          return ExpectationCheck.Result.missing(found);
        }
        wanted.addAll(found.podIds());
      }
    }
    List<TracedFlow> traced = new ArrayList<>();
    Verdict worst = Verdict.OK;
    String said = "";
    for (Client client : from.clients()) {
      TracedFlow flow =
          tracer.trace(
              new Flow(
                  client, expected.to().text(), expected.to().target(), expected.to().protocol()));
      String wrong = wrong(flow, expected.outcome(), wanted);
      Verdict verdict =
          flow.fate() == Fate.UNKNOWN
              ? Verdict.UNKNOWN
              : wrong.isEmpty() ? Verdict.OK : Verdict.FAILED;
      boolean first =
          worst == Verdict.OK ? verdict != Verdict.OK : worst != verdict && isFailed(verdict);
      if (first) {
        worst = verdict;
        said = wrong;
        traced.add(0, flow);
      } else {
        traced.add(flow);
      }
    }
    if (worst == Verdict.OK && expected.outcome() instanceof Outcome.Reaches reaches) {
      String missed = missed(traced, reaches, own);
      if (!missed.isEmpty()) {
        return new ExpectationCheck.Result(Verdict.FAILED, missed, traced, List.of());
      }
    }
    return new ExpectationCheck.Result(worst, said, traced, List.of());
  }

  private static boolean isFailed(Verdict verdict) {
    return verdict == Verdict.FAILED;
  }

  /** What is the case instead; empty where the flow does as expected. */
  private static String wrong(TracedFlow flow, Outcome outcome, Set<String> wanted) {
    Fate fate = flow.fate();
    String what = flow.summary();
    if (fate == Fate.UNKNOWN) {
      return what;
    }
    if (outcome instanceof Outcome.Succeeds) {
      if (fate == Fate.EXTERNAL) {
        return what + "; what happens there is not known: write `leaves the cluster`";
      }
      return fate == Fate.DELIVERED ? "" : what;
    }
    if (outcome instanceof Outcome.LeavesTheCluster) {
      return fate == Fate.EXTERNAL ? "" : what;
    }
    if (outcome instanceof Outcome.Fails fails) {
      boolean arrives = fate == Fate.DELIVERED || fate == Fate.EXTERNAL;
      if (fails.cause() != null) {
        return !arrives && fails.cause().fits(flow) ? "" : what;
      }
      return arrives || fate == Fate.PARTIAL ? what : "";
    }
    if (fate != Fate.DELIVERED) {
      return what;
    }
    return strangers(flow, (Outcome.Reaches) outcome, wanted);
  }

  private static String strangers(TracedFlow flow, Outcome.Reaches reaches, Set<String> wanted) {
    for (String reached : flow.reached()) {
      int colon = reached.lastIndexOf(':');
      if (!wanted.contains(reached.substring(0, colon))) {
        return flow.summary() + ", but nobody else than those named is expected";
      }
      boolean otherPort =
          reaches.port() != null && !reached.substring(colon + 1).equals(reaches.port().toString());
      if (otherPort) {
        return flow.summary() + ", but port " + reaches.port() + " is expected";
      }
    }
    return "";
  }

  /** Each of those named must be reached by some flow. */
  private String missed(List<TracedFlow> traced, Outcome.Reaches reaches, String own) {
    Set<String> reached = new LinkedHashSet<>();
    for (TracedFlow flow : traced) {
      for (String place : flow.reached()) {
        reached.add(place.substring(0, place.lastIndexOf(':')));
      }
    }
    for (Who who : reaches.who()) {
      boolean any = false;
      for (String pod : finder.find(who, own).podIds()) {
        any |= reached.contains(pod);
      }
      if (!any) {
        return "`" + who.text() + "` is not reached: " + traced.get(0).summary();
      }
    }
    return "";
  }
}
