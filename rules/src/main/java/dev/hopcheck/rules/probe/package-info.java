/** Says what is wrong with the ports that probes ask. */
@NullMarked
package dev.hopcheck.rules.probe;

import org.jspecify.annotations.NullMarked;
