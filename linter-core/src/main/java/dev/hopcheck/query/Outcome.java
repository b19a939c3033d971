package dev.hopcheck.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is expected of a flow. */
public sealed interface Outcome {
  /** Each connection is answered. */
  record Succeeds() implements Outcome {}

  /**
   * No connection is answered.
   *
   * @param cause how it fails; null for any way
   */
  record Fails(@Nullable Cause cause) implements Outcome {}

  /**
   * Each connection is answered, each of these answers some, and nobody else does.
   *
   * @param port where they listen; null for any port
   */
  record Reaches(List<Who> who, @Nullable Integer port) implements Outcome {
    public Reaches {
      who = List.copyOf(who);
    }
  }

  /** The connection goes to an address beyond the cluster. */
  record LeavesTheCluster() implements Outcome {}
}
