package dev.hopcheck.resource;

/**
 * A variable of a container's environment.
 *
 * @param name the variable
 * @param source where its value comes from
 */
public record EnvVar(Located<String> name, Source source) {
  /** Where a value comes from. */
  public sealed interface Source {}

  /** Written in the manifest; an empty text where nothing is written. */
  public record Literal(Located<String> value) implements Source {}

  /** A key of a ConfigMap or Secret of the same namespace. */
  public record KeyRef(boolean secret, Located<String> name, Located<String> key, boolean optional)
      implements Source {}

  /** A field of the pod itself, such as {@code status.podIP}. */
  public record FieldRef(Located<String> path) implements Source {}

  /** Anything else, such as a resource limit. */
  public record Other() implements Source {}
}
