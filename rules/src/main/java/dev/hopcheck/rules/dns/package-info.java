/**
 * Takes the hosts that pods are told to connect to, each followed through the simulated network,
 * and says which of them cannot arrive; it must not know how names are found or resolved.
 */
@NullMarked
package dev.hopcheck.rules.dns;

import org.jspecify.annotations.NullMarked;
