package dev.hopcheck.resource;

import java.util.List;

/**
 * A Node.
 *
 * @param addresses internal IP addresses of the status, in order
 * @param ready the Ready condition; true where the manifest has none
 */
public record Node(ResourceHead head, List<Located<String>> addresses, boolean ready)
    implements Resource {
  public Node {
    addresses = List.copyOf(addresses);
  }

  @Override
  public Node withHead(ResourceHead other) {
    return new Node(other, addresses, ready);
  }
}
