package dev.hopcheck.network;

import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import java.util.HashSet;
import java.util.Set;

/**
 * Hands out simulated addresses: the same ones for the same unit, none that the manifests use
 * (routing 0.4).
 */
final class AddressPlan {
  private static final int POD_NET = 10 << 24 | 244 << 16;
  private static final int SERVICE_NET = 10 << 24 | 96 << 16;
  private static final int NODE_NET = 192 << 24 | 168 << 16 | 49 << 8;
  private static final long POD_NET6 = 0xfd00_0010_0244_0000L;
  private static final long SERVICE_NET6 = 0xfd00_0010_0096_0000L;
  private static final long NODE_NET6 = 0xfd00_0192_0168_0000L;

  private final Set<IpAddress> taken;
  private int lastPod = 1;
  private int lastService = 10;
  private int lastNode = 1;

  /** Never hands out one of these. */
  AddressPlan(Set<IpAddress> taken) {
    this.taken = new HashSet<>(taken);
  }

  IpAddress pod(IpFamily family) {
    return next(family, POD_NET, POD_NET6, Kind.POD);
  }

  IpAddress service(IpFamily family) {
    return next(family, SERVICE_NET, SERVICE_NET6, Kind.SERVICE);
  }

  IpAddress node(IpFamily family) {
    return next(family, NODE_NET, NODE_NET6, Kind.NODE);
  }

  private enum Kind {
    POD,
    SERVICE,
    NODE
  }

  private IpAddress next(IpFamily family, int net4, long net6, Kind kind) {
    while (true) {
      int number = count(kind);
      IpAddress address =
          family == IpFamily.IPV4 ? IpAddress.ipv4(net4 + number) : IpAddress.ipv6(net6, number);
      if (taken.add(address)) {
        return address;
      }
    }
  }

  private int count(Kind kind) {
    return switch (kind) {
      case POD -> ++lastPod;
      case SERVICE -> ++lastService;
      case NODE -> ++lastNode;
    };
  }
}
