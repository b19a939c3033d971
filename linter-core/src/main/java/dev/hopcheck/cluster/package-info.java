/**
 * Takes the resources of a unit and gives one immutable snapshot: namespaces, pod sets, which
 * selector selects which pods, who refers to whom; it must not know routing.
 */
@NullMarked
package dev.hopcheck.cluster;

import org.jspecify.annotations.NullMarked;
