/** Says what is wrong with a unit as such: what was given, not what it means. */
@NullMarked
package dev.hopcheck.rules.load;

import org.jspecify.annotations.NullMarked;
