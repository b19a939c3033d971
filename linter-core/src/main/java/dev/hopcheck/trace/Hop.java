package dev.hopcheck.trace;

import java.util.List;

/**
 * A place that a flow passes, and what is decided there.
 *
 * @param place such as {@code pod shop/web-0}, {@code service shop/api}, {@code node node1}
 */
public record Hop(String place, List<Step> steps) {
  public Hop {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("hop without steps: " + place);
    }
  }
}
