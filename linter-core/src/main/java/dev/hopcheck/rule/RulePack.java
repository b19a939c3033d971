package dev.hopcheck.rule;

import java.util.List;

/** A family of rules; packs are found by {@link java.util.ServiceLoader}. */
public interface RulePack {
  /** The pack's rules. */
  List<Rule> rules();

  /** Pages for what is found while reading and admitting, so that they can be explained too. */
  default List<RulePage> pages() {
    return List.of();
  }
}
