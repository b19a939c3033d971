package dev.hopcheck.report;

import dev.hopcheck.resource.Ingress;
import dev.hopcheck.source.Location;
import dev.hopcheck.trace.TracedFlow;
import org.jspecify.annotations.Nullable;

/**
 * A connection that a finding is about.
 *
 * @param door the Ingress through which it comes; null where the client is in the cluster
 * @param behind the way to the Service and on; null where it does not get there
 */
record ClientWay(@Nullable Door door, @Nullable TracedFlow behind) {
  /**
   * What an Ingress does with a request.
   *
   * @param asked what the client asks for, such as {@code shop.example.com/cart}
   * @param askedAt where that is written
   * @param target where it is sent
   * @param targetAt where that is written
   * @param stop why it goes no further; empty where it does
   */
  record Door(
      Ingress ingress,
      String asked,
      Location askedAt,
      String target,
      Location targetAt,
      String stop) {}
}
