/**
 * Holds the contract between rules and the engine: what a rule documents, what it may ask and say,
 * how it is found, and how a comment silences it; it must not know any rule.
 */
@NullMarked
package dev.hopcheck.rule;

import org.jspecify.annotations.NullMarked;
