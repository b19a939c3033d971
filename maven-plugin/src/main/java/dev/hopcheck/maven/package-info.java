/**
 * Turns the parameters of a Maven goal into a request, and the result into reports and a failed or
 * passed build; it must not know any rule.
 */
@NullMarked
package dev.hopcheck.maven;

import org.jspecify.annotations.NullMarked;
