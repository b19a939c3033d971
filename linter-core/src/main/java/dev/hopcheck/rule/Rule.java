package dev.hopcheck.rule;

/**
 * One check with its documentation. Rules are stateless: one instance serves all runs and all
 * threads. A rule reads no file, changes nothing and sorts nothing.
 */
public sealed interface Rule permits ResourceRule, ClusterRule {
  /** What users read about the rule. Called only when something is reported or shown. */
  RuleDoc doc();
}
