package dev.hopcheck.engine;

import dev.hopcheck.network.Client;
import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkPod;
import dev.hopcheck.network.Resolution;
import dev.hopcheck.query.Answer;
import dev.hopcheck.query.Expectation;
import dev.hopcheck.query.Who;
import dev.hopcheck.trace.FlowTracer;
import dev.hopcheck.value.IpAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Holds what is expected of lookups against what a client's resolver finds. */
final class LookupCheck {
  private final Network network;
  private final WhoFinder finder;
  private final FlowTracer tracer;

  LookupCheck(Network network, WhoFinder finder) {
    this.network = network;
    this.finder = finder;
    this.tracer = new FlowTracer(network);
  }

  ExpectationCheck.Result check(Expectation.Lookup lookup, String own) {
    if (lookup.from() instanceof Who.InNamespace in) {
      return network.hasNamespace(in.namespace())
          ? check(
              lookup,
              in.namespace(),
              network.resolver().resolve(in.namespace(), lookup.name()),
              own)
          : ExpectationCheck.Result.of(
              Verdict.FAILED, "there is no namespace `" + in.namespace() + "`");
    }
    WhoFinder.Found from = finder.find(lookup.from(), own);
    if (from.nobody()) {
      return ExpectationCheck.Result.missing(from);
    }
    ExpectationCheck.Result worst = ExpectationCheck.Result.ok(List.of());
    for (Client client : from.clients()) {
      String namespace = client instanceof Client.InPod in ? in.pod().namespace() : "";
      ExpectationCheck.Result result =
          check(lookup, namespace, network.resolver().resolve(client, lookup.name()), own);
      boolean worse =
          worst.verdict() == Verdict.OK
              ? result.verdict() != Verdict.OK
              : worst.verdict() == Verdict.UNKNOWN && result.verdict() == Verdict.FAILED;
      if (worse) {
        worst = result;
      }
    }
    return worst;
  }

  private ExpectationCheck.Result check(
      Expectation.Lookup lookup, String namespace, Resolution found, String own) {
    if (found.status() == Resolution.Status.UNKNOWN) {
      return ExpectationCheck.Result.of(Verdict.UNKNOWN, "it is not known " + found.unknown());
    }
    if (lookup.answer() instanceof Answer.PodsOf pods) {
      WhoFinder.Found who = finder.find(pods.who(), own);
      if (who.nobody()) {
        return ExpectationCheck.Result.missing(who);
      }
      if (new HashSet<>(found.addresses()).equals(addresses(who))) {
        return ExpectationCheck.Result.ok(List.of());
      }
    } else if (fits(found, lookup.answer())) {
      return ExpectationCheck.Result.ok(List.of());
    }
    return new ExpectationCheck.Result(
        Verdict.FAILED, summary(found), List.of(), tracer.meant(namespace, found));
  }

  private Set<IpAddress> addresses(WhoFinder.Found who) {
    Set<IpAddress> addresses = new HashSet<>();
    for (Client client : who.clients()) {
      if (client instanceof Client.InPod in) {
        NetworkPod pod = in.pod();
        IpAddress address = pod.address(network.facts().ipFamilies().get(0));
        if (address != null) {
          addresses.add(address);
        }
      }
    }
    return addresses;
  }

  private boolean fits(Resolution found, Answer answer) {
    List<IpAddress> addresses = found.addresses();
    if (answer instanceof Answer.NoSuchName) {
      return found.status() == Resolution.Status.NXDOMAIN;
    }
    if (answer instanceof Answer.NoData) {
      return found.status() == Resolution.Status.NODATA;
    }
    if (answer instanceof Answer.AnyAddress) {
      return !addresses.isEmpty() || found.external();
    }
    if (answer instanceof Answer.OfCount count) {
      return addresses.size() == count.count() && !found.external();
    }
    if (answer instanceof Answer.OfAddress address) {
      return addresses.contains(address.address());
    }
    if (answer instanceof Answer.AliasOf alias) {
      return found.canonical() != null && bare(found.canonical()).equals(bare(alias.name()));
    }
    for (IpAddress address : addresses) {
      if (network.addresses().clusterIp(address) == null) {
        return false;
      }
    }
    return !addresses.isEmpty();
  }

  private static String bare(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** What the lookup gives, with what was asked for it. */
  private static String summary(Resolution found) {
    StringBuilder text = new StringBuilder(found.summary());
    for (int i = 0; i < found.candidates().size(); i++) {
      Resolution.Candidate candidate = found.candidates().get(i);
      text.append(i == 0 ? " (asked: " : ", ")
          .append(candidate.name())
          .append(' ')
          .append(candidate.result());
    }
    return text.append(found.candidates().isEmpty() ? "" : ")").toString();
  }
}
