package dev.hopcheck.query;

import dev.hopcheck.value.IpAddress;

/** What is expected of a lookup by a client, its search list applied. */
public sealed interface Answer {
  /** The cluster IP of a Service, in each family that the client asks for. */
  record OfClusterIp() implements Answer {}

  /** No candidate exists. */
  record NoSuchName() implements Answer {}

  /** A candidate exists, but has no address. */
  record NoData() implements Answer {}

  /** This address, maybe among others. */
  record OfAddress(IpAddress address) implements Answer {}

  /** An alias, in the end, of that name. */
  record AliasOf(String name) implements Answer {}

  /** So many addresses; 0 means that the name gives none, for whatever reason. */
  record OfCount(int count) implements Answer {}

  /** At least one address, or a name that lies outside. */
  record AnyAddress() implements Answer {}

  /** The addresses of exactly these pods. */
  record PodsOf(Who who) implements Answer {}
}
