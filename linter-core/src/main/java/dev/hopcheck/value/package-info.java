/**
 * Turns text into Kubernetes' scalar types (ports, addresses, names, labels, quantities ...), each
 * parsed once and shared by all; it must not know documents.
 */
@NullMarked
package dev.hopcheck.value;

import org.jspecify.annotations.NullMarked;
