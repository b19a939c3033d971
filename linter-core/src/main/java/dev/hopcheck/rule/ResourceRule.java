package dev.hopcheck.rule;

import dev.hopcheck.resource.Resource;

/**
 * A rule that looks at one resource at a time, though it may ask the cluster about others.
 *
 * @param <T> the type of resource; rules about a Service are never asked about a Pod
 */
public non-sealed interface ResourceRule<T extends Resource> extends Rule {
  /** The type of resource that the rule wants to see; subtypes are shown too. */
  Class<T> subject();

  /** Looks at one resource, with an early return for every way of having nothing to say. */
  void check(T resource, Inspection in);
}
