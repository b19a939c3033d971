package dev.hopcheck.engine;

/**
 * What a thread works on for a while, small enough that it should be done soon; equal steps of two
 * attempts are the same work.
 *
 * @param rule that runs; empty where none does
 * @param place the file, or the root of a unit
 * @param document the document's number in the file; -1 for all of it
 * @param object the object that the rule runs for; empty for the unit
 */
record Step(String rule, String place, int document, String object) {
  /** Reading a file, or putting a unit together. */
  static Step at(String place) {
    return new Step("", place, -1, "");
  }
}
