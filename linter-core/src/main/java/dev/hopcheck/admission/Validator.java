package dev.hopcheck.admission;

/** What the server checks of one kind, after defaulting. */
interface Validator {
  /** Adds all causes for which the server refuses the object, in its order. */
  void validate(ApiObject object, ServerFacts facts, Causes causes);
}
