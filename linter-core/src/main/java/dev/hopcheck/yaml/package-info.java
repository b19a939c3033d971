/**
 * Turns the bytes of a file into documents: a node store with exact positions, syntax problems,
 * duplicate keys and the meaning that Kubernetes gives to scalars; it must not know Kubernetes
 * kinds.
 */
@NullMarked
package dev.hopcheck.yaml;

import org.jspecify.annotations.NullMarked;
