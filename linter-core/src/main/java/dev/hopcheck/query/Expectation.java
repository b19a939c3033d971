package dev.hopcheck.query;

import dev.hopcheck.source.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that shall hold of a network, one line of a file. */
public sealed interface Expectation {
  /**
   * Connections end in some way.
   *
   * @param to as a client writes it
   */
  record Flows(Who from, FlowTarget to, Outcome outcome) implements Expectation {}

  /** A client gets an answer for a name. */
  record Lookup(String name, Who from, Answer answer) implements Expectation {}

  /**
   * A Service selects pods.
   *
   * @param exactly whether it selects no others
   * @param who empty with {@code exactly} for nothing at all
   */
  record Selects(String service, @Nullable String namespace, boolean exactly, List<Who> who)
      implements Expectation {
    public Selects {
      who = List.copyOf(who);
    }
  }

  /**
   * A Service has ready endpoints.
   *
   * @param count how many; null for at least one
   */
  record HasEndpoints(String service, @Nullable String namespace, @Nullable Integer count)
      implements Expectation {}

  /**
   * Every Service that is no alias has a ready endpoint.
   *
   * @param namespace null for the whole unit
   */
  record AllHaveEndpoints(@Nullable String namespace) implements Expectation {}

  /**
   * An expectation where it stands.
   *
   * @param text the line without its comment
   * @param namespace what a {@code namespace} line above it says; null where there is none
   */
  record Stated(Expectation expectation, Position at, String text, @Nullable String namespace) {}
}
