/**
 * Turns the arguments of a command line into a request, and the result into a report and an exit
 * code; it must not know any rule.
 */
@NullMarked
package dev.hopcheck.cli;

import org.jspecify.annotations.NullMarked;
